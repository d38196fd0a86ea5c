import { afterEach, expect, test, vi } from "vitest";
import { leaveNothing } from "./hand-over.ts";

afterEach(() => vi.unstubAllGlobals());

function device(reached: boolean) {
  const gone: string[] = [];
  const asked: string[] = [];
  vi.stubGlobal("indexedDB", {
    databases: async () => [{ name: "folkmoot-a" }, { name: "folkmoot-b" }],
    deleteDatabase: (name: string) => gone.push(name),
  });
  vi.stubGlobal(
    "fetch",
    vi.fn(async (path: string) => {
      asked.push(path);
      if (!reached) throw new TypeError();
      return new Response(null, { status: 204 });
    }),
  );
  const went = vi.spyOn(location, "replace").mockImplementation(() => {});
  sessionStorage.setItem("folkmoot:a:cards", "words");
  localStorage.setItem("any", "words");
  return { gone, asked, went };
}

test.each([true, false])(
  "nothing of any workshop stays, and the page is a new one (the server answers: %s)",
  async (reached) => {
    const { gone, asked, went } = device(reached);
    await leaveNothing("/w/a");
    expect(gone).toEqual(["folkmoot-a", "folkmoot-b"]);
    expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
    expect(asked).toEqual(["/hand-over"]);
    expect(went).toHaveBeenCalledWith("/w/a");
  },
);

test("where storage is refused, all else is still deleted", async () => {
  const { asked, went } = device(true);
  vi.stubGlobal("indexedDB", undefined);
  await leaveNothing("/w/a");
  expect([localStorage.length, asked]).toEqual([0, ["/hand-over"]]);
  expect(went).toHaveBeenCalled();
});
