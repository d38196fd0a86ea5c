import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { drawn, freshDevice, press, type } from "../../testing/page.ts";
import { aGroup, id, show } from "../../testing/workshop.ts";
import { GroupName } from "./group-name.tsx";

test("a group is named in a sentence, with the version that is replaced", async () => {
  const line = freshDevice();
  show();
  render(<GroupName group={aGroup("9", { name: "Group 1", version: 3 })} />);
  type("Name of the group", "Eat together in the evening");
  await drawn();
  press("Save");
  expect(line.all("RenameGroup")[0]?.fields).toEqual({ id: id("9"), name: "Eat together in the evening", version: 3 });
});
