import { fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { ownLanguage } from "../own/language.ts";
import { speak } from "../words/languages.ts";
import { Field } from "./field.tsx";
import { LanguageChoice } from "./language.tsx";

afterEach(async () => {
  ownLanguage.value = "";
  localStorage.clear();
  await speak("en");
});

test("languages are offered by the names that their speakers know", () => {
  render(<LanguageChoice />);
  const options = screen.getAllByRole("option").map((one) => [one.textContent, one.getAttribute("lang")]);
  expect(options).toContainEqual(["Cymraeg", "cy"]);
  expect(screen.getByLabelText("Language")).toHaveProperty("value", "en");
});

test("what is chosen is kept, and what was typed stays", async () => {
  render(
    <>
      <LanguageChoice tucked />
      <Field label="Your name" value="Ana" />
    </>,
  );
  fireEvent.change(screen.getByLabelText("Language"), { target: { value: "cy" } });
  await speak("cy");
  expect(await screen.findByLabelText("Iaith")).toHaveProperty("value", "cy");
  expect([ownLanguage.value, screen.getByLabelText<HTMLInputElement>("Your name").value]).toEqual(["cy", "Ana"]);
});
