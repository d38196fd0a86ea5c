import { expect, test } from "vitest";
import { framed } from "../../testing/host-page.ts";
import { openBbb } from "./bbb.ts";

const open = (address: string) => openBbb(framed(address, "https://bbb.example").page, new AbortController().signal);

test("what the plug-in put into the fragment is known, and the ticket is the proof", async () => {
  const adapter = await open("/host/bbb#ticket=t1&meeting=m1&role=MODERATOR&name=Ana&locale=es-ES");
  expect(adapter.now()).toMatchObject({ surface: "panel", role: "host", name: "Ana", locale: "es" });
  expect(await adapter.proof()).toEqual({ ticket: "t1", meeting: "m1" });
});

test("without a meeting it does not open", async () => {
  await expect(open("/host/bbb#ticket=t1")).rejects.toThrow();
});
