import { MessageChannel as Channel } from "node:worker_threads";
import { beforeEach, expect, test, vi } from "vitest";
import { framed } from "../../testing/host-page.ts";
import { openMeet } from "./meet.ts";

const MEET = "https://meet.google.com";
const packed = (frame: string, origin = MEET) =>
  encodeURIComponent(btoa(JSON.stringify([frame, "chan", origin, "77", 1])));

// Real ports; the page of the unit tests has none.
beforeEach(() => vi.stubGlobal("MessageChannel", Channel));

/** Meet on the other end of the port: what it heard by field, and what it answers. */
function meet(frame = "1", refusal?: number) {
  const host = framed(`/host/meet?meet_sdk=${packed(frame)}`, MEET);
  const heard: unknown[][] = [];
  let port: MessagePort | undefined;
  host.hear((_, ports) => {
    port = ports[0];
    if (port === undefined) return;
    port.onmessage = ({ data, ports: [reply] }) => {
      const [fields = []] = JSON.parse((data as { content: string }).content) as unknown[][];
      heard.push(fields);
      const answer: unknown[] = [];
      if (fields[8]) answer[8] = [null, null, ["spaces/abc", "abc-defg-hij"]];
      else if (fields[13] && refusal !== undefined) answer[9] = [refusal];
      else answer[8] = [];
      reply?.postMessage({ content: JSON.stringify([null, answer]) });
    };
  });
  return { ...host, heard, port: () => port, open: () => openMeet(host.page, new AbortController().signal) };
}

test("the side panel opens a channel to Meet alone and learns which meeting it is", async () => {
  const host = meet();
  const adapter = await host.open();
  expect(host.posted).toMatchObject([{ message: "chan", to: MEET }]);
  expect(adapter.now()).toMatchObject({ surface: "panel", role: "", name: "" });
  expect(await adapter.proof()).toEqual({ meeting: "spaces/abc" });
  expect(host.heard[0]?.[1]).toEqual([null, [1, 2, 0], "77"]);
  adapter.close();
});

test("sharing starts an activity with the stage and the panel", async () => {
  const host = meet();
  const adapter = await host.open();
  expect(await adapter.share("https://board.example/w/1")).toBe("shared");
  const address = "https://board.example/w/1";
  expect(host.heard.at(-1)?.[13]).toEqual([
    [
      [
        [2, address],
        [1, address],
      ],
    ],
  ]);
  adapter.close();
});

test("a policy that lets only hosts start is said; other failures are not taken for one", async () => {
  for (const [code, said] of [
    [15, "not_allowed"],
    [3, "not_allowed"],
    [2, "cannot"],
  ] as const) {
    const adapter = await meet("1", code).open();
    expect(await adapter.share("https://board.example/w/1")).toBe(said);
    adapter.close();
  }
});

test("the main stage shares nothing further", async () => {
  const adapter = await meet("2").open();
  expect([adapter.now().surface, adapter.stage]).toEqual(["stage", false]);
  adapter.close();
});

test("Meet's ping is answered with a heartbeat", async () => {
  const host = meet();
  const adapter = await host.open();
  const { port1, port2 } = new MessageChannel();
  const beat = new Promise<unknown>((done) => {
    port1.onmessage = ({ data }) => done(data);
  });
  const ping: unknown[] = Array(16).fill(null);
  ping[15] = [];
  host.port()?.postMessage({ content: JSON.stringify([null, ping]) }, [port2]);
  const { content } = (await beat) as { content: string };
  expect((JSON.parse(content) as unknown[][])[0]?.[12]).toEqual([]);
  port1.close();
  adapter.close();
});

test("an address that names another origin as Meet's is not believed", async () => {
  const { page, posted } = framed(`/host/meet?meet_sdk=${packed("1", "https://evil.example")}`, "https://evil.example");
  await expect(openMeet(page, new AbortController().signal)).rejects.toThrow();
  expect(posted).toEqual([]);
});
