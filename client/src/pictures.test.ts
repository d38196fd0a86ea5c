import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ownSeat } from "./own/seat.ts";
import { choose } from "./own/settings.ts";
import { isShown, lighter, pictureAddress, sendPicture, sizeOnBoard, want } from "./pictures.ts";
import { entries } from "./workshop.ts";

const FILE = "f".repeat(32);

function enter(id: string): void {
  entries.value = new Map([["workshop", { id }]]) as never;
}

beforeEach(() => {
  enter("w1");
  ownSeat.value = { token: "secret" } as never;
  URL.createObjectURL = vi.fn(() => "blob:1");
  URL.revokeObjectURL = vi.fn();
});

afterEach(() => {
  enter("");
  vi.unstubAllGlobals();
  choose("saver", "");
});

test("a picture is fetched once, with the token in a header and in no address", async () => {
  const fetched = vi.fn(async (_path: string, _init: RequestInit) => new Response(new Blob(["x"])));
  vi.stubGlobal("fetch", fetched);
  expect(await pictureAddress(FILE)).toBe("blob:1");
  expect(await pictureAddress(FILE)).toBe("blob:1");
  expect(fetched).toHaveBeenCalledTimes(1);
  const [path, init] = fetched.mock.calls[0] ?? [];
  expect(path).toBe(`/api/workshops/w1/pictures/${FILE}`);
  expect(init?.headers).toEqual({ Authorization: "Bearer secret" });
});

test("a picture that did not come is asked for again by the next who wants it", async () => {
  const fetched = vi.fn(async () => new Response("{}", { status: 404 }));
  vi.stubGlobal("fetch", fetched);
  await expect(pictureAddress(FILE)).rejects.toMatchObject({ code: "gone" });
  await expect(pictureAddress(FILE)).rejects.toMatchObject({ say: "This picture cannot be shown." });
  expect(fetched).toHaveBeenCalledTimes(2);
});

test("of another workshop nothing stays", async () => {
  vi.stubGlobal("fetch", async () => new Response(new Blob(["x"])));
  await pictureAddress(FILE);
  enter("w2");
  await vi.waitFor(() => expect(URL.revokeObjectURL).toHaveBeenCalledWith("blob:1"));
});

test("where data is saved a picture comes when somebody asks for it", () => {
  expect(isShown(FILE)).toBe(true);
  choose("saver", "on");
  expect(isShown(FILE)).toBe(false);
  want(FILE);
  expect(isShown(FILE)).toBe(true);
});

class Request {
  static said: { status: number; response: unknown } = { status: 201, response: { file: FILE, width: 4, height: 2 } };
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload = () => {};
  onerror = () => {};
  status = 0;
  response: unknown = null;
  open() {}
  setRequestHeader() {}
  send() {
    this.upload.onprogress?.({ loaded: 1, total: 2 });
    Object.assign(this, Request.said);
    if (this.status === 0) this.onerror();
    else this.onload();
  }
}

test("what is sent tells how far it is, and what the server says of it", async () => {
  vi.stubGlobal("XMLHttpRequest", Request);
  const parts: number[] = [];
  expect(await sendPicture(new Blob(["x"]), (part) => parts.push(part))).toMatchObject({ file: FILE });
  expect(parts).toEqual([0.5]);
  expect(await pictureAddress(FILE)).toBe("blob:1"); // nothing is fetched
  Request.said = { status: 422, response: { code: "bad_field", say: "No SVG." } };
  await expect(sendPicture(new Blob(["x"]), () => {})).rejects.toMatchObject({ code: "bad_field", say: "No SVG." });
  Request.said = { status: 0, response: null };
  await expect(sendPicture(new Blob(["x"]), () => {})).rejects.toMatchObject({ code: "offline" });
});

test("a small picture is sent as it is, and so is one that cannot be read here", async () => {
  const small = new Blob(["x"]);
  expect(await lighter(small)).toBe(small);
  vi.stubGlobal("createImageBitmap", () => Promise.reject(new Error("no")));
  const large = new Blob([new Uint8Array(600_000)]);
  expect(await lighter(large)).toBe(large);
});

test("a picture lies on the board in its own shape, neither too small to be seen nor wider than a card and a half", () => {
  expect(sizeOnBoard({ width: 1600, height: 800 })).toEqual({ width: 320, height: 160 });
  expect(sizeOnBoard({ width: 20, height: 40 })).toEqual({ width: 48, height: 96 });
});
