import { expect, test } from "vitest";
import { framed } from "../../testing/host-page.ts";
import { openJitsi } from "./jitsi.ts";

const open = (address: string) => openJitsi(framed(address, "https://meet.example").page, new AbortController().signal);

test("the document's name is the meeting, and the person's name is only offered", async () => {
  const adapter = await open("/host/jitsi/caf%C3%A9?showControls=true&userName=Gwen%20Ap");
  expect(await adapter.proof()).toEqual({ meeting: "café" });
  expect(adapter.now()).toMatchObject({ surface: "stage", name: "Gwen Ap", role: "" });
  expect(await adapter.share("https://board.example/w/1")).toBe("cannot");
});

test("without a document it does not open", async () => {
  await expect(open("/host/jitsi")).rejects.toThrow();
});
