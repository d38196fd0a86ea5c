// What the plan's template calls its lines: asked for once, so that it is there when somebody prints.
import { signal } from "@preact/signals";
import { get } from "../http.ts";
import { workshop } from "../workshop.ts";

interface PlanReply {
  readonly id: string;
  readonly fields: readonly { readonly id: string; readonly label: string }[];
}

/** Labels by the id of their line. */
export const planLabels = signal<ReadonlyMap<string, string>>(new Map());

/** Asks for them; without a line the plan's lines are printed without their names. */
export async function fetchLabels(): Promise<void> {
  const [plan, language] = [workshop.peek()?.plan ?? "", workshop.peek()?.language ?? ""];
  try {
    const plans = await get<readonly PlanReply[]>(`/api/plans?language=${language}`);
    const fields = plans.find((one) => one.id === plan)?.fields ?? [];
    planLabels.value = new Map(fields.map((field) => [field.id, field.label]));
  } catch {
    planLabels.value = new Map();
  }
}
