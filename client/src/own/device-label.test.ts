import { expect, test } from "vitest";
import { deviceLabel } from "./device-label.ts";

test("a device is called by its browser and its system", () => {
  expect(deviceLabel("Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0")).toBe("Firefox, Android");
  expect(deviceLabel("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Edg/140.0")).toBe("Edge, Windows");
  expect(deviceLabel("something else")).toBe("");
});
