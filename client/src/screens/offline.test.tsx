import { render } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import { freshDevice, page, type } from "../../testing/page.ts";
import { drafts, keepDraft } from "../own/drafts.ts";
import { putInOutbox } from "../own/outbox.ts";
import Offline from "./offline.tsx";

beforeEach(() => void freshDevice());

test("without a line one reads one's own words and how much waits, and that what others wrote is not here", () => {
  keepDraft("run", "idea", "Half a thought", "idea");
  putInOutbox("AddCard", { id: "1", text: "A bench" });
  putInOutbox("AddCard", { id: "2", text: "A choir" });
  render(<Offline />);
  for (const said of ["You are offline", "2 things wait to be sent.", "A bench", "A choir", "Half a thought"]) {
    expect(page()).toContain(said);
  }
  expect(page()).toContain("What others wrote is not kept on this device.");
});

test("what comes to mind can be written down for later", () => {
  render(<Offline />);
  type("Write something for later", "Ask Gwen");
  expect(drafts.value["offline/note"]?.text).toBe("Ask Gwen");
});
