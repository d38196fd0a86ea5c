"""The report: for somebody who attaches it to the minutes, as text (Markdown) or as a page (HTML)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from server.verify.result import Finding, Verdict

TITLE = "What this server promises, tried out"
NAMES: Mapping[Verdict, str] = {
    Verdict.BROKEN: "Did not hold",
    Verdict.HELD: "Held",
    Verdict.UNKNOWN: "Could not be checked",
}
"""In the order in which they are told."""
LIMITS_TITLE = "What such a check cannot find out"
HOW = (
    "A workshop made only for this, with people that a program played, went through all steps on the running server. "
    "They wrote and voted with words made by chance. Then these words were looked for in everything that left the "
    "server and in what it has stored. The workshop was deleted afterwards. No other workshop was touched."
)
STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;"
    "background:#fff;overflow-wrap:anywhere}h1,h2{line-height:1.2}li{margin:0 0 1rem}p{margin:.25rem 0}"
)


@dataclass(frozen=True, slots=True)
class Report:
    """`address`: of the server. `version`: of its software. `when`: date and time, as text."""

    address: str
    version: str
    when: str
    results: Sequence[Finding]
    limits: Sequence[str]

    @property
    def summary(self) -> str:
        """In one line."""
        counts = {verdict: sum(one.verdict is verdict for one in self.results) for verdict in NAMES}
        told = [f"{counts[Verdict.HELD]} of {len(self.results)} promises held"]
        told += [f"{counts[Verdict.BROKEN]} did not hold"] if counts[Verdict.BROKEN] else []
        told += [f"{counts[Verdict.UNKNOWN]} could not be checked"] if counts[Verdict.UNKNOWN] else []
        return f"{', '.join(told)}."

    def of(self, verdict: Verdict) -> list[Finding]:
        """The results of this kind."""
        return [one for one in self.results if one.verdict is verdict]


def markdown(report: Report) -> str:
    """The report as Markdown."""
    lines = [f"# {TITLE}", "", f"**{report.summary}**", ""]
    lines += [f"Server: {report.address}, Folkmoot {report.version}. Checked: {report.when}.", "", HOW]
    for verdict, name in NAMES.items():
        if report.of(verdict):
            lines += ["", f"## {name}", ""]
            lines += [f"- **{one.promise}** {one.seen}" for one in report.of(verdict)]
    lines += ["", f"## {LIMITS_TITLE}", "", *(f"- {one}" for one in report.limits), ""]
    return "\n".join(lines)


def html(report: Report) -> str:
    """The report as one page that needs nothing else."""
    parts = [
        f"<h1>{TITLE}</h1><p><strong>{escape(report.summary)}</strong></p>",
        f"<p>Server: {escape(report.address)}, Folkmoot {escape(report.version)}. Checked: {escape(report.when)}.</p>",
        f"<p>{HOW}</p>",
    ]
    for verdict, name in NAMES.items():
        rows = "".join(
            f"<li><p><strong>{escape(one.promise)}</strong></p><p>{escape(one.seen)}</p></li>"
            for one in report.of(verdict)
        )
        parts += [f"<h2>{name}</h2><ul>{rows}</ul>"] if rows else []
    limits = "".join(f"<li>{escape(one)}</li>" for one in report.limits)
    parts.append(f"<h2>{LIMITS_TITLE}</h2><ul>{limits}</ul>")
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{TITLE}</title>'
    body = "\n".join(parts)
    return f'<!doctype html>\n<html lang="en"><head>{head}<style>{STYLE}</style></head>\n<body>{body}</body></html>\n'


FORMS: Mapping[str, Callable[[Report], str]] = {".md": markdown, ".html": html}
"""By the ending of a file's name."""
