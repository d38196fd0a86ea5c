import { expect, test } from "vitest";
import { roleOf, surfaceOf } from "./zoom-words.ts";

test("what somebody is in Zoom, in our words", () => {
  expect(["host", "coHost", "attendee", "participant", "panelist", ""].map(roleOf)).toEqual([
    "host",
    "cohost",
    "guest",
    "member",
    "member",
    "member",
  ]);
});

test("where the page stands in Zoom, and that a device of a room is a screen", () => {
  expect(surfaceOf("inMeeting", "desktop")).toBe("panel");
  expect(surfaceOf("inCollaborate", "desktop")).toBe("stage");
  expect(surfaceOf("inMainClient", "mobile")).toBe("tab");
  expect(surfaceOf("inMeeting", "sharedZoomRoom")).toBe("room");
  expect(surfaceOf("inDigitalSignage", "")).toBe("room");
});
