import { render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { listen } from "../../testing/line.ts";
import { aCard, id, showLed } from "../../testing/workshop.ts";
import { serverNow } from "../clock.ts";
import { slow } from "../connection.ts";
import { session } from "../workshop.ts";
import RoomScreen from "./screen.tsx";

const asScreen = { entered: { role: "screen", audience: "screen", seat: "" } } as const;

afterEach(() => {
  session.value = null;
});

test("before the start it shows the question and how to come in", () => {
  showLed({ ...asScreen, head: { state: "waiting" }, run: null });
  render(<RoomScreen />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Loneliness by the sea");
  expect(screen.getByText("ABCD-EFGH")).toBeTruthy();
  expect(screen.getByRole("img", { name: /opens the workshop/ })).toBeTruthy();
});

test("while it runs it shows the hat, the prompt and the clock, and still how to come in", () => {
  showLed({ ...asScreen, clock: { ends_at: serverNow() + 245_000 } });
  render(<RoomScreen />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Ideas?");
  expect(screen.getByRole("timer").textContent).toContain("4:05");
  expect(screen.getByText("ABCD-EFGH")).toBeTruthy();
});

test("a vote after a tie is called one more vote", () => {
  showLed({ ...asScreen, run: { stage: "vote" }, ballot: { run_off: true } });
  render(<RoomScreen />);
  expect(screen.getByText("· one more vote")).toBeTruthy();
});

test("nothing can be pressed on it, and it asks for nothing", () => {
  const asked = listen();
  showLed({ ...asScreen, run: { phase: 1, stage: "read" }, cards: [aCard("a", { text: "Tea" })] });
  const { container } = render(<RoomScreen />);
  expect(container.querySelectorAll("a, input, textarea, select, summary")).toHaveLength(0);
  expect(screen.queryAllByRole("button").filter((one) => one.textContent !== "Fill the screen")).toEqual([]);
  expect(asked).toEqual([]);
});

test("a vote that is about to close counts down for the room", () => {
  const closing_at = serverNow() + 8_500;
  showLed({ ...asScreen, run: { phase: 3, stage: "vote" }, ballot: { state: "open" }, clock: { closing_at } });
  render(<RoomScreen />);
  expect(screen.getByText("The vote closes in 9 seconds")).toBeTruthy();
});

test("E15: when nobody is leading the room is told to stay", () => {
  showLed({ ...asScreen, room: { facilitator_here: false } });
  render(<RoomScreen />);
  expect(screen.getByText(/Nobody is leading just now/)).toBeTruthy();
});

test("at the end it says thank you", () => {
  showLed({ ...asScreen, head: { state: "ended" }, run: null });
  render(<RoomScreen />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Thank you");
});

test("what is said about the line stands in the page's header", () => {
  showLed(asScreen);
  slow.value = true;
  const { container } = render(<RoomScreen />);
  expect(container.querySelector(".page > header")?.textContent).not.toBe("");
  slow.value = false;
});

test("after the end the screen thanks, and shows what was decided", () => {
  const decision = { id: id("1"), text: "We start on the pier", options: [], version: 0 };
  showLed({ head: { state: "ended" }, run: null, more: { [`decision:${id("1")}`]: decision } });
  const { container } = render(<RoomScreen />);
  expect(container.textContent).toContain("Thank you");
  expect(container.textContent).toContain("We start on the pier");
});

test("a card that is read out stands there alone until it is read", () => {
  const cards = [aCard("a", { text: "Tea on the pier" }), aCard("c", { text: "Lift club" })];
  showLed({ head: { reading: `card:${id("a")}` }, run: { phase: 1, stage: "live" }, cards });
  const { container } = render(<RoomScreen />);
  expect(container.textContent).toContain("Tea on the pier");
  expect(container.textContent).not.toContain("Lift club");
});
