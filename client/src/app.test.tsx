import { render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { drawn, freshDevice, page } from "../testing/page.ts";
import { show } from "../testing/workshop.ts";
import { App } from "./app.tsx";
import { status } from "./connection.ts";
import { door } from "./door.ts";
import { route } from "./routes.ts";

const ID = "ab".repeat(16);

beforeEach(() => {
  freshDevice();
  sessionStorage.clear();
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ title: "Sea" })));
});
afterEach(() => {
  route.value = { page: "lost" };
  vi.unstubAllGlobals();
});

test("an address that means nothing says so kindly", () => {
  route.value = { page: "lost" };
  render(<App />);
  expect(page()).toContain("There is nothing at this address.");
  expect(screen.getByRole("link", { name: "Folkmoot" })).toBeTruthy();
});

test("the join page asks for a code", async () => {
  route.value = { page: "join" };
  render(<App />);
  expect(page()).toContain("Join code");
});

test("a workshop's link asks a new device to join", async () => {
  route.value = { page: "workshop", id: ID, as: "participant", key: "" };
  render(<App />);
  await vi.waitFor(() => expect(page()).toContain("Your name, if you like"));
});

test("what this device may do decides which page is shown", async () => {
  route.value = { page: "workshop", id: ID, as: "participant", key: "" };
  render(<App />);
  await vi.waitFor(() => expect(door.value.kind).toBe("join"));
  door.value = { kind: "in" };
  status.value = { kind: "live", say: "" };
  show();
  await drawn();
  expect(page()).toContain("Your idea");
  status.value = { kind: "out", say: "Signed out." };
  await drawn();
  expect(page()).toContain("Signed out.");
});

test("there is one announcer on every page", () => {
  route.value = { page: "join" };
  render(<App />);
  expect(document.querySelectorAll("[aria-live=polite]")).toHaveLength(1);
});
