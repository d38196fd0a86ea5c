// Google Meet: an add-on in the side panel or on the main stage. The wire is written anew from what it looks like
// (numbered fields in lists): Google's own script may not be kept here, and nothing is loaded from elsewhere.
import { type HostAdapter, type HostPage, type Opener, type Shared, textOf } from "./adapter.ts";
import { Telling } from "./telling.ts";

const MEET = "https://meet.google.com";
const SIDE_PANEL = 1;
const MAIN_STAGE = 2;
/** The numbers of the fields, counted from one. */
const HELLO = 2;
const QUERY = 9;
const START = 14;
const PING = 16;
const HEARTBEAT = 13;
const ERROR = 10;
const MEETING = 2;
const MEETING_FOUND = 3;
/** Errors that only say that this person may not, or that something is on the stage already. */
const NOT_ALLOWED = new Set([3, 7, 15]);

interface Place {
  readonly frame: number;
  readonly channel: string;
  readonly project: string;
}

/** What Meet wrote into our address. It must say that it is Meet: its word is not taken for another origin. */
function placeOf({ location }: HostPage): Place {
  const packed = new URLSearchParams(location.search).get("meet_sdk") ?? "";
  const [frame, channel, origin, project] = JSON.parse(atob(packed.replace(/-/g, "+").replace(/_/g, "/"))) as unknown[];
  if (origin !== MEET || textOf(channel) === "") throw new Error("not Meet");
  return { frame: Number(frame), channel: textOf(channel), project: textOf(project) };
}

/** A message with one numbered field. */
function message(field: number, value: unknown): unknown[] {
  const fields: unknown[] = Array(field).fill(null);
  fields[field - 1] = value;
  return [fields];
}

/** A numbered field of an answer, or undefined. */
function field(list: unknown, number: number): unknown {
  return Array.isArray(list) ? (list[number - 1] ?? undefined) : undefined;
}

function fieldsIn(data: unknown): unknown {
  try {
    const content = JSON.parse(textOf((data as { content?: unknown } | null)?.content)) as unknown;
    return field(content, 2);
  } catch {
    return undefined;
  }
}

export const openMeet: Opener = async (page, signal): Promise<HostAdapter> => {
  const place = placeOf(page);
  const telling = new Telling({ surface: place.frame === MAIN_STAGE ? "stage" : "panel" });
  const { port1: port, port2: theirs } = new MessageChannel();

  function ask(number: number, value: unknown): Promise<unknown> {
    const { port1: answer, port2: reply } = new MessageChannel();
    return new Promise((resolve, reject) => {
      answer.onmessage = ({ data }) => {
        answer.close();
        const error = field(fieldsIn(data), ERROR);
        if (error === undefined) resolve(field(fieldsIn(data), QUERY));
        else reject(new Error("refused", { cause: Number(field(error, 1)) }));
      };
      port.postMessage({ content: JSON.stringify(message(number, value)) }, [reply]);
    });
  }

  port.onmessage = ({ data, ports }) => {
    // Every message wants an answer, a ping the heartbeat.
    const beat = field(fieldsIn(data), PING) !== undefined;
    ports[0]?.postMessage({ content: JSON.stringify(beat ? message(HEARTBEAT, []) : []) });
  };
  signal.addEventListener("abort", () => port.close());
  page.parent.postMessage(place.channel, { targetOrigin: MEET, transfer: [theirs] });
  void ask(HELLO, [null, [1, 2, 0], place.project]).catch(() => {});
  const [meeting] = [field(await ask(QUERY, [MEETING]), MEETING_FOUND)].map((found) => textOf(field(found, 1)));

  async function share(address: string): Promise<Shared> {
    try {
      await ask(START, [
        [
          [
            [MAIN_STAGE, address],
            [SIDE_PANEL, address],
          ],
        ],
      ]);
      return "shared";
    } catch (problem) {
      return NOT_ALLOWED.has(Number((problem as Error).cause)) ? "not_allowed" : "cannot";
    }
  }

  return {
    name: "meet",
    stage: place.frame === SIDE_PANEL,
    now: telling.now,
    follow: telling.follow,
    proof: async () => ({ meeting: meeting ?? "" }),
    share,
    close: () => port.close(),
  };
};
