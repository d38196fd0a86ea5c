"""Why a command changes nothing, each with a sentence that a person understands.

A refusal never names anybody, counts anything sealed or repeats what was typed.
"""

from dataclasses import dataclass
from enum import StrEnum


class Refusal(StrEnum):
    """The name of a refusal, the same in Python, in TypeScript and on the wire."""

    SUPERSEDED = "superseded"
    UNKNOWN_COMMAND = "unknown_command"
    BAD_FIELD = "bad_field"
    WRONG_ROLE = "wrong_role"
    NOT_OPENER = "not_opener"
    WRONG_PHASE = "wrong_phase"
    RUN_OVER = "run_over"
    WORKSHOP_WAITING = "workshop_waiting"
    WORKSHOP_ENDED = "workshop_ended"
    NOT_YOURS = "not_yours"
    NO_SUCH_CARD = "no_such_card"
    NO_SUCH_GROUP = "no_such_group"
    NO_SUCH_BALLOT = "no_such_ballot"
    NO_SUCH_PHASE = "no_such_phase"
    NO_SUCH_LINE = "no_such_line"
    NO_SUCH_ITEM = "no_such_item"
    LOCKED = "locked"
    WRONG_KIND = "wrong_kind"
    NAME_NEEDED = "name_needed"
    UNSIGNED_ONLY = "unsigned_only"
    CANNOT_SIGN_LATER = "cannot_sign_later"
    TOO_LATE_TO_EDIT = "too_late_to_edit"
    CARD_HIDDEN = "card_hidden"
    ON_BALLOT = "on_ballot"
    NOT_AN_OPTION = "not_an_option"
    NOTHING_TO_VOTE_ON = "nothing_to_vote_on"
    OVER_BUDGET = "over_budget"
    OVER_CAP = "over_cap"
    BALLOT_NOT_OPEN = "ballot_not_open"
    BALLOT_OPEN = "ballot_open"
    NOT_ON_ROLL = "not_on_roll"
    ANOTHER_REQUEST = "another_request"
    BAD_SIGNATURE = "bad_signature"
    NO_TIE = "no_tie"
    TALK_FIRST = "talk_first"
    BOARD_FULL = "board_full"
    ENOUGH_CARDS = "enough_cards"
    WORKSHOP_FULL = "workshop_full"
    TOO_FAST = "too_fast"
    SLOW_ROOM = "slow_room"
    DOOR_CLOSED = "door_closed"
    BAD_TOKEN = "bad_token"  # noqa: S105 - a refusal's name, not a secret
    BAD_KEY = "bad_key"
    UNPROVEN = "unproven"
    BAD_CODE = "bad_code"
    NO_SUCH_WORKSHOP = "no_such_workshop"
    DAY_OVER = "day_over"
    NO_SUCH_AGENDA = "no_such_agenda"
    NO_SUCH_TEMPLATE = "no_such_template"
    NO_SUCH_FORMAT = "no_such_format"
    NO_SUCH_SEAT = "no_such_seat"
    NO_SUCH_MOVE = "no_such_move"
    EXPORT_NOT_ALLOWED = "export_not_allowed"
    SAVING_PAUSED = "saving_paused"


