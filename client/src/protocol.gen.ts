// Written from the Python dataclasses by `python -m server protocol`. Do not edit.

export const PROTOCOL_VERSION = "963bf61e834e";

/** The fields of an action that people change. */
export type ActionField = "text" | "owner" | "due" | "status";
export const ACTION_FIELD: readonly ActionField[] = ["text", "owner", "due", "status"];

/** Where an action stands; `asked` while its owner has not agreed yet (E42). */
export type ActionStatus = "open" | "asked" | "doing" | "done";
export const ACTION_STATUS: readonly ActionStatus[] = ["open", "asked", "doing", "done"];

/** Whether a card says who wrote it: always, never, or as its writer likes. */
export type Authorship = "signed" | "unsigned" | "choice" | "none";
export const AUTHORSHIP: readonly Authorship[] = ["signed", "unsigned", "choice", "none"];

/** What an agenda puts under the cards of a phase, to sort them on. */
export type Background = "" | "journey" | "two_by_two" | "resource_map" | "dream";
export const BACKGROUND: readonly Background[] = ["", "journey", "two_by_two", "resource_map", "dream"];

/** How a ballot is marked: some picks, or dots that may be put together. */
export type BallotMethod = "picks" | "dots";
export const BALLOT_METHOD: readonly BallotMethod[] = ["picks", "dots"];

/** How a phase votes; the numbers behind a preset stand in `ballots.py`. */
export type BallotPreset = "" | "pick3" | "dots";
export const BALLOT_PRESET: readonly BallotPreset[] = ["", "pick3", "dots"];

/** `draft`: who is here is not confirmed yet. `void`: the group went back; dots are free. */
export type BallotState = "draft" | "open" | "closed" | "void";
export const BALLOT_STATE: readonly BallotState[] = ["draft", "open", "closed", "void"];

/** What a phase collects. `theme`, `decision` and `action` are collected as groups, decisions and actions; all the others are cards. */
export type CardKind = "note" | "question" | "fact" | "gap" | "idea" | "benefit" | "caution" | "fix" | "theme" | "decision" | "action";
export const CARD_KIND: readonly CardKind[] = ["note", "question", "fact", "gap", "idea", "benefit", "caution", "fix", "theme", "decision", "action"];

/** How far a check of the server is. */
export type CheckState = "none" | "running" | "done";
export const CHECK_STATE: readonly CheckState[] = ["none", "running", "done"];

/** The colours of the board; each also has a word and a pattern (WCAG 1.4.1). */
export type Colour = "" | "yellow" | "green" | "blue" | "pink" | "orange" | "grey";
export const COLOUR: readonly Colour[] = ["", "yellow", "green", "blue", "pink", "orange", "grey"];

/** Who may make a workshop here: anyone, or whoever knows the code. */
export type Creation = "anyone" | "code";
export const CREATION: readonly Creation[] = ["anyone", "code"];

/** How many say "I'm done", in steps; empty below five people. */
export type Done = "" | "none" | "some" | "half" | "all";
export const DONE: readonly Done[] = ["", "none", "some", "half", "all"];

/** Why the server closes a socket. */
export type FarewellReason = "signed_out" | "left" | "forgotten" | "deleted" | "shutting_down" | "reload" | "moved";
export const FAREWELL_REASON: readonly FarewellReason[] = ["signed_out", "left", "forgotten", "deleted", "shutting_down", "reload", "moved"];

/** How much was really proved, least first. `MEETING`: who it is and in which meeting; `FULL`: their role too. */
export type Grade = "none" | "claim" | "identity" | "meeting" | "full";
export const GRADE: readonly Grade[] = ["none", "claim", "identity", "meeting", "full"];

/** Whom an invitation made inside is for: it works once, for ten minutes. */
export type Guest = "cofacilitator" | "screen";
export const GUEST: readonly Guest[] = ["cofacilitator", "screen"];

/** A way of thinking; `NONE` where a phase (a break) asks for none. */
export type Hat = "blue" | "white" | "green" | "yellow" | "black" | "red" | "none";
export const HAT: readonly Hat[] = ["blue", "white", "green", "yellow", "black", "red", "none"];

/** Why a card was hidden, in words that everybody may read; empty while it is not. */
export type HideReason = "" | "agreement" | "person" | "private" | "harm";
export const HIDE_REASON: readonly HideReason[] = ["", "agreement", "person", "private", "harm"];

/** What can be drawn or put beside the cards. */
export type ItemKind = "pen" | "marker" | "line" | "arrow" | "box" | "ellipse" | "diamond" | "text" | "picture";
export const ITEM_KIND: readonly ItemKind[] = ["pen", "marker", "line", "arrow", "box", "ellipse", "diamond", "text", "picture"];

/** How a result too close to call was settled (E30). */
export type Outcome = "" | "take_both" | "run_off" | "chosen";
export const OUTCOME: readonly Outcome[] = ["", "take_both", "run_off", "chosen"];

/** What a phase is for. */
export type PhaseKind = "check_in" | "open" | "ideate" | "reveal" | "group" | "feel" | "weigh" | "caution" | "fix" | "vote" | "break" | "close";
export const PHASE_KIND: readonly PhaseKind[] = ["check_in", "open", "ideate", "reveal", "group", "feel", "weigh", "caution", "fix", "vote", "break", "close"];

