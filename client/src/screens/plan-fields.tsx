// The blanks of the plan that nothing on the board fills: everybody may write into them.
import { ask } from "../asking.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { type Key, t } from "../words/words.ts";
import { planLines } from "../workshop.ts";
import { SharedField } from "./shared-field.tsx";

/** The fields of the template `simple-plan` that people fill in themselves. */
export const PLAN_FIELDS = ["problem", "steps", "resources", "timeframe", "telling"] as const;

export function PlanFields() {
  const lines = new Map(planLines.value.map((line) => [line.id, line]));
  return (
    <Disclosure summary={t("plan.title")}>
      <div class="stack">
        <p>{t("plan.say")}</p>
        {PLAN_FIELDS.map((field) => (
          <SharedField
            key={field}
            label={t(`plan.${field}` as Key)}
            place={`plan:${field}`}
            value={lines.get(field)?.text ?? ""}
            version={lines.get(field)?.version ?? 0}
            maxLength={1000}
            lines
            save={(text, version) => ask("ChangePlan", { field, text, version })}
          />
        ))}
      </div>
    </Disclosure>
  );
}
