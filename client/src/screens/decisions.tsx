import { useState } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { ask } from "../asking.ts";
import { draftText, dropDraft, giveBack, keepDraft } from "../own/drafts.ts";
import { writing } from "../own/kept.ts";
import { Button } from "../parts/button.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { EmptyState } from "../parts/empty.tsx";
import { TextArea } from "../parts/field.tsx";
import { MAX_TEXT } from "../protocol.gen.ts";
import { newId } from "../random.ts";
import { t } from "../words/words.ts";
import { decisions } from "../workshop.ts";
import { typing } from "./other-tab.tsx";
import { SharedField, useHome } from "./shared-field.tsx";

/** What the group decided: everybody may write it down and change the words. */
export function Decisions({ run }: { run: string }) {
  const [problem, setProblem] = useState("");
  useHome(`${run}/decision`);
  const text = draftText(run, "decision");
  const add = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === "") return setProblem(t("write.empty"));
    const words = text.trim();
    const id = newId();
    const asked = ask("AddDecision", { id, run, text: words });
    dropDraft(run, "decision");
    const answer = await asked;
    if (answer.status === "ok") return announce(t("write.added", { count: 1 }));
    giveBack(run, id, { decision: words });
    setProblem(answer.say);
  };
  return (
    <section class="stack" aria-labelledby="decisions">
      <h2 id="decisions">{t("kinds.decision")}</h2>
      {decisions.value.length === 0 && <EmptyState say={t("decision.none")} example={t("decision.example")} />}
      <ul class="plain-list stack">
        {decisions.value.map((decision, place) => (
          <li class="sheet stack stack-s" key={decision.id}>
            <p class="card-text">
              <strong>{decision.text}</strong>
            </p>
            <Disclosure summary={t("decision.change")}>
              <div class="stack">
                <SharedField
                  label={t("decision.nr", { number: place + 1 })}
                  place={`decision:${decision.id}`}
                  value={decision.text}
                  version={decision.version}
                  maxLength={MAX_TEXT}
                  lines
                  required
                  save={(words, version) => ask("ChangeDecision", { id: decision.id, text: words, version })}
                />
                <div class="row">
                  <Button
                    kind="danger"
                    disabled={!writing.value}
                    onClick={() => void ask("RemoveDecision", { id: decision.id })}
                  >
                    {t("decision.remove")}
                  </Button>
                </div>
              </div>
            </Disclosure>
          </li>
        ))}
      </ul>
      <form class="stack stack-s" onSubmit={add}>
        <TextArea
          label={t("decision.new")}
          error={problem || undefined}
          maxLength={MAX_TEXT}
          {...typing()}
          value={text}
          onInput={(event) => {
            setProblem("");
            keepDraft(run, "decision", event.currentTarget.value);
          }}
        />
        <div class="row">
          <Button kind="main" submit disabled={!writing.value}>
            {t("decision.add")}
          </Button>
        </div>
      </form>
    </section>
  );
}
