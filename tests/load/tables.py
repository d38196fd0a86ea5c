"""Rows and goals as tables: the same text on the screen and in the page of results."""


def _ms(seconds):
    return f"{seconds * 1e3:.1f}"


LOAD = (
    ("server", lambda row: row.entrant.name),
    ("load", lambda row: _load(row.entrant.job)),
    ("delivered/s", lambda row: f"{row.delivered / row.span:,.0f}"),
    ("per core and s", lambda row: f"{row.per_core:,.0f}"),
    ("µs each", lambda row: f"{row.each:.2f}"),
    ("p50 ms", lambda row: _ms(row.p50)),
    ("p95 ms", lambda row: _ms(row.p95)),
    ("p99 ms", lambda row: _ms(row.p99)),
    ("answer p99 ms", lambda row: _ms(row.answer_p99) if row.answers else "–"),
    ("lost", lambda row: f"{sum(one.lost for one in row.rounds):,}"),
    ("server cores", lambda row: f"{row.cpu / row.span:.2f}"),
    ("crowd cores", lambda row: f"{row.crowd:.2f}"),
    ("others' cores", lambda row: f"{row.others:.2f}"),
    ("bytes each", lambda row: f"{row.bytes / max(1, row.delivered):.0f}"),
)
JOIN = (
    ("server", lambda row: row.entrant.name),
    ("load", lambda row: _load(row.entrant.job)),
    ("all in, s", lambda row: f"{row.join:.3f}"),
    ("ms CPU a join", lambda row: f"{row.join_cpu * 1e3 / row.entrant.job['people']:.2f}"),
    ("kB received by each", lambda row: f"{row.view / 1e3:.0f}"),
    ("kB memory a connection", lambda row: f"{memory_each(row) / 1e3:.0f}"),
    ("crowd cores", lambda row: f"{row.crowd:.2f}"),
    ("others' cores", lambda row: f"{row.others:.2f}"),
)
SEALED = (
    ("server", lambda row: row.entrant.name),
    ("load", lambda row: _load(row.entrant.job)),
    ("answers/s", lambda row: f"{row.answers / row.span:,.0f}"),
    ("µs an answer", lambda row: f"{row.each:.0f}"),
    ("answer p50 ms", lambda row: _ms(row.answer_p50)),
    ("answer p99 ms", lambda row: _ms(row.answer_p99)),
    ("server cores", lambda row: f"{row.cpu / row.span:.2f}"),
    ("crowd cores", lambda row: f"{row.crowd:.2f}"),
    ("others' cores", lambda row: f"{row.others:.2f}"),
)
COLUMNS = {"load": LOAD, "join": JOIN, "sealed": SEALED}
SIGNS = {"<=": "≤", ">=": "≥", "<": "<"}


def _load(job):
    load = f"N={job['people']}"
    if job.get("rate"):
        load += f" K={job['rate']}"
    if job.get("window"):
        load += f" W={job['window']}"
    if job.get("cards"):
        load += f", {job['cards']:,} cards"
    return load + (", changed" if job.get("edits") else "")


def memory_each(row):
    """Bytes of server memory for each connection."""
    return (row.after - row.before) / (row.entrant.job["people"] - 1)


def rows_of(part, rows):
    """The part's rows, as lists of cells with the heads first."""
    columns = COLUMNS[part.table]
    return [[head for head, _ in columns], *([cell(row) for _, cell in columns] for row in rows.values())]


def goals_of(part, rows):
    """The part's goals: what, figure, goal, whether it is met."""
    if not part.goals:
        return []
    cells = [["goal", "figure", "asked for", "met"]]
    for goal in part.goals:
        value = goal.what(rows)
        asked = f"{SIGNS[goal.sign]} {goal.bound:g}{goal.unit}"
        cells.append([goal.words, f"{value:.3g}{goal.unit}", asked, "yes" if goal.met(value) else "**no**"])
    return cells


def markdown(cells):
    """Cells as a table in Markdown, set so that it can be read on a screen too."""
    if not cells:
        return ""
    widths = [max(len(line[at]) for line in cells) for at in range(len(cells[0]))]
    padded = [[cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in cells]
    lines = ["| " + " | ".join(line) + " |" for line in padded]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines) + "\n"
