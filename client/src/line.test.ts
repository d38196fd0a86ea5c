import { beforeEach, expect, test, vi } from "vitest";
import { openLine, warmLine } from "./line.ts";

/** A socket of the library, as far as it is asked for here. */
const { sockets, io } = vi.hoisted(() => {
  const sockets: { auth: unknown; said: unknown[][]; opened: number }[] = [];
  const io = (options: object) => {
    const one = {
      ...{ auth: {} as unknown, said: [] as unknown[][], opened: 0, options },
      io: { open: () => (one.opened += 1) },
      emit: (...said: unknown[]) => one.said.push(said),
    };
    sockets.push(one);
    return one;
  };
  return { sockets, io };
});
vi.mock("socket.io-client", () => ({ io }));

beforeEach(() => {
  sockets.length = 0;
});

test("a warm line is open before there is a token, and is the one that the token is for", () => {
  warmLine();
  warmLine();
  expect(sockets.map((one) => [one.auth, one.opened])).toEqual([[{}, 2]]);
  openLine("the-token");
  expect(sockets.map((one) => one.auth)).toEqual([{ token: "the-token" }]);
  openLine("another");
  expect(sockets.map((one) => one.auth)).toEqual([{ token: "the-token" }, { token: "another" }]);
});

test("what is asked goes out veiled, everything else as it is", () => {
  const line = openLine("the-token");
  line.emit("enter", {});
  line.emit("ask", { command: "Beat", fields: {} });
  const [entered, asked] = sockets[0]?.said ?? [];
  expect(entered).toEqual(["enter", {}]);
  expect(JSON.stringify(asked)).not.toContain("Beat");
});
