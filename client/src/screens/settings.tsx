// How it looks and sounds on this device: chosen here, kept in `src/own/settings.ts`, the same in every workshop.
import { useId } from "preact/hooks";
import { chime } from "../chime.ts";
import { CHOICES, choose, type Settings, settings } from "../own/settings.ts";
import { Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import table from "../words/en-settings.json";
import { words } from "../words/words.ts";

const t = words(table, "settings");
type Key = keyof typeof table;

interface PickProps<N extends keyof Settings> {
  name: N;
  /** The prefix of its words: `set.text`, and `set.text.large` for what can be chosen. */
  say: string;
  hint?: string;
}

/** One question with a few answers, in a list that a thumb can open. */
function Pick<N extends keyof Settings>({ name, say, hint }: PickProps<N>) {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {t(say as Key)}
      </label>
      {hint && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <select
        class="input"
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={settings.value[name]}
        onChange={(event) => choose(name, event.currentTarget.value as Settings[N])}
      >
        {CHOICES[name].map((one) => (
          <option key={one} value={one}>
            {t(`${say}.${one}` as Key)}
          </option>
        ))}
      </select>
    </div>
  );
}

export default function SettingsSheet() {
  const sound = settings.value.sound === "on";
  return (
    <div class="stack">
      <p class="small muted">{t("set.say")}</p>
      <Pick name="text" say="set.text" />
      <Pick name="view" say="set.view" />
      <Pick name="say" say="set.said" hint={t("set.said_hint")} />
      <Pick name="motion" say="set.motion" />
      <Pick name="saver" say="set.saver" hint={t("set.saver_hint")} />
      <Choice
        type="checkbox"
        name="sound"
        label={t("set.sound")}
        hint={t("set.sound_hint")}
        checked={sound}
        onChange={(on) => choose("sound", on ? "on" : "off")}
      />
      {sound && (
        <div class="row">
          <Button onClick={chime}>{t("set.listen")}</Button>
        </div>
      )}
      <Choice
        type="checkbox"
        name="keys"
        label={t("set.keys")}
        hint={t("set.keys_hint")}
        checked={settings.value.keys === "on"}
        onChange={(on) => choose("keys", on ? "on" : "off")}
      />
    </div>
  );
}
