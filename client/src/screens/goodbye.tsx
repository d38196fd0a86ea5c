// After the end: what one takes home, and what is still kept on this device.
import { announce } from "../announcer.tsx";
import { leaveDevice } from "../door.ts";
import { drafts } from "../own/drafts.ts";
import { LinkButton } from "../parts/button.tsx";
import { CopyField } from "../parts/copy.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { TwoStep } from "../parts/two-step.tsx";
import goodbye from "../words/en-goodbye.json";
import { t, words } from "../words/words.ts";
import { actions, decisions, session, workshop } from "../workshop.ts";
import { ownerAndDate } from "./actions.tsx";
import { Celebration } from "./celebration.tsx";
import { Exports } from "./exports.tsx";
import { KeptUntil } from "./kept-until.tsx";
import { Outline } from "./outline.tsx";
import { Unseen } from "./unseen.tsx";

const g = words(goodbye, "goodbye");

export default function Goodbye() {
  const head = workshop.value;
  if (head === null) return null;
  const typed = Object.values(drafts.value).filter((draft) => draft.kind !== "");
  const may = head.participants_may_export || session.value?.role === "facilitator";
  return (
    <>
      <Celebration />
      <p class="lead">{g("goodbye.thanks")}</p>
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
        <h2 id="take-home">{g("goodbye.home")}</h2>
        {may ? <Exports /> : <p>{g("goodbye.ask")}</p>}
        <KeptUntil />
      </section>
      <Unseen />
      {typed.length > 0 && (
        <CopyField
          label={g("goodbye.copy")}
          value={typed.map((draft) => draft.text.trim()).join("\n\n")}
          long
          onCopied={announce}
        />
      )}
      <Disclosure summary={g("goodbye.board")}>
        <Outline first={[]} />
      </Disclosure>
      <section class="stack stack-s" aria-labelledby="device">
        <h2 id="device">{g("goodbye.device")}</h2>
        <p>{g("goodbye.device_say")}</p>
        <div class="row">
          <TwoStep
            kind="danger"
            label={g("goodbye.forget")}
            confirm={g("goodbye.forget_sure")}
            cancel={t("own.cancel")}
            onConfirm={() => void leaveDevice(true)}
          >
            <p>{g("goodbye.forget_say")}</p>
          </TwoStep>
          <LinkButton kind="quiet" href="/">
            {g("goodbye.start")}
          </LinkButton>
        </div>
      </section>
    </>
  );
}
