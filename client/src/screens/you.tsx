// What is about this person and this device: the name, where things are kept, help, and leaving.
import { useState } from "preact/hooks";
import { ask } from "../asking.ts";
import { here, leaveDevice } from "../door.ts";
import { Later } from "../lazy.tsx";
import { ownCards } from "../own/cards.ts";
import { drafts } from "../own/drafts.ts";
import { keeping, shareDevice, writing } from "../own/kept.ts";
import { outbox } from "../own/outbox.ts";
import { ownSeat } from "../own/seat.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";
import { People } from "../parts/icons.tsx";
import { TwoStep } from "../parts/two-step.tsx";
import { MAX_NAME } from "../protocol.gen.ts";
import { t } from "../words/words.ts";
import { room, session } from "../workshop.ts";
import { typing } from "./other-tab.tsx";
import { PromiseText } from "./promise.tsx";
import { Storage } from "./storage.tsx";

const talk = () => import("./moderation/talk.tsx");

/** How long the server is waited for: without a line one leaves all the same, and the place stays empty. */
const LEAVE_MS = 3_000;

/** The next person at this device finds nothing, and can change nothing. */
async function leave(): Promise<void> {
  await Promise.race([ask("Leave", {}), new Promise((done) => setTimeout(done, LEAVE_MS))]);
  await leaveDevice(true);
}

/** All words on this device that would be lost: not sent, not answered, or not taken. */
export function unsentWords(): string[] {
  const waiting = outbox.value.flatMap(({ fields }) => {
    const said = fields as Readonly<Record<"text" | "name" | "value", string | undefined>>;
    return [said.text ?? said.name ?? said.value ?? ""];
  });
  const own = ownCards.value.flatMap((card) => [card.state === "saved" ? "" : card.text, card.unsaved]);
  const typed = Object.values(drafts.value).map((draft) => draft.text);
  return [...new Set([...waiting, ...own, ...typed].map((text) => text.trim()))].filter(Boolean);
}

function LeaveWords() {
  const unsent = unsentWords();
  return (
    <>
      <p>{t("you.leave_say")}</p>
      {unsent.length > 0 && (
        <>
          <p>{t("you.leave_unsent")}</p>
          <ul>
            {unsent.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Sheet() {
  const seat = ownSeat.value;
  const [name, setName] = useState(seat?.name ?? "");
  const support = session.value?.support ?? "";
  const people = room.value?.people ?? 0;
  const save = (event: Event) => {
    event.preventDefault();
    if (seat === null || !writing.peek()) return;
    ownSeat.value = { ...seat, name: name.trim() };
    void ask("ChangeName", { name: name.trim() });
  };
  return (
    <div class="stack">
      <form class="stack stack-s" onSubmit={save}>
        <Field
          label={t("join.name")}
          {...typing(t("join.name_hint"))}
          name="name"
          autoComplete="name"
          maxLength={MAX_NAME}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <div class="row">
          <Button submit disabled={!writing.value}>
            {t("own.save")}
          </Button>
        </div>
      </form>
      {people > 0 && <p>{t("waiting.people", { count: people })}</p>}
      {support && <p>{t("you.support", { support })}</p>}
      <Later load={talk} />
      <Storage />
      {keeping.value === "device" && (
        <div class="row">
          <Button disabled={!writing.value} onClick={() => void shareDevice(here.peek())}>
            {t("you.shared")}
          </Button>
        </div>
      )}
      <PromiseText />
      <TwoStep
        kind="danger"
        label={t("you.leave")}
        confirm={t("you.leave_sure")}
        cancel={t("own.cancel")}
        disabled={!writing.value}
        onConfirm={() => void leave()}
      >
        <LeaveWords />
      </TwoStep>
    </div>
  );
}

/** The button in the bar and what opens from it. */
export function You() {
  const [open, setOpen] = useState(false);
  const name = ownSeat.value?.name ?? "";
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        <People />
        {name || t("you.open")}
      </Button>
      <Dialog open={open} title={t("you.title")} onClose={() => setOpen(false)}>
        <Sheet />
      </Dialog>
    </>
  );
}
