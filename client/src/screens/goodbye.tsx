// After the end: what one takes home, and what is still kept on this device.
import { useState } from "preact/hooks";
import { leaveDevice } from "../door.ts";
import { download, Refused } from "../http.ts";
import { type OwnCard, ownCards } from "../own/cards.ts";
import { drafts } from "../own/drafts.ts";
import { ownSeat } from "../own/seat.ts";
import { Button, LinkButton } from "../parts/button.tsx";
import { CardView } from "../parts/card.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { Notice } from "../parts/notice.tsx";
import { TwoStep } from "../parts/two-step.tsx";
import { HAT_OF, kindName } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { actions, cards, decisions, session, workshop } from "../workshop.ts";
import { ownerAndDate } from "./actions.tsx";
import { Outline } from "./outline.tsx";

export const FORMATS = ["docx", "html", "md", "json"] as const;

/** Buttons for the files that one may take. */
export function Exports() {
  const [say, setSay] = useState("");
  const [problem, setProblem] = useState("");
  const head = workshop.value;
  if (head === null) return null;
  const take = async (format: string) => {
    setProblem("");
    setSay(t("export.busy"));
    try {
      const path = `/api/workshops/${head.id}/exports/${format}`;
      const name = await download(path, ownSeat.peek()?.token ?? "", `plan.${format}`);
      setSay(t("export.ready", { name }));
    } catch (refused) {
      setSay("");
      setProblem(refused instanceof Refused ? refused.say : String(refused));
    }
  };
  return (
    <div class="stack stack-s">
      <div class="row">
        {FORMATS.map((format, place) => (
          <Button key={format} kind={place === 0 ? "main" : "plain"} onClick={() => void take(format)}>
            {t(`export.${format}`)}
          </Button>
        ))}
      </div>
      <p role="status">{say}</p>
      {problem && <Notice kind="stop" title={problem} />}
    </div>
  );
}

/** One's own words that were never shown to anybody. */
export function unseen(own: readonly OwnCard[], shown: ReadonlySet<string>): OwnCard[] {
  return own.filter((card) => !shown.has(card.id));
}

function Unseen() {
  const [kept, setKept] = useState(false);
  const mine = unseen(ownCards.value, new Set(cards.value.map((card) => card.id)));
  const typed = Object.entries(drafts.value).filter(([, draft]) => draft.kind !== "");
  const drop = () => {
    const gone = new Set(mine.map((card) => card.id));
    ownCards.value = ownCards.peek().filter((card) => !gone.has(card.id));
    drafts.value = {};
  };
  if (mine.length + typed.length === 0) return null;
  return (
    <section class="sheet stack" aria-labelledby="unseen">
      <h2 id="unseen">{t("goodbye.unseen")}</h2>
      <p>{t("goodbye.unseen_say")}</p>
      <ul class="plain-list stack stack-s">
        {mine.map((card) => (
          <li key={card.id}>
            <CardView text={card.text} hat={HAT_OF[card.kind]} tags={[kindName(card.kind)]} />
          </li>
        ))}
        {typed.map(([key, draft]) => (
          <li key={key}>
            <CardView text={draft.text} tags={[t("goodbye.typed")]} />
          </li>
        ))}
      </ul>
      {kept ? (
        <p>{t("goodbye.kept")}</p>
      ) : (
        <div class="row">
          <Button onClick={() => setKept(true)}>{t("goodbye.keep")}</Button>
          <Button kind="danger" onClick={drop}>
            {t("goodbye.drop")}
          </Button>
        </div>
      )}
    </section>
  );
}

export function Goodbye() {
  const head = workshop.value;
  if (head === null) return null;
  const may = head.participants_may_export || session.value?.role === "facilitator";
  return (
    <>
      <p class="lead">{t("goodbye.thanks")}</p>
      {decisions.value.length > 0 && (
        <section class="stack stack-s" aria-labelledby="decided">
          <h2 id="decided">{t("kinds.decision")}</h2>
          <ul>
            {decisions.value.map((decision) => (
              <li key={decision.id}>{decision.text}</li>
            ))}
          </ul>
        </section>
      )}
      {actions.value.length > 0 && (
        <section class="stack stack-s" aria-labelledby="to-do">
          <h2 id="to-do">{t("kinds.action")}</h2>
          <ul>
            {actions.value.map((action) => (
              <li key={action.id}>
                {action.text} <span class="muted">({ownerAndDate(action)})</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="stack stack-s" aria-labelledby="take-home">
        <h2 id="take-home">{t("goodbye.home")}</h2>
        {may ? <Exports /> : <p>{t("goodbye.ask")}</p>}
      </section>
      <Unseen />
      <Disclosure summary={t("goodbye.board")}>
        <Outline first={[]} />
      </Disclosure>
      <section class="stack stack-s" aria-labelledby="device">
        <h2 id="device">{t("goodbye.device")}</h2>
        <p>{t("goodbye.device_say")}</p>
        <div class="row">
          <TwoStep
            kind="danger"
            label={t("goodbye.forget")}
            confirm={t("goodbye.forget_sure")}
            cancel={t("own.cancel")}
            onConfirm={() => void leaveDevice(true)}
          >
            <p>{t("goodbye.forget_say")}</p>
          </TwoStep>
          <LinkButton kind="quiet" href="/">
            {t("goodbye.start")}
          </LinkButton>
        </div>
      </section>
    </>
  );
}
