import { expect, test, vi } from "vitest";
import { Telling } from "./telling.ts";

test("each change is told once, until somebody no longer follows", () => {
  const telling = new Telling({ theme: "dark" });
  const changed = vi.fn();
  const stop = telling.follow(changed);
  telling.tell({ theme: "dark" });
  expect(changed).not.toHaveBeenCalled();
  telling.tell({ theme: "light", locale: "de" });
  expect(changed).toHaveBeenCalledTimes(1);
  stop();
  telling.tell({ ended: true });
  expect(changed).toHaveBeenCalledTimes(1);
  expect(telling.now()).toMatchObject({ theme: "light", locale: "de", ended: true });
});
