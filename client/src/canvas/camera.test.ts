import { expect, test } from "vitest";
import { fitted, kept, panned, revealing, seenBy, stepped, topOf, zoomedAt } from "./camera.ts";

const box = { width: 1000, height: 500 };
const camera = { x: 100, y: 50, scale: 1 };

test("zooming keeps what lies under the pointer under it", () => {
  const near = zoomedAt(camera, 300, 200, 2);
  expect(near.x + 300 / 2).toBe(400);
  expect(near.y + 200 / 2).toBe(250);
});

test("nobody zooms beyond the limits", () => {
  expect(zoomedAt(camera, 0, 0, 99).scale).toBe(3);
  expect(zoomedAt(camera, 0, 0, 0).scale).toBe(0.02);
});

test("panning follows the finger, whatever the zoom", () => {
  expect(panned({ ...camera, scale: 0.5 }, 10, -20)).toEqual({ x: 120, y: 10, scale: 0.5 });
});

test("buttons zoom in steps that people know, about the middle", () => {
  expect(stepped(camera, box, 1).scale).toBe(1.5);
  expect(stepped(camera, box, -1).scale).toBe(0.75);
  expect(stepped({ ...camera, scale: 3 }, box, 1).scale).toBe(3);
  expect(seenBy(stepped(camera, box, -1), box).x).toBeLessThan(100);
});

test("fit shows all of it in the middle, and enlarges nothing", () => {
  const seen = seenBy(fitted({ x: 0, y: 0, width: 4000, height: 1000 }, box), box);
  expect(seen.x).toBeLessThanOrEqual(0);
  expect(seen.x + seen.width).toBeGreaterThanOrEqual(4000);
  expect(fitted({ x: 0, y: 0, width: 10, height: 10 }, box).scale).toBe(1);
});

test("going to a column shows its top, large enough to read", () => {
  const there = topOf({ x: 720, y: 0, width: 680, height: 9000 }, { width: 360, height: 600 });
  expect(there.scale).toBeGreaterThanOrEqual(0.75);
  expect(there.y).toBeLessThan(0);
  expect(there.x).toBeLessThan(720);
});

test("a column wider than the box begins where people begin to read", () => {
  const phone = { width: 360, height: 600 };
  const column = { x: 0, y: 0, width: 680, height: 900 };
  expect(seenBy(topOf(column, phone), phone).x).toBeLessThan(0);
  const fromRight = seenBy(topOf(column, phone, -1), phone);
  expect(fromRight.x + fromRight.width).toBeGreaterThan(680);
});

test("a thing is brought into view by the smallest move, and one that is in view moves nothing", () => {
  expect(revealing(camera, box, { x: 200, y: 100, width: 200, height: 80 })).toBe(camera);
  const right = revealing(camera, box, { x: 1050, y: 100, width: 200, height: 80 });
  expect(right).toMatchObject({ x: 1050 + 200 + 24 - 1000, y: 50 });
  expect(revealing(camera, box, { x: 0, y: 100, width: 200, height: 80 }).x).toBe(-24);
});

test("the board never gets lost", () => {
  const lost = kept({ x: 99_999, y: 50, scale: 1 }, box, { x: 0, y: 0, width: 3000, height: 3000 });
  expect(lost.x).toBeLessThan(3000);
});
