// "I lead this workshop": coming back from another computer with the code that was printed.
import { useState } from "preact/hooks";
import { leadByCode } from "../door.ts";
import { Refused } from "../http.ts";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { LIMITS } from "../protocol.gen.ts";
import { t } from "./desk/words.ts";

/** The form for the recovery code. */
export default function Recover() {
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");

  async function open(event: SubmitEvent) {
    event.preventDefault();
    if (code.trim() === "") {
      setProblem(t("recover.missing"));
      return;
    }
    setBusy(true);
    setProblem("");
    try {
      await leadByCode(code.trim());
    } catch (refused) {
      setProblem(refused instanceof Refused ? refused.say : String(refused));
      setBusy(false);
    }
  }

  return (
    <form class="stack" onSubmit={(event) => void open(event)} noValidate>
      <Field
        label={t("recover.code")}
        hint={t("recover.hint")}
        error={problem || undefined}
        value={code}
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
        maxLength={LIMITS.OpenAsFacilitator.recovery_code.most}
        onInput={(event) => setCode(event.currentTarget.value)}
      />
      <div class="row">
        <Button kind="main" submit disabled={busy}>
          {t("recover.open")}
        </Button>
      </div>
    </form>
  );
}
