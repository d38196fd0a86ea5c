// What can be done about one card: those who lead hide it and bring it back, everybody else asks them to look.
import { useState } from "preact/hooks";
import { announce } from "../../announcer.tsx";
import { ask, type Reply } from "../../asking.ts";
import { writing } from "../../own/kept.ts";
import { Button } from "../../parts/button.tsx";
import { Choice, Choices } from "../../parts/choice.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Notice } from "../../parts/notice.tsx";
import { type CardEntry, type FlagEntry, HIDE_REASON, type HiddenEntry, type HideReason } from "../../protocol.gen.ts";
import { t as say } from "../../words/words.ts";
import { ballot, entries, room, session } from "../../workshop.ts";
import CardActs from "../sorting/card-acts.tsx";
import { askToLook, hasAsked } from "./flags.ts";
import Talk from "./talk.tsx";
import { t } from "./words.ts";

const REASONS = HIDE_REASON.filter((one): one is Exclude<HideReason, ""> => one !== "");

interface ForCard {
  card: CardEntry;
  /** Waits for the answer, says what was refused, and closes after a yes. */
  act: (asked: Promise<Reply>) => Promise<void>;
}

function Hide({ card, act }: ForCard) {
  const [reason, setReason] = useState<HideReason>("agreement");
  const flag = entries.value.get(`flag:${card.id}`) as FlagEntry | undefined;
  const vote = ballot.value;
  const voted =
    vote?.state === "open" && vote.options.some((one) => [`card:${card.id}`, `group:${card.group}`].includes(one));
  return (
    <div class="stack">
      {flag && (
        <>
          <Notice title={t("hide.seen_say")} />
          <div class="row">
            <Button onClick={() => void act(ask("LookedAt", { id: flag.id, wording: flag.wording }))}>
              {t("hide.seen")}
            </Button>
          </div>
        </>
      )}
      <Choices legend={t("hide.why")}>
        {REASONS.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="reason"
            label={t(`hide.${one}`)}
            checked={reason === one}
            onChange={() => setReason(one)}
          />
        ))}
      </Choices>
      {voted && <Notice kind="warn">{t("hide.vote")}</Notice>}
      <p class="small muted">{t("hide.say")}</p>
      <div class="row">
        <Button
          kind="danger"
          disabled={!writing.value}
          onClick={() => void act(ask("HideCard", { id: card.id, reason, version: card.hidden_version }))}
        >
          {t("hide.go")}
        </Button>
      </div>
    </div>
  );
}

function BringBack({ card, act }: ForCard) {
  const kept = entries.value.get(`hidden:${card.id}`) as HiddenEntry | undefined;
  if (kept === undefined) return null;
  const { wording } = kept;
  return (
    <div class="stack">
      <p class="small muted">{t("hide.words")}</p>
      <p class="sheet card-text">{kept.text}</p>
      {kept.signed && <p class="small">{t("hide.signed", { name: kept.signed })}</p>}
      <div class="row">
        <Button
          kind="main"
          disabled={!writing.value}
          onClick={() => void act(ask("ShowCard", { id: card.id, version: card.hidden_version, wording }))}
        >
          {t("hide.back")}
        </Button>
      </div>
    </div>
  );
}

function AskToLook({ card, act }: ForCard) {
  if (hasAsked(card)) return <Notice kind="good">{t("flag.asked")}</Notice>;
  return (
    <div class="stack stack-s">
      <p>{t("flag.say", { leading: room.value?.leading || say("promise.somebody") })}</p>
      {room.value?.small && <p class="small muted">{t("flag.small")}</p>}
      <div class="row">
        <Button kind="main" disabled={!writing.value} onClick={() => void act(askToLook(card))}>
          {t("flag.ask")}
        </Button>
      </div>
    </div>
  );
}

interface CardDialogProps {
  card: CardEntry;
  open: boolean;
  onClose: () => void;
}

/** The dialog about one card. */
export function CardDialog({ card, open, onClose }: CardDialogProps) {
  const [problem, setProblem] = useState("");
  const leads = session.value?.role === "facilitator";
  const support = session.value?.support ?? "";
  const act = async (asked: Promise<Reply>) => {
    const answer = await asked;
    setProblem(answer.status === "ok" ? "" : answer.say);
    if (answer.status !== "ok") return;
    if (leads) onClose();
    else announce(t("flag.asked"));
  };
  const Act = leads ? (card.hidden ? BringBack : Hide) : AskToLook;
  return (
    <Dialog open={open} title={t("card.title")} onClose={onClose}>
      <div class="stack">
        <p class="sheet card-text">{card.text}</p>
        <CardActs card={card} onClose={onClose} />
        {(leads || !card.hidden) && <Act card={card} act={act} />}
        {problem && <Notice kind="warn">{problem}</Notice>}
        {!leads && <Talk />}
        {support && <p>{t("support", { support })}</p>}
      </div>
    </Dialog>
  );
}
