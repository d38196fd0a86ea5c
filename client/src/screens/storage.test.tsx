import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { keeping } from "../own/kept.ts";
import { Storage } from "./storage.tsx";

test("one line says what it means when things are kept for a short time only", () => {
  keeping.value = "device";
  expect(render(<Storage />).container.textContent).toBe("");
  keeping.value = "tab";
  expect(render(<Storage />).container.textContent).toContain("until you close this tab");
  keeping.value = "page";
  expect(render(<Storage />).container.textContent).toContain("words that were not sent are lost");
  keeping.value = "device";
});
