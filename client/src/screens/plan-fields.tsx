// The blanks of the plan: everybody may write into them. Which there are, the plan's template says.
import { useEffect, useState } from "preact/hooks";
import { ask } from "../asking.ts";
import { get } from "../http.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { MAX_TEXT } from "../protocol.gen.ts";
import { t } from "../words/words.ts";
import { planLines, workshop } from "../workshop.ts";
import { SharedField } from "./shared-field.tsx";

/** A field of a plan template. `from`: what on the board fills it, or `typed`. */
export interface PlanField {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly from: string;
  readonly required: boolean;
}

interface PlanReply {
  readonly id: string;
  readonly fields: readonly PlanField[];
}

/** The fields that people write, those that must not stay blank first. */
export function writtenFields(fields: readonly PlanField[]): PlanField[] {
  const typed = fields.filter((field) => field.from === "typed");
  return [...typed.filter((field) => field.required), ...typed.filter((field) => !field.required)];
}

export function PlanFields() {
  const plan = workshop.value?.plan ?? "";
  const language = workshop.value?.language ?? "";
  const [fields, setFields] = useState<readonly PlanField[]>([]);
  useEffect(() => {
    get<readonly PlanReply[]>(`/api/plans?language=${language}`).then(
      (plans) => setFields(writtenFields(plans.find((one) => one.id === plan)?.fields ?? [])),
      // Without a line the plan's lines wait; everything else on this page goes on.
      () => setFields([]),
    );
  }, [plan, language]);
  const lines = new Map(planLines.value.map((line) => [line.id, line]));
  if (fields.length === 0) return null;
  return (
    <Disclosure summary={t("plan.title")}>
      <div class="stack">
        <p>{t("plan.say")}</p>
        {fields.map((field) => (
          <SharedField
            key={field.id}
            label={field.label}
            hint={field.help}
            place={`plan:${field.id}`}
            value={lines.get(field.id)?.text ?? ""}
            version={lines.get(field.id)?.version ?? 0}
            maxLength={MAX_TEXT}
            lines
            save={(text, version) => ask("ChangePlan", { field: field.id, text, version })}
          />
        ))}
      </div>
    </Disclosure>
  );
}