/** The name of a refusal, the same in Python, in TypeScript and on the wire. */
export type Refusal = "superseded" | "unknown_command" | "bad_field" | "wrong_role" | "not_opener" | "wrong_phase" | "run_over" | "workshop_waiting" | "workshop_ended" | "not_yours" | "no_such_card" | "no_such_group" | "no_such_ballot" | "no_such_phase" | "no_such_line" | "no_such_item" | "locked" | "wrong_kind" | "name_needed" | "unsigned_only" | "cannot_sign_later" | "too_late_to_edit" | "card_hidden" | "on_ballot" | "not_an_option" | "nothing_to_vote_on" | "over_budget" | "over_cap" | "ballot_not_open" | "ballot_open" | "not_on_roll" | "another_request" | "bad_signature" | "no_tie" | "talk_first" | "board_full" | "enough_cards" | "workshop_full" | "too_fast" | "slow_room" | "door_closed" | "bad_token" | "bad_key" | "unproven" | "bad_code" | "no_such_workshop" | "day_over" | "no_such_agenda" | "no_such_template" | "no_such_format" | "no_such_seat" | "no_such_move" | "export_not_allowed" | "saving_paused";
export const REFUSAL: readonly Refusal[] = ["superseded", "unknown_command", "bad_field", "wrong_role", "not_opener", "wrong_phase", "run_over", "workshop_waiting", "workshop_ended", "not_yours", "no_such_card", "no_such_group", "no_such_ballot", "no_such_phase", "no_such_line", "no_such_item", "locked", "wrong_kind", "name_needed", "unsigned_only", "cannot_sign_later", "too_late_to_edit", "card_hidden", "on_ballot", "not_an_option", "nothing_to_vote_on", "over_budget", "over_cap", "ballot_not_open", "ballot_open", "not_on_roll", "another_request", "bad_signature", "no_tie", "talk_first", "board_full", "enough_cards", "workshop_full", "too_fast", "slow_room", "door_closed", "bad_token", "bad_key", "unproven", "bad_code", "no_such_workshop", "day_over", "no_such_agenda", "no_such_template", "no_such_format", "no_such_seat", "no_such_move", "export_not_allowed", "saving_paused"];

/** What a device is in a workshop. */
export type SeatRole = "facilitator" | "participant" | "screen";
export const SEAT_ROLE: readonly SeatRole[] = ["facilitator", "participant", "screen"];

/** What a run is for. `write`: sealed until Next. `live`: shown while it runs. `read`: read only. `keep`: the worry run, beside the others. `check`: writers look at what they kept. `vote`: a ballot is open or about to be. `result`: its totals are shown. */
export type Stage = "write" | "live" | "read" | "keep" | "check" | "vote" | "result";
export const STAGE: readonly Stage[] = ["write", "live", "read", "keep", "check", "vote", "result"];

/** Where the workshop as a whole is. `deleted`: it is being forgotten, nothing goes on in it. */
export type State = "waiting" | "running" | "ended" | "deleted";
export const STATE: readonly State[] = ["waiting", "running", "ended", "deleted"];

/** `not_checked`: nothing is known, and the reason is told. */
export type Verdict = "held" | "did_not_hold" | "not_checked";
export const VERDICT: readonly Verdict[] = ["held", "did_not_hold", "not_checked"];

/** Who sees a new entry while its phase runs. */
export type Visibility = "live" | "private" | "shared";
export const VISIBILITY: readonly Visibility[] = ["live", "private", "shared"];

/** What to do about a result too close to call. */
export type Way = "take_both" | "run_off" | "talk" | "choose";
export const WAY: readonly Way[] = ["take_both", "run_off", "talk", "choose"];

/** Open the first phase. */
export interface StartWorkshop {
}

/** Leave the run named. From an open ballot: close it in ten seconds; there `version` is the clock's, so that a press sent again after *keep open* closes nothing. */
export interface NextPhase {
  readonly run: string;
  readonly version: number;
}

/** Leave the run named, unrevealed, for an earlier phase (its position, from 0). `version` is the clock's: the run may be opened again, and this must not leave it twice. */
export interface BackPhase {
  readonly run: string;
  readonly phase: number;
  readonly version: number;
}

/** Add seconds to the clock, or take some away. */
export interface ExtendPhase {
  readonly run: string;
  readonly version: number;
  readonly seconds: number;
}

/** Stop the clock. */
export interface PausePhase {
  readonly run: string;
  readonly version: number;
}

/** Let the clock go on. */
export interface ResumePhase {
  readonly run: string;
  readonly version: number;
}

/** Call back the closing of a ballot, while its ten seconds run. */
export interface KeepBallotOpen {
  readonly run: string;
  readonly version: number;
}

/** End the workshop. Reveals nothing. `run`: the run it ends in, or empty before the start. */
export interface EndWorkshop {
  readonly run: string;
}

/** Give the workshop another title. */
export interface RenameWorkshop {
  readonly title: string;
  readonly version: number;
}

/** Keep the workshop for so many days after its end. */
export interface KeepFor {
  readonly days: number;
  readonly version: number;
}

/** Delete this workshop, and all that was ever stored of it, now and for good. `workshop`: its id, so that a press that is sent again later never lands on another one. */
export interface DeleteWorkshop {
  readonly workshop: string;
}

/** Fold the cards of a run that was shown, or unfold them. They stay in every view (E19). */
export interface TuckAway {
  readonly run: string;
  readonly tucked: boolean;
  readonly version: number;
}

/** Slow the room down, or let it go on as before: one card every 20 seconds from each device (E34). */
export interface SlowRoom {
  readonly slow: boolean;
  readonly version: number;
}

/** Close the door for everybody new, or open it. `version`: `door_version`. */
export interface CloseDoor {
  readonly closed: boolean;
  readonly version: number;
}

/** Write a card. A kept worry is a caution whose `run` is the worry run. `language`: of its words, if said. */
export interface AddCard {
  readonly id: string;
  readonly run: string;
  readonly kind: CardKind;
  readonly verifier: string;
  readonly text: string;
  readonly signed?: string;
  readonly target?: string;
  readonly language?: string;
}

/** Change one's own card. `number` rises with each edit; `signed` may only become empty. `shown`: its writer saw it on the board. A change meant for an unseen card must not land on one that has come out since: alone and live it would unmask its writer (DESIGN 4). */
export interface EditCard {
  readonly id: string;
  readonly key: string;
  readonly number: number;
  readonly text: string;
  readonly signed?: string;
  readonly shown?: boolean;
}

