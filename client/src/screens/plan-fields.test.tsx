import { render } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { drawn, freshDevice, page, press, type } from "../../testing/page.ts";
import { show } from "../../testing/workshop.ts";
import { PlanFields, writtenFields } from "./plan-fields.tsx";

const field = (id: string, from: string, required = false) => ({
  id,
  label: `Label ${id}`,
  help: "Help",
  from,
  required,
});
const plans = [
  { id: "simple-plan", fields: [field("goal", "typed"), field("who", "actions"), field("told", "typed", true)] },
];

afterEach(() => vi.unstubAllGlobals());

test("people write what the board does not fill, and first what must not stay blank", () => {
  expect(writtenFields(plans[0]?.fields ?? []).map((one) => one.id)).toEqual(["told", "goal"]);
});

test("a line of the plan is shared by everybody", async () => {
  const line = freshDevice();
  show({ more: { "plan:told": { id: "told", text: "By post", version: 2 } } });
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(plans)));
  render(<PlanFields />);
  await drawn();
  type("Label told", "By post and by phone");
  await drawn();
  press("Save");
  expect(line.all("ChangePlan")[0]?.fields).toEqual({ field: "told", text: "By post and by phone", version: 2 });
});

test("without a line to the server the rest of the page goes on", async () => {
  freshDevice();
  show();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no line")));
  render(<PlanFields />);
  await drawn();
  expect(page()).toBe("");
});
