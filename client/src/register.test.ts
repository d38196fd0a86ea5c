import { describe, expect, it } from "vitest";
import { changed, keysOf } from "./register.ts";

const cards = (view: ReadonlyMap<string, unknown>) => keysOf(view, "card");

describe("the register of a view", () => {
  const view = new Map<string, unknown>([
    ["card:b", 1],
    ["workshop", 2],
    ["card:a", 3],
    ["cards:z", 4],
  ]);

  it("has the keys of a kind in order, and what stands alone", () => {
    expect(cards(view)).toEqual(["card:a", "card:b"]);
    expect(keysOf(view, "workshop")).toEqual(["workshop"]);
    expect(keysOf(view, "group")).toEqual([]);
  });

  it("goes along with what comes and goes, and leaves the view before as it was", () => {
    expect(cards(view)).toHaveLength(2); // it is known before the change
    const next = changed(
      view,
      [
        ["card:aa", 5],
        ["group:g", 6],
        ["card:b", 7],
      ],
      ["card:a", "card:never"],
    );
    expect(cards(next)).toEqual(["card:aa", "card:b"]);
    expect(keysOf(next, "group")).toEqual(["group:g"]);
    expect(next.get("card:b")).toBe(7);
    expect(cards(view)).toEqual(["card:a", "card:b"]);
    expect(view.get("card:b")).toBe(1);
  });

  it("counts a key once that comes and goes with one change", () => {
    cards(view);
    expect(cards(changed(view, [["card:c", 1]], ["card:c"]))).toEqual(["card:a", "card:b"]);
  });

  it("tells after many changes what it would tell of a view that is new", () => {
    let now: ReadonlyMap<string, unknown> = view;
    for (let step = 0; step < 200; step += 1) {
      const key = `${step % 3 === 0 ? "card" : "item"}:${(step * 37) % 50}`;
      now = step % 5 === 0 ? changed(now, [], [key]) : changed(now, [[key, step]], []);
      for (const kind of ["card", "item"]) expect(keysOf(now, kind)).toEqual(keysOf(new Map(now), kind));
    }
  });
});
