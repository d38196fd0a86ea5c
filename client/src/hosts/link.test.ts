import { expect, test } from "vitest";
import { framed } from "../../testing/host-page.ts";
import { openLink } from "./link.ts";

test("a plain page proves nothing, claims nothing and has no stage", async () => {
  const adapter = await openLink(framed("/host/link", "https://any.example").page, new AbortController().signal);
  expect(await adapter.proof()).toEqual({});
  expect(adapter.now()).toMatchObject({ surface: "tab", role: "", name: "" });
  expect([adapter.stage, await adapter.share("https://board.example/")]).toEqual([false, "cannot"]);
});