SENTENCES: dict[Refusal, str] = {
    Refusal.SUPERSEDED: "Someone changed this just before you. What you see now is the newest.",
    Refusal.UNKNOWN_COMMAND: "This page asked for something we do not know. Please reload it.",
    Refusal.BAD_FIELD: "Something in this is missing or has the wrong form.",
    Refusal.WRONG_ROLE: "Only the people leading the workshop can do this.",
    Refusal.NOT_OPENER: "Only the person who opened the workshop can do this.",
    Refusal.WRONG_PHASE: "This is not part of the step we are in.",
    Refusal.RUN_OVER: "That step is over. Your words are kept on this device.",
    Refusal.WORKSHOP_WAITING: "The workshop has not started yet.",
    Refusal.WORKSHOP_ENDED: "The workshop is over. Your words are kept on this device.",
    Refusal.NOT_YOURS: "Only the device that wrote this can change it.",
    Refusal.NO_SUCH_CARD: "This card is no longer here.",
    Refusal.NO_SUCH_GROUP: "This group is no longer here.",
    Refusal.NO_SUCH_BALLOT: "This vote is no longer here.",
    Refusal.NO_SUCH_PHASE: "There is no such step.",
    Refusal.NO_SUCH_LINE: "This line is no longer here.",
    Refusal.NO_SUCH_ITEM: "This is no longer on the board.",
    Refusal.LOCKED: "This is locked. Whoever leads can unlock it.",
    Refusal.WRONG_KIND: "This step does not ask for that kind of card.",
    Refusal.NAME_NEEDED: "This step is signed. Add the name you want people to see.",
    Refusal.UNSIGNED_ONLY: "This step is unsigned. Please send it without a name.",
    Refusal.CANNOT_SIGN_LATER: "A card cannot be signed, or signed otherwise, later on.",
    Refusal.TOO_LATE_TO_EDIT: "This card is in use now. Ask a facilitator to change its words.",
    Refusal.CARD_HIDDEN: "This card is hidden now. It has to be brought back first.",
    Refusal.ON_BALLOT: "This has been put to the vote, so it has to stay as it is.",
    Refusal.NOT_AN_OPTION: "That is not one of the options of this vote.",
    Refusal.NOTHING_TO_VOTE_ON: "There is nothing to vote on yet.",
    Refusal.OVER_BUDGET: "That is more than you have to give. Take something back first.",
    Refusal.OVER_CAP: "That is more than one option can have from you.",
    Refusal.BALLOT_NOT_OPEN: "This vote is not open.",
    Refusal.BALLOT_OPEN: "A vote is open. Please wait until it has closed.",
    Refusal.NOT_ON_ROLL: "You came after this vote opened. The facilitator can let you in.",
    Refusal.ANOTHER_REQUEST: "You already have your ballot, on the device that asked first.",
    Refusal.BAD_SIGNATURE: "This ballot was not given out by this workshop.",
    Refusal.NO_TIE: "This result is not too close to call.",
    Refusal.TALK_FIRST: "Talk for two minutes first, then choose together.",
    Refusal.BOARD_FULL: "The board is full. Please take something off it first.",
    Refusal.ENOUGH_CARDS: "You have sent a great many cards in this step. Please leave some room for others.",
    Refusal.WORKSHOP_FULL: "This workshop is full. Please ask the facilitator.",
    Refusal.TOO_FAST: "That was a lot at once. Please try again in a moment.",
    Refusal.SLOW_ROOM: "The room is slowed down: one card every 20 seconds. Your words are kept until then.",
    Refusal.DOOR_CLOSED: "The door is closed: nobody new can come in now. Please ask the facilitator.",
    Refusal.BAD_TOKEN: "This device is not in the workshop any more. Please join again.",
    Refusal.UNPROVEN: "Your meeting program could not show who you are. Please use the link instead.",
    Refusal.BAD_KEY: "This key does not open the workshop. Please check the link or the code.",
    Refusal.BAD_CODE: "We found no workshop with this code. Please check it and try again.",
    Refusal.NO_SUCH_WORKSHOP: "There is nothing at this address.",
    Refusal.DAY_OVER: "That day is over already. To delete everything now, choose “Delete now”.",
    Refusal.NO_SUCH_AGENDA: "We found no agenda of that name.",
    Refusal.NO_SUCH_TEMPLATE: "We found no plan template of that name.",
    Refusal.NO_SUCH_FORMAT: "We cannot make a file of that kind.",
    Refusal.NO_SUCH_SEAT: "This person is no longer here.",
    Refusal.NO_SUCH_MOVE: "This code does not work any more. Please make a new one on your other device.",
    Refusal.EXPORT_NOT_ALLOWED: "In this workshop the facilitator shares the plan. Please ask.",
    Refusal.SAVING_PAUSED: "Saving is paused. Your words are kept on this device.",
}


@dataclass(frozen=True, slots=True)
class Refused:
    """The answer to a command that changes nothing. `say`: one plain sentence."""

    code: Refusal
    say: str


def refused(code: Refusal) -> Refused:
    """The refusal with its sentence."""
    return Refused(code, SENTENCES[code])
