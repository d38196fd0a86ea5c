// The drawings on the tools; each stands beside its word or has it as its name.
import type { ComponentChildren } from "preact";
import type { ToolName } from "./tools.ts";

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

const path = (line: string) => (
  <Icon>
    <path d={line} />
  </Icon>
);

export const TOOL_ICONS: Readonly<Record<ToolName | "choose" | "add" | "undo" | "redo", ComponentChildren>> = {
  choose: path("M6 3l12 9-6 1.5L9.5 20z"),
  pen: path("M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4"),
  marker: path("M9 14L17 4l4 3-8 10zM9 14l-3 4 2 2 5-3M3 21h7"),
  line: path("M5 19L19 5"),
  arrow: path("M5 19L19 5M10 5h9v9"),
  box: path("M4 6h16v12H4z"),
  ellipse: (
    <Icon>
      <ellipse cx="12" cy="12" rx="9" ry="7" />
    </Icon>
  ),
  diamond: path("M12 3l9 9-9 9-9-9z"),
  text: path("M5 7V5h14v2M12 5v14M9 19h6"),
  eraser: path("M8 20l-5-5L13 5l7 7-8 8zM8 10l7 7M12 20h8"),
  pointer: (
    <Icon>
      <circle cx="12" cy="12" r="3" />
      <path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M5.6 18.4l2.1-2.1M16.3 7.7l2.1-2.1" />
    </Icon>
  ),
  add: path("M12 5v14M5 12h14"),
  undo: path("M9 7L4 12l5 5M4 12h10a6 6 0 0 1 0 7h-3"),
  redo: path("M15 7l5 5-5 5M20 12H10a6 6 0 0 0 0 7h3"),
};
