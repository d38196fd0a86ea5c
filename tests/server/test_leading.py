"""Who leads: what each policy of the operator asks for."""

import pytest

from server.hosts.identity import Grade, HostIdentity, HostRole
from server.leading import GRADES, POLICIES, leads, leads_no_more

HOSTS_OF_MEETING = [HostRole.HOST, HostRole.COHOST]
OTHERS = [HostRole.MEMBER, HostRole.GUEST]


def somebody(grade, role):
    return HostIdentity("zoom", "t", "s", "m", "", role, grade, "", "", 0)


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("led", [True, False])
@pytest.mark.parametrize("role", HOSTS_OF_MEETING)
def test_a_host_who_is_proved_leads_whatever_the_policy(policy, led, role):
    assert leads(somebody(Grade.FULL, role), policy, led=led)


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("role", HostRole)
@pytest.mark.parametrize("grade", GRADES[:-1])
def test_nobody_who_is_less_than_proved_leads_beside_somebody(policy, role, grade):
    assert not leads(somebody(grade, role), policy, led=True)


@pytest.mark.parametrize("grade", GRADES[:-1])
@pytest.mark.parametrize("role", HostRole)
def test_by_proof_alone_a_claim_leads_nothing(grade, role):
    assert not leads(somebody(grade, role), "proof", led=False)


def test_the_first_who_is_known_and_says_that_they_are_the_host_leads_where_the_operator_lets_them():
    lead = {grade: leads(somebody(grade, HostRole.HOST), "first-identity", led=False) for grade in GRADES}
    assert [grade for grade, does in lead.items() if does] == [Grade.IDENTITY, Grade.MEETING, Grade.FULL]
    assert not leads(somebody(Grade.IDENTITY, HostRole.MEMBER), "first-identity", led=False)


@pytest.mark.parametrize("role", HostRole)
@pytest.mark.parametrize("grade", GRADES)
def test_the_first_leads_where_that_is_open(grade, role):
    assert leads(somebody(grade, role), "open", led=False)


def test_only_a_full_proof_takes_the_lead_away():
    assert leads_no_more(somebody(Grade.FULL, HostRole.MEMBER))
    for grade in GRADES[:-1]:
        assert not leads_no_more(somebody(grade, HostRole.MEMBER))
    for role in HOSTS_OF_MEETING:
        assert not leads_no_more(somebody(Grade.FULL, role))
