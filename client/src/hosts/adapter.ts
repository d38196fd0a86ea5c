// What every meeting program that we open inside of (a host) gives us, in our words; one file speaks each one's own.

export const HOST_NAMES = ["link", "zoom", "teams", "matrix", "meet", "webex", "jitsi", "bbb"] as const;
export type HostName = (typeof HOST_NAMES)[number];

/** Where in the host this page stands. `room`: a device that a whole room looks at. */
export type Surface = "panel" | "stage" | "tab" | "room";
export type Theme = "light" | "dark" | "contrast";
/** What the host's page says somebody is. A claim: only the server finds out what is proved. */
export type RoleClaim = "host" | "cohost" | "member" | "guest" | "";

export interface HostContext {
  readonly surface: Surface;
  /** Empty: as the device says. */
  readonly theme: Theme | "";
  /** A language code such as `de`, or empty: as the browser says. */
  readonly locale: string;
  readonly role: RoleClaim;
  /** What the host calls this person; only ever offered as a name, never sent by itself. */
  readonly name: string;
  readonly visible: boolean;
  /** The meeting is over, or the host took this page away. */
  readonly ended: boolean;
}

/** `confirm`: the host shows a button of its own, which the person has to press. */
export type Shared = "shared" | "confirm" | "not_allowed" | "cannot";

export interface HostAdapter {
  readonly name: HostName;
  /** Whether the host has a stage that everybody sees. */
  readonly stage: boolean;
  /** What the host says now. */
  now(): HostContext;
  /** What the server is to check. Asked anew each time: proofs grow old within minutes. Throws when the host refuses. */
  proof(): Promise<Readonly<Record<string, string>>>;
  /** Calls back after each change of `now`. Gives back how to stop. */
  follow(changed: () => void): () => void;
  /** Puts an address of ours on everybody's stage. */
  share(address: string): Promise<Shared>;
  /** Hears nothing more from the host. */
  close(): void;
}

/** The page that an adapter stands on: `window`, and in tests a page of their own. */
export interface HostPage extends EventTarget {
  readonly location: { readonly search: string; readonly hash: string; readonly pathname: string };
  readonly parent: {
    postMessage(message: unknown, options: { targetOrigin: string; transfer?: Transferable[] }): void;
  };
  readonly document: { readonly referrer: string };
}

/** Finds the host around a page. Throws, or never resolves, where there is none. */
export type Opener = (page: HostPage, signal: AbortSignal) => Promise<HostAdapter>;

export const PLAIN: HostContext = {
  surface: "tab",
  theme: "",
  locale: "",
  role: "",
  name: "",
  visible: true,
  ended: false,
};

/** The first part of a locale such as `de-DE` or `pt_BR`, in small letters; empty for what is none. */
export function languageOf(locale: unknown): string {
  return (typeof locale === "string" && /^[a-z]{2,3}(?=$|[-_])/i.exec(locale)?.[0].toLowerCase()) || "";
}

/** The fields of something that came from outside; of anything that is no object, none. */
export function fieldsOf(found: unknown): Readonly<Record<string, unknown>> {
  return typeof found === "object" && found !== null ? (found as Readonly<Record<string, unknown>>) : {};
}

/** `found` if it is a text, else an empty one. */
export const textOf = (found: unknown): string => (typeof found === "string" ? found : "");
