import { fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { id, PHASES } from "../../../testing/workshop.ts";
import { route } from "../../routes.ts";
import { made } from "../made.ts";
import { NewWorkshop } from "./new-workshop.tsx";

const agendas = [
  { id: "long", title: "Long", purpose: "Slowly", minutes: 60, phases: PHASES, language: "en" },
  { id: "short", title: "Short", purpose: "Fast", minutes: 20, phases: PHASES, language: "en" },
];
const created = {
  workshop: id("1"),
  facilitator_link: `/f/${id("1")}#${"ab".repeat(32)}`,
  link: `/w/${id("1")}`,
  join_code: "K7QM-3XRD",
  recovery_code: "7QX2-MK4D-0RTA-93PE",
};

function server(creation: "anyone" | "code", make: () => Response = () => Response.json(created, { status: 201 })) {
  const posted: unknown[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (path === "/api/agendas?language=en") return Response.json(agendas);
    if (path === "/api/about") return Response.json({ creation });
    posted.push(JSON.parse(String(init.body)));
    return make();
  });
  return posted;
}

const make = () => fireEvent.click(screen.getByRole("button", { name: "Make the workshop" }));
const question = (value: string) =>
  fireEvent.input(screen.getByLabelText("What is your question?"), { target: { value } });

afterEach(() => {
  vi.unstubAllGlobals();
  made.value = null;
});

test("agendas stand from short to long, the shortest chosen", async () => {
  server("anyone");
  render(<NewWorkshop onBack={() => {}} />);
  const choices = await screen.findAllByRole<HTMLInputElement>("radio");
  expect(choices.map((one) => [one.labels?.[0]?.textContent, one.checked])).toEqual([
    ["20 minutesShortFast", true],
    ["60 minutesLongSlowly", false],
  ]);
});

test("an agenda and a question make a workshop, and this page becomes the one that leads it", async () => {
  const posted = server("anyone");
  render(<NewWorkshop onBack={() => {}} />);
  fireEvent.click((await screen.findAllByRole("radio"))[1] as HTMLElement);
  question("  How might we meet?  ");
  make();
  await vi.waitFor(() => expect(route.value).toMatchObject({ page: "workshop", as: "facilitator", id: id("1") }));
  expect(posted).toEqual([{ agenda: "long", title: "How might we meet?", language: "en" }]);
  expect(made.value?.recovery_code).toBe("7QX2-MK4D-0RTA-93PE");
  expect(location.href).not.toContain("ab".repeat(32));
});

test("without a question nothing is made, and the field says so", async () => {
  const posted = server("anyone");
  render(<NewWorkshop onBack={() => {}} />);
  await screen.findAllByRole("radio");
  make();
  expect(screen.getByText("Please type your question first.")).toBeTruthy();
  expect(posted).toEqual([]);
});

test("where the server asks for a code, the code is asked for and sent", async () => {
  const posted = server("code");
  render(<NewWorkshop onBack={() => {}} />);
  const code = await screen.findByLabelText("Code for making workshops");
  question("How?");
  make();
  expect(screen.getByText("This server asks for a code before it makes a workshop.")).toBeTruthy();
  fireEvent.input(code, { target: { value: "D4W3-ZN8R" } });
  make();
  await vi.waitFor(() =>
    expect(posted).toEqual([{ agenda: "short", title: "How?", language: "en", creation_code: "D4W3-ZN8R" }]),
  );
});

test("a refusal is shown, and what was typed stays", async () => {
  server("anyone", () => Response.json({ code: "too_fast", say: "That was a lot at once." }, { status: 429 }));
  render(<NewWorkshop onBack={() => {}} />);
  await screen.findAllByRole("radio");
  question("How?");
  make();
  expect(await screen.findByText("That was a lot at once.")).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>("What is your question?").value).toBe("How?");
});

test("a server that cannot be reached is said, and can be tried again", async () => {
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("offline")));
  render(<NewWorkshop onBack={() => {}} />);
  const again = await screen.findByRole("button", { name: "Try again" });
  server("anyone");
  fireEvent.click(again);
  expect(await screen.findAllByRole("radio")).toHaveLength(2);
});
