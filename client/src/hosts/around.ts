// Which host is around this page: said by the address, never guessed. A host that stays silent leaves the plain page.
import { HOST_NAMES, type HostAdapter, type HostName, type HostPage, type Opener } from "./adapter.ts";

/** One piece of the program for each host: nobody loads another's. */
const OPENERS: Readonly<Record<HostName, () => Promise<Opener>>> = {
  link: async () => (await import("./link.ts")).openLink,
  zoom: async () => (await import("./zoom.ts")).openZoom,
  teams: async () => (await import("./teams.ts")).openTeams,
  matrix: async () => (await import("./matrix.ts")).openMatrix,
  meet: async () => (await import("./meet.ts")).openMeet,
  webex: async () => (await import("./webex.ts")).openWebex,
  jitsi: async () => (await import("./jitsi.ts")).openJitsi,
  bbb: async () => (await import("./bbb.ts")).openBbb,
};

export const PATIENCE_MS = 5_000;

/** The host's name in an address such as `/host/webex`; empty for another page or an unknown host. */
export function hostIn(path: string): HostName | "" {
  const [, found = ""] = /^\/host\/([a-z]+)(?:\/|$)/.exec(path) ?? [];
  return HOST_NAMES.find((name) => name === found) ?? "";
}

/** The host around `page`, or the plain page after five seconds of silence, or as soon as there clearly is none.
 * `silent`: it should have been there, and people are told so. */
export async function meetHost(
  name: HostName,
  page: HostPage,
): Promise<{ readonly adapter: HostAdapter; readonly silent: boolean }> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  const silence = new Promise<never>((_, reject) => {
    patience.signal.addEventListener("abort", () => reject(new Error("silent")));
  });
  try {
    const open = await OPENERS[name]();
    return { adapter: await Promise.race([open(page, patience.signal), silence]), silent: false };
  } catch {
    patience.abort(); // Whoever answers later is not listened to any more.
    return { adapter: await (await OPENERS.link())(page, patience.signal), silent: true };
  } finally {
    clearTimeout(timer);
  }
}
