import { render } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { drawn, freshDevice, page, press } from "../../testing/page.ts";
import { door } from "../door.ts";
import { addOwnCard, ownCards } from "../own/cards.ts";
import { ownSeat } from "../own/seat.ts";
import { Shut, SignedOut } from "./shut.tsx";

afterEach(() => vi.unstubAllGlobals());

test("a door that does not open says why and what one can do", () => {
  render(<Shut say="We found no workshop here." again={false} />);
  expect(page()).toContain("We found no workshop here.");
  expect(page()).toContain("Type a join code");
  expect(page()).not.toContain("Try again");
});

test("who was signed out can join again, and what was written stays on the device", async () => {
  freshDevice();
  addOwnCard("w", { run: "1", kind: "idea", text: "A supper", signed: "", target: "" });
  vi.stubGlobal("fetch", async () => new Response('{"title":"Sea"}'));
  render(<SignedOut say="" />);
  expect(page()).toContain("What you wrote on it is still kept here.");
  press("Join again");
  await drawn();
  expect(ownSeat.value).toBeNull();
  expect(ownCards.value).toHaveLength(1);
  expect(door.value).toEqual({ kind: "join", title: "Sea" });
});
