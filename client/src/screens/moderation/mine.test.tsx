import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { drawn, freshDevice, page, press, type } from "../../../testing/page.ts";
import { aCard, show } from "../../../testing/workshop.ts";
import { addOwnCard, ownCards } from "../../own/cards.ts";
import { cardOf, entries } from "../../workshop.ts";
import Mine from "./mine.tsx";

const note = (id: string) => {
  const card = cardOf(entries.value, id);
  if (card === null) throw new Error("no card");
  return render(<Mine card={card} />);
};

test("E33: a hidden card asks everybody the same, and tells its writer only behind that", async () => {
  const line = freshDevice();
  show({});
  const own = addOwnCard("w", { run: aCard("a").run, kind: "idea", text: "About Pat", signed: "", target: "" });
  await drawn();
  const bare = aCard("a", { id: own.id, text: "", hidden: "person", hidden_version: 1 });
  show({ cards: [bare] });
  expect(cardOf(entries.value, own.id)?.text).toBe("Hidden by the facilitator: about a person.");
  note(own.id);
  expect(page()).toContain("Did you write this?");
  expect(page()).toContain("This is yours. You can reword it.");
  press("Reword it");
  type("Change your words", "About the bus");
  press("Save");
  await drawn();
  expect(line.asked.at(-1)?.command).toBe("EditCard");
  expect(line.asked.at(-1)?.fields).toMatchObject({ id: own.id, text: "About the bus", shown: true });
  expect(ownCards.value[0]?.text).toBe("About the bus");
});

test("E33: on any other device it says that it was not written there", () => {
  freshDevice();
  show({ cards: [aCard("a", { text: "", hidden: "harm", hidden_version: 1 })] });
  note(aCard("a").id);
  fireEvent.click(screen.getByText("Did you write this?"));
  expect(page()).toContain("This device did not write it.");
  expect(screen.queryByText("Reword it")).toBeNull();
});
