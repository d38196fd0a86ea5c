import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { drawn, freshDevice, page, press } from "../../../testing/page.ts";
import { show } from "../../../testing/workshop.ts";
import Talk, { repeatWish, wish } from "./talk.tsx";

test("somebody asks for a talk, the device says it again when it comes back, and it can be taken back", async () => {
  const line = freshDevice();
  wish.value = false;
  show({});
  repeatWish();
  expect(line.asked).toEqual([]);
  render(<Talk />);
  expect(page()).toContain("Only those who lead see that you ask");
  press("Ask for a talk");
  await drawn();
  repeatWish();
  press("Take it back");
  await drawn();
  const wishes = line.asked.map((one) => one.fields.wish);
  expect(wishes).toEqual([true, true, false]);
  expect(wish.value).toBe(false);
});

test("the wish is kept before it is said, and not where it was refused", async () => {
  const line = freshDevice();
  wish.value = false;
  show({});
  line.obliging = false;
  render(<Talk />);
  press("Ask for a talk");
  await drawn();
  expect(wish.value).toBe(true);
  line.asked[0]?.answer({ status: "refused", code: "invalid", say: "No." });
  await drawn();
  expect(wish.value).toBe(false);
  expect(page()).toContain("Ask for a talk");
});
