// What is about this person and this device: the name, where things are kept, help, leaving and handing it over.
import { useState } from "preact/hooks";
import { ask } from "../asking.ts";
import { here, leaveDevice } from "../door.ts";
import { Later } from "../lazy.tsx";
import { keeping, shareDevice, writing } from "../own/kept.ts";
import { ownSeat } from "../own/seat.ts";
import { unsentWords } from "../own/unsent.ts";
import { Button } from "../parts/button.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { Field } from "../parts/field.tsx";
import { LanguageChoice } from "../parts/language.tsx";
import { TwoStep } from "../parts/two-step.tsx";
import { MAX_NAME } from "../protocol.gen.ts";
import lead from "../words/en-lead.json";
import setting from "../words/en-settings.json";
import you from "../words/en-you.json";
import { t, words } from "../words/words.ts";
import { room, session } from "../workshop.ts";
import { KeptUntil } from "./kept-until.tsx";
import { typing } from "./other-tab.tsx";
import { PromiseText } from "./promise.tsx";
import SettingsSheet from "./settings.tsx";
import { Storage } from "./storage.tsx";

const talk = () => import("./moderation/talk.tsx");
const device = () => import("./device.tsx");

const y = words(you, "you");
const set = words(setting, "settings");
const leading = words(lead, "lead");

/** How long the server is waited for: without a line one leaves all the same, and the place stays empty. */
const LEAVE_MS = 3_000;

/** The next person at this device finds nothing, and can change nothing. */
async function leave(): Promise<void> {
  await Promise.race([ask("Leave", {}), new Promise((done) => setTimeout(done, LEAVE_MS))]);
  await leaveDevice(true);
}

/** Others use this device too: what is kept lasts as long as the tab, and no copy of the page stays. */
async function share(): Promise<void> {
  await shareDevice();
  await import("../own/installed.ts").then(({ uninstall }) => uninstall()).catch(() => {});
}

/** As `leave`, and nothing of any workshop stays here. */
async function handOver(): Promise<void> {
  const address = `/w/${here.peek()}`;
  const wipe = import("../own/hand-over.ts");
  await leave();
  await wipe.then(
    ({ leaveNothing }) => leaveNothing(address),
    () => location.replace(address),
  );
}

function LeaveWords({ say }: { say: "you.leave_say" | "you.hand_say" }) {
  const unsent = unsentWords();
  return (
    <>
      <p>{y(say)}</p>
      {session.value?.role === "facilitator" && <p>{leading("leave")}</p>}
      {unsent.length > 0 && (
        <>
          <p>{y("you.leave_unsent")}</p>
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

export default function Sheet() {
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
      <LanguageChoice />
      {people > 0 && <p>{t("waiting.people", { count: people })}</p>}
      {support && <p>{y("you.support", { support })}</p>}
      <Later load={talk} />
      <Later load={device} workshop={here.value} />
      <Disclosure summary={set("set.title")}>
        <SettingsSheet />
      </Disclosure>
      <KeptUntil />
      <Storage />
      {keeping.value === "device" && (
        <div class="row">
          <Button disabled={!writing.value} onClick={() => void share()}>
            {y("you.shared")}
          </Button>
        </div>
      )}
      <PromiseText />
      <TwoStep
        kind="danger"
        label={y("you.leave")}
        confirm={y("you.leave_sure")}
        cancel={t("own.cancel")}
        disabled={!writing.value}
        onConfirm={() => void leave()}
      >
        <LeaveWords say="you.leave_say" />
      </TwoStep>
      <TwoStep
        kind="danger"
        label={y("you.hand")}
        confirm={y("you.hand_sure")}
        cancel={t("own.cancel")}
        disabled={!writing.value}
        onConfirm={() => void handOver()}
      >
        <LeaveWords say="you.hand_say" />
      </TwoStep>
    </div>
  );
}
