import pytest

from facilitation.refusals import SENTENCES, Refusal
from server.answers import no, of_problem, ok
from server.wire import Problem


@pytest.mark.parametrize("code", list(Refusal))
def test_every_refusal_is_answered_with_its_sentence(code):
    answer = no(code)
    assert answer["say"] == SENTENCES[code]
    assert answer["code"] == code.value
    assert answer["status"] == ("superseded" if code is Refusal.SUPERSEDED else "refused")


def test_no_answer_tells_a_revision_or_a_count():
    for answer in (ok({"sig": "x"}), no(Refusal.TOO_FAST), of_problem(Problem(Refusal.BAD_FIELD, "Too long.", "text"))):
        assert set(answer) <= {"status", "data", "code", "say", "field"}


def test_a_problem_names_its_field_only_where_there_is_one():
    assert of_problem(Problem(Refusal.BAD_FIELD, "Too long.", "text"))["field"] == "text"
    assert "field" not in of_problem(Problem(Refusal.BAD_FIELD, "No."))
