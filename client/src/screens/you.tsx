// What is about this person and this device: the name, where things are kept, help, and leaving.
import { useState } from "preact/hooks";
import { ask } from "../asking.ts";
import { here, leaveDevice } from "../door.ts";
import { keeping, shareDevice } from "../own/kept.ts";
import { ownSeat } from "../own/seat.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";
import { TwoStep } from "../parts/two-step.tsx";
import { MAX_NAME } from "../protocol.gen.ts";
import { t } from "../words/words.ts";
import { room, session, workshop } from "../workshop.ts";
import { PromiseText } from "./promise.tsx";
import { Storage } from "./storage.tsx";

async function leave(): Promise<void> {
  await ask("Leave", {});
  await leaveDevice(workshop.peek()?.state === "ended");
}

function Sheet() {
  const seat = ownSeat.value;
  const [name, setName] = useState(seat?.name ?? "");
  const support = session.value?.support ?? "";
  const people = room.value?.people ?? 0;
  const save = (event: Event) => {
    event.preventDefault();
    if (seat === null) return;
    ownSeat.value = { ...seat, name: name.trim() };
    void ask("ChangeName", { name: name.trim() });
  };
  return (
    <div class="stack">
      <form class="stack stack-s" onSubmit={save}>
        <Field
          label={t("join.name")}
          hint={t("join.name_hint")}
          name="name"
          autoComplete="name"
          maxLength={MAX_NAME}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <div class="row">
          <Button submit>{t("own.save")}</Button>
        </div>
      </form>
      {people > 0 && <p>{t("waiting.people", { count: people })}</p>}
      {support && <p>{t("you.support", { support })}</p>}
      <Storage />
      {keeping.value === "device" && (
        <div class="row">
          <Button onClick={() => void shareDevice(here.peek())}>{t("you.shared")}</Button>
        </div>
      )}
      <PromiseText />
      <TwoStep
        kind="danger"
        label={t("you.leave")}
        confirm={t("you.leave_sure")}
        cancel={t("own.cancel")}
        onConfirm={() => void leave()}
      >
        <p>{t("you.leave_say")}</p>
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
        {name || t("you.open")}
      </Button>
      <Dialog open={open} title={t("you.title")} onClose={() => setOpen(false)}>
        <Sheet />
      </Dialog>
    </>
  );
}
