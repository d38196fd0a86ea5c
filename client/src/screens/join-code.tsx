// Joining by the code that somebody reads aloud; how it is typed does not matter.
import { useState } from "preact/hooks";
import { post, Refused } from "../http.ts";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import type { Joined } from "../protocol.gen.ts";
import { go } from "../routes.ts";
import { t } from "../words/words.ts";
import { Front } from "./front.tsx";
import { useTitle } from "./title.ts";

/** The code as it is shown, in two groups of four, however it was typed: o is 0, i and l are 1. */
export function tidyCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1").slice(0, 8);
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;
}

export function JoinByCode() {
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  useTitle(t("code.title"));
  const send = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (tidyCode(code).length !== 9) {
      setProblem(t("code.short"));
      return;
    }
    setBusy(true);
    setProblem("");
    try {
      const { workshop } = await post<Joined>("/api/join", { code: tidyCode(code) });
      go(`/w/${workshop}`);
    } catch (refused) {
      setProblem(refused instanceof Refused ? refused.say : String(refused));
      setBusy(false);
    }
  };
  return (
    <Front>
      <h1>{t("code.title")}</h1>
      <form class="stack" onSubmit={send}>
        <Field
          label={t("code.label")}
          hint={t("code.hint")}
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          maxLength={24}
          value={code}
          error={problem || undefined}
          onInput={(event) => setCode(event.currentTarget.value)}
          onBlur={() => setCode(tidyCode(code))}
        />
        <Button kind="main" big submit aria-disabled={busy}>
          {t(busy ? "join.busy" : "code.go")}
        </Button>
      </form>
    </Front>
  );
}
