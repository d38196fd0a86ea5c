// The few things that go over plain HTTP: creating, joining, ballots and exports.
import { wellFormed } from "./well-formed.ts";
import { sayOf } from "./words/refusals.ts";

/** A refusal from the server, or `offline` when it could not be reached. `say`: one plain sentence. */
export class Refused extends Error {
  readonly code: string;
  readonly say: string;
  readonly field: string;

  constructor(code: string, say: string, field = "") {
    super(say);
    this.code = code;
    this.say = sayOf(code, say, field);
    this.field = field;
  }
}

const OFFLINE = "We cannot reach the server just now. Please try again in a moment.";

// Longer than a slow line takes, and sooner than a person gives up: a line can hang without an end.
const PATIENCE_MS = 20_000;

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await answer(path, { ...init, signal: patience.signal });
    return (await response.json()) as T;
  } catch (problem) {
    throw patience.signal.aborted ? new Refused("offline", OFFLINE) : problem;
  } finally {
    clearTimeout(timer);
  }
}

async function answer(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: "same-origin", referrerPolicy: "no-referrer", ...init });
  } catch {
    throw new Refused("offline", OFFLINE);
  }
  if (response.ok) return response;
  let said: { code?: string; say?: string; field?: string } = {};
  try {
    said = (await response.json()) as typeof said;
  } catch {
    // Not ours (a proxy's page, say): the sentence below fits.
  }
  throw new Refused(said.code ?? "offline", said.say ?? OFFLINE, said.field ?? "");
}

/** The JSON under `path`. Throws `Refused`. */
export function get<T>(path: string): Promise<T> {
  return call<T>(path, { method: "GET" });
}

function written(body: unknown): RequestInit {
  const text = JSON.stringify(body, (_, said: unknown) => (typeof said === "string" ? wellFormed(said) : said));
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: text };
}

/** Sends `body` as JSON and gives back the JSON answer. Throws `Refused`. */
export function post<T>(path: string, body: unknown): Promise<T> {
  return call<T>(path, written(body));
}

/** The same on a connection that nothing goes over which says who this is. Throws `Refused`. */
export function postUnnamed<T>(path: string, body: unknown): Promise<T> {
  // Browsers keep these connections apart from those of all other requests.
  return call<T>(path, { ...written(body), credentials: "omit" });
}

/** The same for somebody who is in the workshop, by their token. Throws `Refused`. */
export function asked<T>(method: "GET" | "POST", path: string, token: string): Promise<T> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  return call<T>(path, { method, headers, ...(method === "POST" && { body: "{}" }) });
}

/** Sends `body` for somebody who is in the workshop, by their token. Throws `Refused`. */
export function askedFor<T>(path: string, token: string, body: unknown): Promise<T> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  return call<T>(path, { method: "POST", headers, body: JSON.stringify(body) });
}

/** Hands a file to the browser to be saved. */
export function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads the address a little later than the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The file name that the server proposes, for people; `fallback` where it proposes none. */
export function fileName(disposition: string | null, fallback: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition ?? "")?.[1] ?? fallback;
}

/** Fetches a file with the token and hands it to the browser to be saved. Throws `Refused`. */
export async function download(path: string, token: string, fallback: string): Promise<string> {
  const response = await answer(path, { headers: { Authorization: `Bearer ${token}` } });
  const name = fileName(response.headers.get("Content-Disposition"), fallback);
  save(await response.blob(), name);
  return name;
}
