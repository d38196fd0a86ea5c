import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { enter, freshDevice, page } from "../../testing/page.ts";
import { aPhase, aRun, show } from "../../testing/workshop.ts";
import { CheckIn } from "./check-in.tsx";

test("the first step lets one practise on a card that does not matter", () => {
  const line = freshDevice();
  const phase = aPhase({ kind: "check_in", cards: ["note"], authorship: "choice", visibility: "live" });
  show({ phase, run: { stage: "live" } });
  render(<CheckIn run={aRun({ stage: "live" })} phase={phase} />);
  expect(page()).toContain("Write a practice card");
  enter("Your note", "Hello");
  expect(line.all("AddCard")).toHaveLength(1);
});
