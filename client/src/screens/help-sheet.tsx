// Help, the same at every step: the time, how this works, a person to talk to, how it looks and sounds, the keys.
import { useState } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { remaining } from "../clock.ts";
import { timeSentence } from "../news.ts";
import { settings } from "../own/settings.ts";
import { Button } from "../parts/button.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import table from "../words/en-settings.json";
import { words } from "../words/words.ts";
import { session } from "../workshop.ts";
import Talk from "./moderation/talk.tsx";
import { t as say } from "./moderation/words.ts";
import { SeenLink } from "./seen-link.tsx";
import SettingsSheet from "./settings.tsx";
import "../style/help.css";

const t = words(table, "settings");

/** Each key as it stands on a keyboard, and what it does. `letter`: can be switched off. */
const KEYS = [
  { key: "?", does: "keys.help", letter: true },
  { key: "T", does: "keys.time", letter: true },
  { key: "N", does: "keys.unread", letter: true },
  { key: "M", does: "keys.pick", letter: true },
  { key: "F", does: "keys.find", letter: true },
  { key: "0", does: "keys.all", letter: true },
  { key: "← ↑ → ↓", does: "keys.arrows", letter: false },
  { key: "Ctrl + Z", does: "keys.undo", letter: false },
  { key: "Tab", does: "keys.tab", letter: false },
  { key: "Enter", does: "keys.enter", letter: false },
  { key: "Shift + Enter", does: "keys.line", letter: false },
  { key: "Esc", does: "keys.escape", letter: false },
] as const;

/** What the clock says, in words. */
export function timeNow(): string {
  return remaining.value === null ? t("help.no_clock") : timeSentence(remaining.value);
}

function Time() {
  const [said, setSaid] = useState("");
  const ask = () => {
    setSaid(timeNow());
    announce(timeNow());
  };
  return (
    <div class="row">
      <Button onClick={ask}>{t("help.time")}</Button>
      {said && <strong>{said}</strong>}
    </div>
  );
}

function Keys() {
  const letters = settings.value.keys === "on";
  return (
    <div class="stack stack-s">
      <p>{t(letters ? "keys.say" : "keys.off")}</p>
      <table class="keys">
        <thead>
          <tr>
            <th scope="col">{t("keys.key")}</th>
            <th scope="col">{t("keys.does")}</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.filter((one) => letters || !one.letter).map(({ key, does }) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{t(does)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Person() {
  const support = session.value?.support ?? "";
  const leads = session.value?.role === "facilitator";
  return (
    <section class="stack stack-s">
      <h3>{t("help.person")}</h3>
      {leads ? <p>{t("help.leads")}</p> : <Talk />}
      {support && <p>{say("support", { support })}</p>}
    </section>
  );
}

export default function HelpSheet() {
  return (
    <div class="stack">
      <Time />
      <Person />
      <Disclosure summary={t("help.how")}>
        <div class="stack stack-s">
          <p>{t("help.how_step")}</p>
          <p>{t("help.how_free")}</p>
          <p>{t("help.how_move")}</p>
        </div>
      </Disclosure>
      <Disclosure summary={t("set.title")}>
        <SettingsSheet />
      </Disclosure>
      <Disclosure summary={t("keys.title")}>
        <Keys />
      </Disclosure>
      <SeenLink />
    </div>
  );
}
