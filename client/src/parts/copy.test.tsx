import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { CopyField } from "./copy.tsx";

afterEach(() => vi.unstubAllGlobals());

function clipboard(writeText: (text: string) => Promise<void>) {
  vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText } });
}

test("copying puts the whole text on the clipboard and says so", async () => {
  const taken: string[] = [];
  clipboard(async (text) => void taken.push(text));
  const said: string[] = [];
  render(<CopyField label="Link" value="https://example.org/w/1" onCopied={(say) => said.push(say)} />);
  fireEvent.click(screen.getByRole("button", { name: "Copy" }));
  await screen.findByRole("button", { name: "Copied" });
  expect(taken).toEqual(["https://example.org/w/1"]);
  expect(said).toEqual(["Copied"]);
});

test("where no clipboard is allowed the text is marked and the keys to press are said", async () => {
  clipboard(() => Promise.reject(new Error("not allowed")));
  render(<CopyField label="Link" value="https://example.org/w/1" />);
  fireEvent.click(screen.getByRole("button", { name: "Copy" }));
  await waitFor(() => expect(screen.getByText(/Press Ctrl and C/)).toBeTruthy());
  const box = screen.getByLabelText<HTMLInputElement>("Link");
  expect(document.activeElement).toBe(box);
  expect([box.selectionStart, box.selectionEnd]).toEqual([0, box.value.length]);
});

test("a long text keeps its lines and cannot be changed by accident", () => {
  render(<CopyField label="Invitation" value={"Come\nto the pier"} long />);
  const box = screen.getByLabelText<HTMLTextAreaElement>("Invitation");
  expect(box.value).toBe("Come\nto the pier");
  expect(box.readOnly).toBe(true);
});
