// What tests of screens share: a line that agrees to everything, and short names for what people do.
import { fireEvent, screen } from "@testing-library/preact";
import { lineDown, lineUp } from "../src/asking.ts";
import { ownBallots } from "../src/own/ballots.ts";
import { ownCards } from "../src/own/cards.ts";
import { drafts } from "../src/own/drafts.ts";
import { keeping, writing } from "../src/own/kept.ts";
import { outbox } from "../src/own/outbox.ts";
import { readCards } from "../src/own/read.ts";
import { caughtUp, ownSeat } from "../src/own/seat.ts";
import { clearView } from "../src/workshop.ts";
import { TestLine } from "./line.ts";

/** A fresh device with a line to a server that agrees to everything; `obliging = false` to answer by hand. */
export function freshDevice(name = "Ana"): TestLine {
  clearView();
  ownCards.value = [];
  ownBallots.value = {};
  drafts.value = {};
  outbox.value = [];
  readCards.value = {};
  caughtUp.value = false;
  keeping.value = "device";
  writing.value = true;
  ownSeat.value = { seat: "s", token: "token", role: "participant", name };
  const line = new TestLine();
  line.connected = true;
  line.obliging = true;
  lineDown();
  lineUp(line);
  return line;
}

export const box = (label: string | RegExp) => screen.getByLabelText<HTMLTextAreaElement>(label);
export const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });
export const press = (name: string | RegExp) => fireEvent.click(button(name));
export const type = (label: string | RegExp, text: string) => fireEvent.input(box(label), { target: { value: text } });
export const page = () => document.body.textContent ?? "";

/** Types into a box and presses Enter. */
export function enter(label: string | RegExp, text: string): void {
  type(label, text);
  fireEvent.keyDown(box(label), { key: "Enter" });
}

/** Lets answers arrive and the page be drawn. */
export const drawn = () => new Promise((done) => setTimeout(done, 20));
