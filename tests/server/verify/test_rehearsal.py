"""What happens in the scratch workshop."""

from server.verify import evidence as at


def test_it_goes_through_every_moment(checked):
    assert checked.found.moments == {at.SEALED, at.SHOWN, at.WORRIES, at.VOTING, at.COUNTED, at.DELETED}
    assert len(checked.found.story.sealed) == 20
    assert checked.found.admitted == 6
