// The server's end of a line, in a test: hears what is emitted and answers when it is told to.
import { lineUp } from "../src/asking.ts";
import type { Line } from "../src/line.ts";
import type { Entered } from "../src/protocol.gen.ts";
import { anEntered } from "./workshop.ts";

type Hear = (...said: unknown[]) => void;

interface Asked {
  readonly command: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly answer: (answer: unknown) => void;
}

/** A socket whose other end the test plays. `asked` holds everything that was asked, in order. */
export class TestLine implements Line {
  connected = false;
  readonly asked: Asked[] = [];
  enters: ((answer: unknown) => void)[] = [];
  connects = 0;
  readonly io = { opts: { transports: ["websocket", "polling"] } };
  /** Answers everything with "ok" by itself, where a test does not care. */
  obliging = false;
  private readonly heard = new Map<string, Hear>();

  on(event: string, hear: (...said: never[]) => void): void {
    this.heard.set(event, hear as unknown as Hear);
  }

  emit(event: string, said: unknown, ack: (answer: unknown) => void): void {
    if (event === "enter") this.enters.push(ack);
    if (event !== "ask") return;
    const { command, fields } = said as Pick<Asked, "command" | "fields">;
    this.asked.push({ command, fields, answer: ack });
    if (this.obliging) ack({ status: "ok" });
  }

  connect(): void {
    this.connects += 1;
  }

  disconnect(): void {
    this.connected = false;
  }

  /** The server says something. */
  say(event: string, ...said: unknown[]): void {
    this.heard.get(event)?.(...said);
  }

  /** The line comes up and the server lets this device in. */
  open(entered: Partial<Entered> = {}): void {
    this.connected = true;
    this.say("connect");
    this.enters.pop()?.({ status: "ok", data: anEntered(entered) });
  }

  /** The line breaks. */
  break(): void {
    this.connected = false;
    this.say("disconnect", "transport close");
  }

  /** What was asked by a command's name. */
  all(command: string): Asked[] {
    return this.asked.filter((one) => one.command === command);
  }
}

type AskedFor = readonly [command: string, fields: unknown];

/** A line that writes down what is asked and answers it: yes, unless `answer` says otherwise. */
export function listen(answer: (command: string) => unknown = () => ({ status: "ok" })): AskedFor[] {
  const asked: AskedFor[] = [];
  lineUp({
    connected: true,
    emit(_event, said, reply) {
      const { command, fields } = said as { command: string; fields: unknown };
      asked.push([command, fields]);
      (reply as (answer: unknown) => void)(answer(command));
    },
  });
  return asked;
}
