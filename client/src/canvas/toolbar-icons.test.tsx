import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { TOOL_ICONS } from "./toolbar-icons.tsx";
import { TOOLS } from "./tools.ts";

test("every tool has a drawing, which says nothing by itself", () => {
  for (const name of TOOLS) {
    const { container } = render(<div>{TOOL_ICONS[name]}</div>);
    expect(container.querySelector("svg[aria-hidden=true]")).not.toBeNull();
  }
});