/** Take back one's own card. `shown`: as in `EditCard`. */
export interface WithdrawCard {
  readonly id: string;
  readonly key: string;
  readonly shown?: boolean;
}

/** Change the words of a card that is shown, as facilitator (E23). */
export interface RewordCard {
  readonly id: string;
  readonly text: string;
  readonly version: number;
}

/** Hide a card that is shown, for a reason that all may read, as facilitator (E33). `version`: the card's `hidden_version`. */
export interface HideCard {
  readonly id: string;
  readonly reason: HideReason;
  readonly version: number;
}

/** Bring a hidden card back. `wording`: that of the hidden words which were read. */
export interface ShowCard {
  readonly id: string;
  readonly version: number;
  readonly wording: number;
}

/** Ask those who lead to look at a card, in this wording. Nobody learns who asked. */
export interface FlagCard {
  readonly id: string;
  readonly wording: number;
}

/** A card that somebody asked about has been looked at, and stays. */
export interface LookedAt {
  readonly id: string;
  readonly wording: number;
}

/** Make a group. */
export interface AddGroup {
  readonly id: string;
  readonly run: string;
  readonly name: string;
}

/** Name a group. */
export interface RenameGroup {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/** Unmake a group: its cards stand alone again. */
export interface RemoveGroup {
  readonly id: string;
}

/** Put a card into a group, or (empty) let it stand alone. `version` is the card's `place`. */
export interface MoveCard {
  readonly id: string;
  readonly group: string;
  readonly version: number;
}

/** Choose the options that are weighed and voted on. */
export interface SetShortlist {
  readonly options: readonly string[];
  readonly version: number;
}

/** Call off the open ballot of this run, so that it can be held anew. `version`: the clock's (E31). */
export interface CallOffBallot {
  readonly run: string;
  readonly version: number;
}

/** Settle a result too close to call. `option` only with `choose`, after talking. */
export interface SettleTie {
  readonly run: string;
  readonly ballot: string;
  readonly way: Way;
  readonly option?: string;
}

/** Write down what the group decided. */
export interface AddDecision {
  readonly id: string;
  readonly run: string;
  readonly text: string;
  readonly options?: readonly string[];
}

/** Change the words of a decision. */
export interface ChangeDecision {
  readonly id: string;
  readonly text: string;
  readonly version: number;
}

/** Take a decision off the board. */
export interface RemoveDecision {
  readonly id: string;
}

/** Write down what somebody will do. */
export interface AddAction {
  readonly id: string;
  readonly run: string;
  readonly text: string;
  readonly owner?: string;
  readonly due?: string;
}

/** Change one field of an action; each field is shared by itself and has its own version. */
export interface ChangeAction {
  readonly id: string;
  readonly field: ActionField;
  readonly value: string;
  readonly version: number;
}

/** Take an action off the board. */
export interface RemoveAction {
  readonly id: string;
}

/** Fill in a field of the plan. `field`: its id in the plan template. */
export interface ChangePlan {
  readonly field: string;
  readonly text: string;
  readonly version: number;
}

/** Put a card, a group or an item somewhere on the board; `placed` false: back to where the board puts it. */
export interface Place {
  readonly what: string;
  readonly placed: boolean;
  readonly x: number;
  readonly y: number;
  readonly version: number;
}

/** Give a card, a group or an item a colour. `version`: its `colour_version`. */
export interface Paint {
  readonly what: string;
  readonly colour: Colour;
  readonly version: number;
}

/** Keep a thing where and as it is, or let it be changed again. `version`: its `lock_version`. */
export interface Lock {
  readonly what: string;
  readonly locked: boolean;
  readonly version: number;
}

/** Draw, write or put something on the board: an `Item` and its `Spot`. */
export interface AddItem {
  readonly id: string;
  readonly run: string;
  readonly kind: ItemKind;
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
  readonly points?: readonly number[];
  readonly start?: string;
  readonly end?: string;
  readonly text?: string;
  readonly file?: string;
  readonly colour?: Colour;
}

/** Change what an item is: all of this is one shared field. Where it is: `Place`. */
export interface ChangeItem {
  readonly id: string;
  readonly version: number;
  readonly width?: number;
  readonly height?: number;
  readonly points?: readonly number[];
  readonly start?: string;
  readonly end?: string;
  readonly text?: string;
}

/** Take an item off the board. */
export interface RemoveItem {
  readonly id: string;
}

/** Show everybody which card is being read out; empty: none. `version`: `reading_version`. */
export interface ReadOut {
  readonly what: string;
  readonly version: number;
}

/** Sent every 15 s. Answer data: `{now}`: the server's clock, milliseconds since 1970. */
export interface Beat {
}

/** The name for hello and actions; empty for none. */
export interface ChangeName {
  readonly name: string;
}

/** Say "I'm done" with this run, or not yet after all. */
export interface MarkDone {
  readonly run: string;
  readonly done: boolean;
}

/** Ask those who lead for a talk, by name and in private, or not any more. In memory only. */
export interface AskToTalk {
  readonly wish: boolean;
}

/** Give up this seat for good. */
export interface Leave {
}

/** Facilitator: these seats may vote in this ballot; then it opens. */
export interface ConfirmRoll {
  readonly run: string;
  readonly ballot: string;
  readonly seats: readonly string[];
}

/** Facilitator: let a later arrival vote in the open ballot. */
export interface LetIn {
  readonly ballot: string;
  readonly seat: string;
}

/** Ask for this seat's ballot. `request`: the blinded message, as long as the key (RFC 9474, 4.2). Answer data: `{sig}`: the blind signature, in the same form. */
export interface AskCredential {
  readonly ballot: string;
  readonly request: string;
}

/** Facilitator: this place is empty (a person who joined twice, or has gone). */
export interface RetireSeat {
  readonly seat: string;
}

/** Facilitator: a link that lets one co-facilitator or one room screen in. Answer data: `{link}`, with the key in its fragment. */
export interface Invite {
  readonly guest: Guest;
}

/** Facilitator: which devices hold the facilitator's right. Answer data: `{devices: [{id, label, this, here}]}`. */
export interface ListDevices {
}

/** Facilitator: this device loses its right. */
export interface SignOut {
  readonly device: string;
}

/** Facilitator: make a new recovery code to print; the old one stops working. Answer data: `{recovery_code}`. */
export interface ShowRecovery {
}

/** Under `workshop`: what the workshop is and where it stands. `run`, `worry_run`: run ids or empty. `keeping`: a worry can be kept for later now. `slow`: one card every 20 seconds from each device. `hidden`: how many cards are hidden. `reading`: the card that is being read out, or empty. */
export interface WorkshopEntry {
  readonly id: string;
  readonly title: string;
  readonly title_version: number;
  readonly state: State;
  readonly agenda: string;
  readonly agenda_title: string;
  readonly purpose: string;
  readonly plan: string;
  readonly participants_may_export: boolean;
  readonly phases: readonly PhaseEntry[];
  readonly run: string;
  readonly worry_run: string;
  readonly keeping: boolean;
  readonly shortlist: readonly string[];
  readonly shortlist_version: number;
  readonly slow: boolean;
  readonly slow_version: number;
  readonly door_closed: boolean;
  readonly door_version: number;
  readonly hidden: number;
  readonly language: string;
  readonly reading: string;
  readonly reading_version: number;
}

/** Under `timing`, facilitators only: when it started, in milliseconds since 1970. */
export interface TimingEntry {
  readonly started_at: number;
}

/** Under `keeping`: everything is deleted so many days after the end, or after it was last used. `day`: the date on which that will be, in days since 1970; 0 before the end. */
export interface KeepingEntry {
  readonly days: number;
  readonly version: number;
  readonly day: number;
}

/** Under `clock`. Times in milliseconds since 1970 on the server's clock, or 0. */
export interface ClockEntry {
  readonly ends_at: number;
  readonly paused: boolean;
  readonly left: number;
  readonly closing_at: number;
  readonly version: number;
}

/** Under `run:ID`. `phase`: its position in the agenda, from 0. */
export interface RunEntry {
  readonly id: string;
  readonly phase: number;
  readonly stage: Stage;
  readonly round: number;
  readonly open: boolean;
  readonly revealed: boolean;
  readonly ballot: string;
  readonly tucked: boolean;
  readonly tucked_version: number;
}

/** Under `card:ID`, once it is out. `late`: it came after its kind had been shown (E03). `hidden`: why it has no words and no name here (E33). */
export interface CardEntry {
  readonly id: string;
  readonly run: string;
  readonly kind: CardKind;
  readonly text: string;
  readonly signed: string;
  readonly target: string;
  readonly group: string;
  readonly place: number;
  readonly wording: number;
  readonly late: boolean;
  readonly hidden: HideReason;
  readonly hidden_version: number;
  readonly language: string;
}

/** Under `hidden:ID`, facilitators only: the words of a hidden card. */
export interface HiddenEntry {
  readonly id: string;
  readonly text: string;
  readonly signed: string;
  readonly wording: number;
}

/** Under `flag:ID`, facilitators only: somebody asked that this card be looked at. */
export interface FlagEntry {
  readonly id: string;
  readonly wording: number;
}

/** Under `group:ID`. */
export interface GroupEntry {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/** Under `ballot:ID`. `seats` (how many could vote), `reissued` (how many of these in place of a lost ballot), `cast`, `totals`, `voters` and `ranking`: nothing before it closes. `few`: fewer than three people voted, so nothing of how they did is there (E32e). `tied`: the options that are too close to call. `taken`: hidden since it opened (E31). */
export interface BallotEntry {
  readonly id: string;
  readonly run: string;
  readonly method: BallotMethod;
  readonly options: readonly string[];
  readonly budget: number;
  readonly cap: number;
  readonly run_off: boolean;
  readonly state: BallotState;
  readonly seats: number;
  readonly public_key: string;
  readonly cast: number;
  readonly few: boolean;
  readonly totals: Readonly<Record<string, number>>;
  readonly voters: Readonly<Record<string, number>>;
  readonly ranking: readonly string[];
  readonly tied: readonly string[];
  readonly talked: boolean;
  readonly outcome: Outcome;
  readonly chosen: readonly string[];
  readonly taken: readonly string[];
  readonly reissued: number;
}

/** Under `decision:ID`. */
export interface DecisionEntry {
  readonly id: string;
  readonly text: string;
  readonly options: readonly string[];
  readonly version: number;
}

/** Under `action:ID`. `versions`: by field; a field that is missing has version 0. */
export interface ActionEntry {
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  readonly status: ActionStatus;
  readonly versions: Readonly<Record<string, number>>;
}

/** Under `plan:FIELD`: what people typed into a field of the plan. */
export interface PlanEntry {
  readonly id: string;
  readonly text: string;
  readonly version: number;
}

/** Under `spot:ID`, the id of a card, a group or an item: how it lies on the board (`canvas.Spot`). */
export interface SpotEntry {
  readonly id: string;
  readonly placed: boolean;
  readonly x: number;
  readonly y: number;
  readonly version: number;
  readonly colour: Colour;
  readonly colour_version: number;
  readonly locked: boolean;
  readonly lock_version: number;
}

/** Under `item:ID`: something drawn or put beside the cards (`canvas.Item`). */
export interface ItemEntry {
  readonly id: string;
  readonly kind: ItemKind;
  readonly width: number;
  readonly height: number;
  readonly points: readonly number[];
  readonly start: string;
  readonly end: string;
  readonly text: string;
  readonly file: string;
  readonly version: number;
}

/** The room as one audience may know it. `people`: 0 below five, else 5, 10, 15 ... `small`: fewer than five people are here. `leading`: the name of who leads, or empty. `saving`: False while nothing can be saved. `seats`, `waiting` and `talks`: facilitators only. */
export interface RoomEntry {
  readonly people: number;
  readonly small: boolean;
  readonly facilitator_here: boolean;
  readonly leading: string;
  readonly done: Done;
  readonly saving: boolean;
  readonly seats: readonly SeatEntry[];
  readonly waiting: readonly string[];
  readonly talks: readonly string[];
}

/** Make a workshop from an agenda. `creation_code`: where one is asked for. `scratch`: for a check of the server; it is deleted soon after the last device has left it. `language`: of the agenda's words, where it has been translated; its own where it has not. */
export interface CreateWorkshop {
  readonly agenda: string;
  readonly title: string;
  readonly creation_code?: string;
  readonly scratch?: boolean;
  readonly language?: string;
}

/** Find the workshop of a join code; `o`, `i`, `l`, case, spaces and hyphens are forgiven. */
export interface Join {
  readonly code: string;
}

/** Take a seat as participant. `name`: only if one likes. */
export interface TakeSeat {
  readonly name?: string;
}

/** Exchange the link's key, an invitation's key or the recovery code for a token. `label`: what this device is called in the list of devices. */
export interface OpenAsFacilitator {
  readonly key?: string;
  readonly recovery_code?: string;
  readonly name?: string;
  readonly label?: string;
}

/** Exchange a screen's one-time key for a token. */
export interface OpenAsScreen {
  readonly key: string;
}

/** Check this server. */
export interface StartCheck {
}

/** A ballot, with no identity. `nullifier`: the secret that was signed blind; `prefix`: the 32 random bytes before the message; `sig`: base64url (RFC 9474). `rev` rises with each change of mind; `allocation` replaces the one before. `pad` fills the body up to `CAST_BYTES`, so that no length tells how many options somebody marked. */
export interface Cast {
  readonly nullifier: string;
  readonly prefix: string;
  readonly sig: string;
  readonly rev: number;
  readonly allocation: Readonly<Record<string, number>>;
  readonly pad?: string;
}

/** First device: keep this for another device of mine, for five minutes. `id`: made from the code, as its key is. */
export interface OfferMove {
  readonly id: string;
  readonly sealed: string;
}

/** Second device: give me the bundle. It is given once. */
export interface TakeMove {
  readonly id: string;
}

/** Second device, in the first one's name: I have everything. The place is mine from now on. `token_hash`: SHA-256 of the token that only the second device holds. */
export interface FinishMove {
  readonly id: string;
  readonly token_hash: string;
}

/** First device: call it off, unless it has happened. */
export interface EndMove {
  readonly id: string;
}

/** Come in from a meeting program. `proof`: as its page gave it; or `ticket`: from the answer before. `look`: only tell which workshop it is. `token`: of the place that this device has there already. `screen`: a device that a whole room looks at. `agenda`, `title`, `language`, `creation_code`: make a workshop for this meeting if none goes on in it. `workshop`, `key`: bring one into it that was made before. */
export interface Admit {
  readonly proof: Readonly<Record<string, string>>;
  readonly ticket?: string;
  readonly name?: string;
  readonly look?: boolean;
  readonly token?: string;
  readonly screen?: boolean;
  readonly agenda?: string;
  readonly title?: string;
  readonly language?: string;
  readonly creation_code?: string;
  readonly workshop?: string;
  readonly key?: string;
}

/** What this server is. */
export interface About {
  readonly protocol: string;
  readonly creation: Creation;
  readonly version: string;
  readonly public_url: string;
}

/** An agenda to choose from. */
export interface AgendaReply {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly minutes: number;
  readonly phases: readonly PhaseEntry[];
  readonly language: string;
}

/** A new workshop. The facilitator's key stands in the fragment of `facilitator_link`. */
export interface Created {
  readonly workshop: string;
  readonly facilitator_link: string;
  readonly link: string;
  readonly join_code: string;
  readonly recovery_code: string;
}

/** The workshop that a join code opens. */
export interface Joined {
  readonly workshop: string;
}

/** What whoever holds the link may know before joining. */
export interface WorkshopReply {
  readonly workshop: string;
  readonly title: string;
  readonly state: State;
  readonly language: string;
}

/** A place in the workshop. `seat` is empty for a screen. */
export interface Seated {
  readonly seat: string;
  readonly token: string;
  readonly role: SeatRole;
}

/** `promise` and `seen`: plain sentences. Neither repeats words of anybody. */
export interface Finding {
  readonly promise: string;
  readonly verdict: Verdict;
  readonly seen: string;
}

/** A check of the server. `problem`: why there is no report, or empty. `page`: the report as an HTML file. `limits`: what nobody can find out so. */
export interface CheckReply {
  readonly state: CheckState;
  readonly problem: string;
  readonly findings: readonly Finding[];
  readonly limits: readonly string[];
  readonly page: string;
}

/** A picture that was taken in. `file`: what an item names; `width`, `height`: in points. */
export interface PictureReply {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/** How others come in. `link`: the path; `url`: the whole address to copy. */
export interface Invitation {
  readonly link: string;
  readonly join_code: string;
  readonly url: string;
}

/** Lengths that a device needs to know, in milliseconds. `spread_ms`: a device asks for its ballot, and casts it, at a moment by chance within so long. */
export interface PaceEntry {
  readonly closing_ms: number;
  readonly batch_ms: number;
  readonly grace_ms: number;
  readonly spread_ms: number;
}

/** The answer to `Beat`: the server's clock, and the number of one's view. */
export interface BeatData {
  readonly now: number;
  readonly number: number;
}

/** A device that holds the facilitator's right. `this`: the one that asks. */
export interface Device {
  readonly id: string;
  readonly label: string;
  readonly this: boolean;
  readonly here: boolean;
  readonly cofacilitator: boolean;
}

/** The last thing a socket hears. */
export interface Farewell {
  readonly reason: FarewellReason;
  readonly say: string;
}

/** The bundle that was left. */
export interface Bundle {
  readonly sealed: string;
}

/** Whether the place is on the other device now. */
export interface Moved {
  readonly moved: boolean;
}

/** What a meeting program has proved, and the place that somebody has now; all empty while there is no workshop. `ticket`: to ask again with, for some minutes. `name`: as the program calls them; only ever offered to them. `meeting`: it said which meeting this is. `leads`: they lead what they start. `may_start`: they need no code for that. */
export interface Admitted {
  readonly ticket: string;
  readonly name: string;
  readonly meeting: boolean;
  readonly grade: Grade;
  readonly leads: boolean;
  readonly may_start: boolean;
  readonly workshop: string;
  readonly title: string;
  readonly state: string;
  readonly language: string;
  readonly seat: string;
  readonly token: string;
  readonly role: SeatRole;
}

/** The answer to `enter`: the whole view of one's audience, and who one is here. `number`: of this view. `now`: the server's clock, milliseconds since 1970. `epoch`: changes when the store was set back. */
export interface Entered {
  readonly view: View;
  readonly number: number;
  readonly room: RoomEntry;
  readonly now: number;
  readonly audience: string;
  readonly role: SeatRole;
  readonly seat: string;
  readonly name: string;
  readonly epoch: string;
  readonly protocol: string;
  readonly invitation: Invitation;
  readonly pace: PaceEntry;
  readonly cofacilitator: boolean;
  readonly support: string;
}

/** A phase of the agenda. `minutes`: as planned. */
export interface PhaseEntry {
  readonly title: string;
  readonly kind: PhaseKind;
  readonly hat: Hat;
  readonly minutes: number;
  readonly prompt: string;
  readonly visibility: Visibility;
  readonly authorship: Authorship;
  readonly cards: readonly CardKind[];
  readonly ballot: BallotPreset;
  readonly background: Background;
}

/** A seat as facilitators see it. */
export interface SeatEntry {
  readonly id: string;
  readonly name: string;
  readonly facilitator: boolean;
  readonly here: boolean;
}

/** The commands about the workshop, by name. */
export interface Commands {
  readonly StartWorkshop: StartWorkshop;
  readonly NextPhase: NextPhase;
  readonly BackPhase: BackPhase;
  readonly ExtendPhase: ExtendPhase;
  readonly PausePhase: PausePhase;
  readonly ResumePhase: ResumePhase;
  readonly KeepBallotOpen: KeepBallotOpen;
  readonly EndWorkshop: EndWorkshop;
  readonly RenameWorkshop: RenameWorkshop;
  readonly KeepFor: KeepFor;
  readonly DeleteWorkshop: DeleteWorkshop;
  readonly TuckAway: TuckAway;
  readonly SlowRoom: SlowRoom;
  readonly CloseDoor: CloseDoor;
  readonly AddCard: AddCard;
  readonly EditCard: EditCard;
  readonly WithdrawCard: WithdrawCard;
  readonly RewordCard: RewordCard;
  readonly HideCard: HideCard;
  readonly ShowCard: ShowCard;
  readonly FlagCard: FlagCard;
  readonly LookedAt: LookedAt;
  readonly AddGroup: AddGroup;
  readonly RenameGroup: RenameGroup;
  readonly RemoveGroup: RemoveGroup;
  readonly MoveCard: MoveCard;
  readonly SetShortlist: SetShortlist;
  readonly CallOffBallot: CallOffBallot;
  readonly SettleTie: SettleTie;
  readonly AddDecision: AddDecision;
  readonly ChangeDecision: ChangeDecision;
  readonly RemoveDecision: RemoveDecision;
  readonly AddAction: AddAction;
  readonly ChangeAction: ChangeAction;
  readonly RemoveAction: RemoveAction;
  readonly ChangePlan: ChangePlan;
  readonly Place: Place;
  readonly Paint: Paint;
  readonly Lock: Lock;
  readonly AddItem: AddItem;
  readonly ChangeItem: ChangeItem;
  readonly RemoveItem: RemoveItem;
  readonly ReadOut: ReadOut;
}

/** The commands about people, by name. */
export interface PeopleCommands {
  readonly Beat: Beat;
  readonly ChangeName: ChangeName;
  readonly MarkDone: MarkDone;
  readonly AskToTalk: AskToTalk;
  readonly Leave: Leave;
  readonly ConfirmRoll: ConfirmRoll;
  readonly LetIn: LetIn;
  readonly AskCredential: AskCredential;
  readonly RetireSeat: RetireSeat;
  readonly Invite: Invite;
  readonly ListDevices: ListDevices;
  readonly SignOut: SignOut;
  readonly ShowRecovery: ShowRecovery;
}

/** The entries of a view, by the part before the colon. */
export interface Entries {
  readonly workshop: WorkshopEntry;
  readonly timing: TimingEntry;
  readonly keeping: KeepingEntry;
  readonly clock: ClockEntry;
  readonly run: RunEntry;
  readonly card: CardEntry;
  readonly hidden: HiddenEntry;
  readonly flag: FlagEntry;
  readonly group: GroupEntry;
  readonly ballot: BallotEntry;
  readonly decision: DecisionEntry;
  readonly action: ActionEntry;
  readonly plan: PlanEntry;
  readonly spot: SpotEntry;
  readonly item: ItemEntry;
}

/** What the server answers to an `ask`. `say` is a sentence for the person. */
export type Answer<Data = unknown> =
  | { readonly status: "ok"; readonly data?: Data }
  | { readonly status: "superseded"; readonly code: "superseded"; readonly say: string }
  | {
      readonly status: "refused";
      readonly code: Refusal;
      readonly say: string;
      readonly field?: string;
    };

/** A change of the view from number `from` to number `to`; `room` travels whole. */
export interface PatchFrame {
  readonly from: number;
  readonly to: number;
  readonly set: View;
  readonly gone: readonly string[];
  readonly room?: RoomEntry;
}

/** What an HTTP call replies when it did not do what was asked. */
export interface HttpProblem {
  readonly code: Refusal;
  readonly say: string;
  readonly field?: string;
}

/** A whole view: entries by key (`card:ID`; `workshop`, `clock` and `timing` stand alone). */
export type View = Readonly<Record<string, Entry>>;

/** One entry of a view; which one, the key says. */
export type Entry = Entries[keyof Entries];

/** The bounds of what is sent, by command and field. */
export const LIMITS = {
  "NextPhase": {
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "BackPhase": {
    "phase": {
      "least": 0,
      "most": 100
    },
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "ExtendPhase": {
    "version": {
      "least": 0,
      "most": 2147483648
    },
    "seconds": {
      "least": -3600,
      "most": 3600
    }
  },
  "PausePhase": {
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "ResumePhase": {
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "KeepBallotOpen": {
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "RenameWorkshop": {
    "title": {
      "least": 1,
      "most": 200
    },
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "KeepFor": {
    "days": {
      "least": 1,
      "most": 365
    },
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "TuckAway": {
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "SlowRoom": {
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "CloseDoor": {
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "AddCard": {
    "text": {
      "least": 1,
      "most": 1000
    },
    "signed": {
      "least": 0,
      "most": 60
    }
  },
  "EditCard": {
    "number": {
      "least": 0,
      "most": 2147483648
    },
    "text": {
      "least": 1,
      "most": 1000
    },
    "signed": {
      "least": 0,
      "most": 60
    }
  },
  "RewordCard": {
    "text": {
      "least": 1,
      "most": 1000
    },
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "HideCard": {
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "ShowCard": {
    "version": {
      "least": 0,
      "most": 2147483648
    },
    "wording": {
      "least": 0,
      "most": 2147483648
    }
  },
  "FlagCard": {
    "wording": {
      "least": 0,
      "most": 2147483648
    }
  },
  "LookedAt": {
    "wording": {
      "least": 0,
      "most": 2147483648
    }
  },
  "AddGroup": {
    "name": {
      "least": 1,
      "most": 200
    }
  },
  "RenameGroup": {
    "name": {
      "least": 1,
      "most": 200
    },
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "MoveCard": {
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "SetShortlist": {
    "options": {
      "most": 60
    },
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "CallOffBallot": {
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "AddDecision": {
    "text": {
      "least": 1,
      "most": 1000
    },
    "options": {
      "most": 60
    }
  },
  "ChangeDecision": {
    "text": {
      "least": 1,
      "most": 1000
    },
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "AddAction": {
    "text": {
      "least": 1,
      "most": 1000
    },
    "owner": {
      "least": 0,
      "most": 60
    }
  },
  "ChangeAction": {
    "value": {
      "least": 0,
      "most": 1000
    },
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "ChangePlan": {
    "field": {
      "least": 0,
      "most": 40
    },
    "text": {
      "least": 0,
      "most": 1000
    },
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "Place": {
    "x": {
      "least": -100000,
      "most": 100000
    },
    "y": {
      "least": -100000,
      "most": 100000
    },
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "Paint": {
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "Lock": {
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "AddItem": {
    "x": {
      "least": -100000,
      "most": 100000
    },
    "y": {
      "least": -100000,
      "most": 100000
    },
    "width": {
      "least": 0,
      "most": 100000
    },
    "height": {
      "least": 0,
      "most": 100000
    },
    "points": {
      "most": 1500
    },
    "text": {
      "least": 0,
      "most": 1000
    }
  },
  "ChangeItem": {
    "version": {
      "least": 0,
      "most": 2147483648
    },
    "width": {
      "least": 0,
      "most": 100000
    },
    "height": {
      "least": 0,
      "most": 100000
    },
    "points": {
      "most": 1500
    },
    "text": {
      "least": 0,
      "most": 1000
    }
  },
  "ReadOut": {
    "version": {
      "least": 0,
      "most": 2147483648
    }
  },
  "ChangeName": {
    "name": {
      "least": 0,
      "most": 60
    }
  },
  "ConfirmRoll": {
    "seats": {
      "most": 1000
    }
  },
  "CreateWorkshop": {
    "agenda": {
      "least": 1,
      "most": 60
    },
    "title": {
      "least": 1,
      "most": 200
    },
    "creation_code": {
      "least": 0,
      "most": 40
    }
  },
  "Join": {
    "code": {
      "least": 1,
      "most": 40
    }
  },
  "TakeSeat": {
    "name": {
      "least": 0,
      "most": 60
    }
  },
  "OpenAsFacilitator": {
    "recovery_code": {
      "least": 0,
      "most": 40
    },
    "name": {
      "least": 0,
      "most": 60
    },
    "label": {
      "least": 0,
      "most": 60
    }
  },
  "Cast": {
    "sig": {
      "least": 1,
      "most": 600
    },
    "rev": {
      "least": 0,
      "most": 2147483648
    },
    "allocation": {
      "most": 60
    },
    "pad": {
      "least": 0,
      "most": 1024
    }
  },
  "Admit": {
    "proof": {
      "most": 8
    },
    "ticket": {
      "least": 0,
      "most": 8192
    },
    "name": {
      "least": 0,
      "most": 60
    },
    "agenda": {
      "least": 0,
      "most": 60
    },
    "title": {
      "least": 0,
      "most": 200
    },
    "creation_code": {
      "least": 0,
      "most": 40
    }
  }
} as const;

export const MAX_TEXT = 1000;
export const MAX_NAME = 60;
export const MAX_OPTIONS = 60;
export const CAST_BYTES = 1024;
export const COARSE = 5;

/** The hats: label, purpose, what helps and what does not. */
export const HATS = {
  "blue": {
    "label": "Process",
    "purpose": "Plan the thinking, keep to it, sum up, decide what next.",
    "do": [
      "Say the question in one sentence",
      "Sum up where we are",
      "Bring people back kindly"
    ],
    "dont": [
      "Push your own view",
      "Skip the ending"
    ]
  },
  "white": {
    "label": "Facts",
    "purpose": "What we know, what we do not know, and how to find out. No views.",
    "do": [
      "Say who told you",
      "Write gaps as questions",
      "Tell what people who are not here say"
    ],
    "dont": [
      "Argue about a fact: write both down",
      "Turn facts into verdicts"
    ]
  },
  "green": {
    "label": "Ideas",
    "purpose": "New ideas, other ways, building on each other, ways round problems.",
    "do": [
      "Go for many",
      "Welcome odd ones",
      "Build: yes, and",
      "Keep worries for later"
    ],
    "dont": [
      "Judge",
      "Explain at length",
      "Look for the one right answer"
    ]
  },
  "yellow": {
    "label": "Benefits",
    "purpose": "What is good here, for whom, and why it could work.",
    "do": [
      "Give a because",
      "Find something good in ideas you dislike too"
    ],
    "dont": [
      "Cheer without a reason",
      "Sneak in a but"
    ]
  },
  "black": {
    "label": "Cautions",
    "purpose": "Care: what may go wrong, not fit, cost too much or hurt someone. With reasons.",
    "do": [
      "Give a because",
      "Add what would make it work",
      "Speak about the idea"
    ],
    "dont": [
      "Attack people",
      "Say only that it will not work"
    ]
  },
  "red": {
    "label": "Feelings",
    "purpose": "How it feels right now. No reasons, and nobody may ask for them.",
    "do": [
      "Tap what pulls you",
      "Everyone at the same moment"
    ],
    "dont": [
      "Explain",
      "Ask why"
    ]
  },
  "none": {
    "label": "Break",
    "purpose": "A rest. Nothing is asked of you.",
    "do": [],
    "dont": []
  }
} as const;

/** The label of each kind of card. */
export const KIND_LABELS = {
  "note": "Note",
  "question": "Question",
  "fact": "Fact",
  "gap": "What we do not know",
  "idea": "Idea",
  "benefit": "Benefit",
  "caution": "Caution",
  "fix": "Way round a worry",
  "theme": "Group",
  "decision": "Decision",
  "action": "Action"
} as const;

/** The sentence of each refusal. */
export const SENTENCES = {
  "superseded": "Someone changed this just before you. What you see now is the newest.",
  "unknown_command": "This page asked for something we do not know. Please reload it.",
  "bad_field": "Something in this is missing or has the wrong form.",
  "wrong_role": "Only the people leading the workshop can do this.",
  "not_opener": "Only the person who opened the workshop can do this.",
  "wrong_phase": "This is not part of the step we are in.",
  "run_over": "That step is over. Your words are kept on this device.",
  "workshop_waiting": "The workshop has not started yet.",
  "workshop_ended": "The workshop is over. Your words are kept on this device.",
  "not_yours": "Only the device that wrote this can change it.",
  "no_such_card": "This card is no longer here.",
  "no_such_group": "This group is no longer here.",
  "no_such_ballot": "This vote is no longer here.",
  "no_such_phase": "There is no such step.",
  "no_such_line": "This line is no longer here.",
  "no_such_item": "This is no longer on the board.",
  "locked": "This is locked. Whoever leads can unlock it.",
  "wrong_kind": "This step does not ask for that kind of card.",
  "name_needed": "This step is signed. Add the name you want people to see.",
  "unsigned_only": "This step is unsigned. Please send it without a name.",
  "cannot_sign_later": "A card cannot be signed, or signed otherwise, later on.",
  "too_late_to_edit": "This card is in use now. Ask a facilitator to change its words.",
  "card_hidden": "This card is hidden now. It has to be brought back first.",
  "on_ballot": "This has been put to the vote, so it has to stay as it is.",
  "not_an_option": "That is not one of the options of this vote.",
  "nothing_to_vote_on": "There is nothing to vote on yet.",
  "over_budget": "That is more than you have to give. Take something back first.",
  "over_cap": "That is more than one option can have from you.",
  "ballot_not_open": "This vote is not open.",
  "ballot_open": "A vote is open. Please wait until it has closed.",
  "not_on_roll": "You came after this vote opened. The facilitator can let you in.",
  "another_request": "You already have your ballot, on the device that asked first.",
  "bad_signature": "This ballot was not given out by this workshop.",
  "no_tie": "This result is not too close to call.",
  "talk_first": "Talk for two minutes first, then choose together.",
  "board_full": "The board is full. Please take something off it first.",
  "enough_cards": "You have sent a great many cards in this step. Please leave some room for others.",
  "workshop_full": "This workshop is full. Please ask the facilitator.",
  "too_fast": "That was a lot at once. Please try again in a moment.",
  "slow_room": "The room is slowed down: one card every 20 seconds. Your words are kept until then.",
  "door_closed": "The door is closed: nobody new can come in now. Please ask the facilitator.",
  "bad_token": "This device is not in the workshop any more. Please join again.",
  "unproven": "Your meeting program could not show who you are. Please use the link instead.",
  "bad_key": "This key does not open the workshop. Please check the link or the code.",
  "bad_code": "We found no workshop with this code. Please check it and try again.",
  "no_such_workshop": "There is nothing at this address.",
  "day_over": "That day is over already. To delete everything now, choose “Delete now”.",
  "no_such_agenda": "We found no agenda of that name.",
  "no_such_template": "We found no plan template of that name.",
  "no_such_format": "We cannot make a file of that kind.",
  "no_such_seat": "This person is no longer here.",
  "no_such_move": "This code does not work any more. Please make a new one on your other device.",
  "export_not_allowed": "In this workshop the facilitator shares the plan. Please ask.",
  "saving_paused": "Saving is paused. Your words are kept on this device."
} as const;
