import { afterEach, expect, test } from "vitest";
import { speak } from "./languages.ts";
import { sayOf } from "./refusals.ts";

afterEach(() => speak("en"));

test("what is refused is said in the language of the page", async () => {
  expect(sayOf("run_over", "That step is over.")).toBe("That step is over.");
  await speak("cy");
  expect(sayOf("run_over", "That step is over.")).toMatch(/^Mae'r cam hwnnw ar ben/);
  expect(sayOf("bad_key", "x", "creation_code")).not.toBe(sayOf("bad_key", "x"));
  expect(sayOf("nothing_of_ours", "The server's own sentence.")).toBe("The server's own sentence.");
});
