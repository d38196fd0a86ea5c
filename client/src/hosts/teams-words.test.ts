import { expect, test } from "vitest";
import { surfaceOf, themeOf, threadOf } from "./teams-words.ts";

test("the meetings of a series have one conversation, however Teams names it", () => {
  const named = btoa("0#19:meeting_abc@thread.v2#0");
  expect(threadOf("19:meeting_abc@thread.v2", named)).toBe("19:meeting_abc@thread.v2");
  expect(threadOf("", named)).toBe("19:meeting_abc@thread.v2");
  expect([threadOf("", ""), threadOf("", "no base64!"), threadOf("", btoa("nothing"))]).toEqual(["", "", ""]);
});

test("where the page stands in Teams, and that a device of a room is a screen", () => {
  expect(surfaceOf("sidePanel", "desktop")).toBe("panel");
  expect(surfaceOf("meetingStage", "web")).toBe("stage");
  expect(surfaceOf("content", "desktop")).toBe("tab");
  expect(surfaceOf("meetingStage", "teamsRoomsWindows")).toBe("room");
});

test("the themes of Teams in our words", () => {
  expect(["default", "dark", "contrast", "glass", "new"].map(themeOf)).toEqual([
    "light",
    "dark",
    "contrast",
    "light",
    "",
  ]);
});
