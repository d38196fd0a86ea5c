import { fireEvent, render } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import { box, drawn, freshDevice, page, press, type } from "../../testing/page.ts";
import type { Reply } from "../asking.ts";
import { drafts } from "../own/drafts.ts";
import { writing } from "../own/kept.ts";
import { SharedField } from "./shared-field.tsx";

const save = vi.fn<(value: string, version: number) => Promise<Reply>>();
let place = 0;

function Shared({ value, version, required = false }: { value: string; version: number; required?: boolean }) {
  return (
    <SharedField
      label="Owner"
      place={`x:${place}`}
      value={value}
      version={version}
      maxLength={60}
      required={required}
      save={save}
    />
  );
}

beforeEach(() => {
  freshDevice();
  place += 1;
  save.mockReset();
  save.mockResolvedValue({ status: "ok" });
});

test("what is typed is saved by Enter with the version that it replaces", async () => {
  render(<Shared value="Ana" version={2} />);
  type("Owner", "Ben");
  await drawn();
  fireEvent.keyDown(box("Owner"), { key: "Enter" });
  await drawn();
  expect(save).toHaveBeenCalledWith("Ben", 2);
  expect(drafts.value).toEqual({});
});

test("when somebody else changes it meanwhile, theirs is shown and yours stays as a draft", async () => {
  const { rerender } = render(<Shared value="Ana" version={2} />);
  type("Owner", "Ben");
  rerender(<Shared value="Cem" version={3} />);
  await drawn();
  expect(page()).toContain("Someone changed this while you were typing.");
  expect(page()).toContain("It now says: Cem");
  expect(box("Owner").value).toBe("Ben");
  press("Use my words instead");
  await drawn();
  expect(save).toHaveBeenCalledWith("Ben", 3);
});

test("one can let one's own words go", async () => {
  const { rerender } = render(<Shared value="Ana" version={2} />);
  type("Owner", "Ben");
  rerender(<Shared value="Cem" version={3} />);
  await drawn();
  press("Let mine go");
  await drawn();
  expect(box("Owner").value).toBe("Cem");
  expect(save).not.toHaveBeenCalled();
});

test("a refusal is said, and the words stay", async () => {
  save.mockResolvedValue({ status: "superseded", code: "superseded", say: "Someone changed this just before you." });
  render(<Shared value="Ana" version={2} />);
  type("Owner", "Ben");
  await drawn();
  press("Save");
  await drawn();
  expect(page()).toContain("Someone changed this just before you.");
  expect(box("Owner").value).toBe("Ben");
});

test("a field can be emptied, unless it must say something", async () => {
  const first = render(<Shared value="Ana" version={2} />);
  type("Owner", "");
  await drawn();
  press("Save");
  await drawn();
  expect(save).toHaveBeenCalledWith("", 2);
  first.unmount();
  save.mockClear();
  render(<Shared value="Ana" version={2} required />);
  type("Owner", "");
  await drawn();
  press("Save");
  await drawn();
  expect(save).not.toHaveBeenCalled();
});

test("what is typed on while the first save is under way is kept", async () => {
  let answer: (reply: Reply) => void = () => {};
  save.mockReturnValueOnce(new Promise<Reply>((done) => (answer = done)));
  const { rerender } = render(<Shared value="Ana" version={2} />);
  type("Owner", "Ben");
  await drawn();
  press("Save");
  type("Owner", "Ben and Cem");
  answer({ status: "ok" });
  await drawn();
  rerender(<Shared value="Ben" version={3} />);
  await drawn();
  expect(box("Owner").value).toBe("Ben and Cem");
  expect(page()).not.toContain("Someone changed this");
  press("Save");
  await drawn();
  expect(save).toHaveBeenLastCalledWith("Ben and Cem", 3);
});

test("half of a picture is saved as a sign that can be read, and is no change any more", async () => {
  const { rerender } = render(<Shared value="Ana" version={2} />);
  type("Owner", "Ben \uD83C");
  await drawn();
  press("Save");
  await drawn();
  expect(save).toHaveBeenCalledWith("Ben \uFFFD", 2);
  rerender(<Shared value="Ben \uFFFD" version={3} />);
  await drawn();
  expect(page()).not.toContain("Save");
  expect(drafts.value).toEqual({});
});

test("E13: in a tab that only reads it can be read, and says why it cannot be changed", async () => {
  writing.value = false;
  render(<Shared value="Ana" version={2} />);
  expect([box("Owner").readOnly, box("Owner").value]).toEqual([true, "Ana"]);
  expect(page()).toContain("You can only read here.");
  fireEvent.keyDown(box("Owner"), { key: "Enter" });
  expect(save).not.toHaveBeenCalled();
});
