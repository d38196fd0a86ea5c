import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { PHASES } from "../../../testing/workshop.ts";
import { AgendaChoice } from "./agenda-choice.tsx";

const agenda = { id: "short", title: "Short", purpose: "A quick look", minutes: 20, language: "en", phases: PHASES };

test("an agenda shows its minutes, its purpose, and its steps with theirs", () => {
  render(<AgendaChoice agenda={agenda} chosen={false} onChoose={() => {}} />);
  expect(screen.getByRole("radio", { name: /20 minutes.*Short.*A quick look/ })).toBeTruthy();
  expect(screen.getByText("See the steps (4 steps)")).toBeTruthy();
  const steps = document.querySelectorAll(".step");
  expect([...steps].map((one) => one.textContent?.replace(/\s+/g, " "))[0]).toBe("Ideas 5 min");
});

test("pressing anywhere on its head chooses it", () => {
  const chosen = vi.fn();
  render(<AgendaChoice agenda={agenda} chosen={false} onChoose={chosen} />);
  fireEvent.click(screen.getByText("A quick look"));
  expect(chosen).toHaveBeenCalledOnce();
});
