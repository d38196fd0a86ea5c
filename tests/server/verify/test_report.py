"""The report."""

from server.verify.report import FORMS, LIMITS_TITLE, Report
from server.verify.result import Finding, Verdict

RESULTS = [
    Finding("Nothing is told.", Verdict.HELD, "Nobody heard <b>it</b>."),
    Finding("Nothing is kept.", Verdict.BROKEN, "Two pieces were found."),
    Finding("The log is empty.", Verdict.UNKNOWN, "No file was named."),
]
REPORT = Report("https://board.example.org", "1.0", "2026-01-02 10:00 UTC", RESULTS, ["Whether somebody looks on."])


def test_what_did_not_hold_comes_first_and_what_cannot_be_known_is_said():
    text = FORMS[".md"](REPORT)
    order = [
        "1 of 3 promises held, 1 did not hold, 1 could not be checked.",
        "## Did not hold",
        "Two pieces were found.",
    ]
    order += ["## Held", "Nobody heard", "## Could not be checked", f"## {LIMITS_TITLE}", "Whether somebody looks on."]
    assert [text.index(one) for one in order] == sorted(text.index(one) for one in order)


def test_the_page_needs_nothing_else_and_runs_nothing():
    page = FORMS[".html"](REPORT)
    assert "&lt;b&gt;" in page
    assert "<script" not in page
    assert "src=" not in page
    assert '<html lang="en">' in page
