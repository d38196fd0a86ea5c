import { expect, test } from "vitest";
import { COLOUR } from "../../protocol.gen.ts";
import { t } from "./words.ts";

test("each colour of the board has a name", () => {
  expect(new Set(COLOUR.map((colour) => t(`colour.${colour}`))).size).toBe(COLOUR.length);
});
