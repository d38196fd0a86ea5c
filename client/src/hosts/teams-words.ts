// What Microsoft Teams calls things, in our words.
import type { Surface, Theme } from "./adapter.ts";

const THEMES: Readonly<Record<string, Theme>> = {
  default: "light",
  glass: "light",
  dark: "dark",
  contrast: "contrast",
};
const SURFACES: Readonly<Record<string, Surface>> = { sidePanel: "panel", meetingStage: "stage" };
const ROOMS: readonly string[] = [
  "teamsRoomsWindows",
  "teamsRoomsAndroid",
  "surfaceHub",
  "teamsPhones",
  "teamsDisplays",
];

export const themeOf = (theme: string): Theme | "" => THEMES[theme] ?? "";

/** Where in Teams this page stands. `client`: which of its programs shows it. */
export function surfaceOf(frame: string, client: string): Surface {
  return ROOMS.includes(client) ? "room" : (SURFACES[frame] ?? "tab");
}

/** The conversation of a meeting: the same for all of a series. `meeting`: what Teams calls the meeting, base64 of
 * `0#19:meeting_…@thread.v2#0`. Empty outside of one. */
export function threadOf(chat: string, meeting: string): string {
  if (chat !== "") return chat;
  try {
    return atob(meeting).split("#")[1] ?? "";
  } catch {
    return "";
  }
}
