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

/** A code as it is shown, in groups of four, however it was typed: o is 0, i and l are 1. One from another device of
 * one's own has sixteen letters. */
export function tidyCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1").slice(0, 16);
  return letters.match(/.{1,4}/g)?.join("-") ?? "";
}

const MOVE = 16 + 3;

/** Which workshop a code opens. Throws `Refused`. */
async function workshopOf(code: string): Promise<string> {
  if (code.length < MOVE) return `/w/${(await post<Joined>("/api/join", { code })).workshop}`;
  const { addressOfCode } = await import("../own/moving.ts");
  return addressOfCode(code);
}

/** The box for a code, and the button. */
export function CodeForm() {
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const send = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (![9, MOVE].includes(tidyCode(code).length)) {
      setProblem(t("code.short"));
      return;
    }
    setBusy(true);
    setProblem("");
    try {
      go(await workshopOf(tidyCode(code)));
    } catch (refused) {
      setProblem(refused instanceof Refused ? refused.say : String(refused));
      setBusy(false);
    }
  };
  return (
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
  );
}

export function JoinByCode() {
  useTitle(t("code.title"));
  return (
    <Front>
      <h1>{t("code.title")}</h1>
      <CodeForm />
    </Front>
  );
}
