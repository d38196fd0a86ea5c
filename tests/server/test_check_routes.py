"""Who may have this server checked."""

from tests.server.test_checking import check


def test_only_those_who_lead_may_and_a_token_of_another_workshop_is_none(made):
    assert check(made, "").status_code == 401
    assert check(made, "0" * 64, "post").status_code == 401
    participant = made.participant("Ana")
    refused = check(made, participant.token, "post")
    assert (refused.status_code, refused.json()["code"]) == (403, "wrong_role")
