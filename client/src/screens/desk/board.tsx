import { ask } from "../../asking.ts";
import { Button } from "../../parts/button.tsx";
import { Disclosure } from "../../parts/disclosure.tsx";
import { cards, runs, workshop } from "../../workshop.ts";
import { Problem, useActing } from "./acting.tsx";
import { Reword } from "./reword.tsx";
import { t } from "./words.ts";

/** What has been shown: folded away to make room, or with its words put right. */
export function Board() {
  const { act, problem } = useActing();
  const held = new Set(cards.value.map((card) => card.run));
  const shown = runs.value.filter((one) => one.revealed && held.has(one.id)).sort((a, b) => a.phase - b.phase);
  const phases = workshop.value?.phases ?? [];
  if (cards.value.length === 0) return <p class="muted">{t("desk.boardEmpty")}</p>;
  return (
    <div class="stack">
      {shown.length > 0 && <p class="muted small">{t("desk.tuckSay")}</p>}
      <div class="stack stack-s">
        {shown.map((one) => (
          <Button
            key={one.id}
            onClick={() => void act(ask("TuckAway", { run: one.id, tucked: !one.tucked, version: one.tucked_version }))}
          >
            {t(one.tucked ? "desk.untuck" : "desk.tuck", { title: phases[one.phase]?.title ?? "" })}
          </Button>
        ))}
      </div>
      <Problem say={problem} />
      <Disclosure summary={t("desk.reword")}>
        <Reword />
      </Disclosure>
    </div>
  );
}
