// The choice of language, by the names that its speakers know. What was typed stays.
import { useId } from "preact/hooks";
import { chooseLanguage } from "../own/language.ts";
import { LANGUAGES } from "../words/languages.ts";
import { spoken, t } from "../words/words.ts";

/** A list of all languages. `tucked`: its label is only heard, where the names say enough. */
export function LanguageChoice({ tucked }: { tucked?: boolean }) {
  const id = useId();
  return (
    <div class={tucked ? "language" : "field"}>
      <label class={tucked ? "visually-hidden" : "field-label"} for={id}>
        {t("language.choose")}
      </label>
      <select
        id={id}
        class="input"
        value={spoken.value.code}
        onChange={(event) => chooseLanguage(event.currentTarget.value)}
      >
        {Object.entries(LANGUAGES).map(([code, { name, locale }]) => (
          <option key={code} value={code} lang={locale}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
