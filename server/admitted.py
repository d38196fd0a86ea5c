"""What is asked and answered when somebody opens us inside a meeting."""

from dataclasses import dataclass
from typing import Annotated

from facilitation.shapes import Language, Many, MaybeId, Name, Pattern, Text
from server.hosts.identity import Grade
from server.shapes import SeatRole

_MAYBE_KEY = Pattern(r"([0-9a-f]{64})?", "empty, or a key of 64 letters from 0 to f")


@dataclass(frozen=True, slots=True)
class Admit:
    """Come in from a meeting program. `proof`: as its page gave it; or `ticket`: from the answer before.

    `look`: only tell which workshop it is. `token`: of the place that this device has there already. `screen`: a
    device that a whole room looks at. `agenda`, `title`, `language`, `creation_code`: make a workshop for this
    meeting if none goes on in it. `workshop`, `key`: bring one into it that was made before.
    """

    proof: Annotated[dict[str, str], Many(8)]
    ticket: Annotated[str, Text(0, 8_192)] = ""
    name: Name = ""
    look: bool = False
    token: Annotated[str, _MAYBE_KEY] = ""
    screen: bool = False
    agenda: Annotated[str, Text(0, 60)] = ""
    title: Annotated[str, Text(0, 200)] = ""
    language: Language = ""
    creation_code: Annotated[str, Text(0, 40)] = ""
    workshop: MaybeId = ""
    key: Annotated[str, _MAYBE_KEY] = ""


@dataclass(frozen=True, slots=True)
class Admitted:
    """What a meeting program has proved, and the place that somebody has now; all empty while there is no workshop.

    `ticket`: to ask again with, for some minutes. `name`: as the program calls them; only ever offered to them.
    `meeting`: it said which meeting this is. `leads`: they lead what they start. `may_start`: they need no code for
    that.
    """

    ticket: str
    name: str
    meeting: bool
    grade: Grade
    leads: bool
    may_start: bool
    workshop: str
    title: str
    state: str
    language: str
    seat: str
    token: str
    role: SeatRole
