"""How much longer others wait beside an attack: from a command until it shows on another screen, in the same run."""

import pytest

from tests.hostile.attacks import ATTACKS
from tests.hostile.beside import Others, measured, two_cores

MOST = 1.2


@pytest.fixture(scope="module")
def there():
    """People on a server, and their like on a sink."""
    with two_cores(people_tick_ms=20) as servers:
        others, victims = map(Others, servers)
        yield others, victims
        others.made.close()
        victims.made.close()


@pytest.mark.parametrize("attack", ATTACKS)
def test_others_wait_at_most_a_fifth_longer_beside(there, attack):
    alone, control, beside = measured(*there, attack)
    ratio = beside.usual / control.usual
    print(f"\n{attack}: alone {alone}; on a sink {control}; beside it {beside}; × {ratio:.2f}")  # noqa: T201
    assert ratio <= MOST
