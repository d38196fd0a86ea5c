// The small drawings on the board's own buttons.
import type { ComponentChildren } from "preact";

function Drawing({ children }: { children: ComponentChildren }) {
  return (
    <svg
      viewBox="0 0 24 24"
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

export const Plus = () => (
  <Drawing>
    <path d="M12 5v14M5 12h14" />
  </Drawing>
);
export const Minus = () => (
  <Drawing>
    <path d="M5 12h14" />
  </Drawing>
);
export const Fit = () => (
  <Drawing>
    <path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />
  </Drawing>
);
export const Find = () => (
  <Drawing>
    <circle cx="10.5" cy="10.5" r="6" />
    <path d="M15 15l5.5 5.5" />
  </Drawing>
);
export const Here = () => (
  <Drawing>
    <circle cx="12" cy="12" r="6.5" />
    <path d="M12 2.5v6M12 15.5v6M2.5 12h6M15.5 12h6" />
  </Drawing>
);
export const Rings = () => (
  <Drawing>
    <circle cx="12" cy="12" r="2.5" />
    <path d="M7 7a7 7 0 0 0 0 10M17 7a7 7 0 0 1 0 10M4 4a11 11 0 0 0 0 16M20 4a11 11 0 0 1 0 16" />
  </Drawing>
);
export const Columns = () => (
  <Drawing>
    <path d="M5 5v14M12 5v14M19 5v14" />
  </Drawing>
);
export const Landscape = () => (
  <Drawing>
    <path d="M3 5h18v14H3zM3 16l5-5 4 4 3-3 6 6" />
    <circle cx="16" cy="9.5" r="1.4" />
  </Drawing>
);

/** A word that becomes its drawing where the board is narrow; it is called the same by who listens. */
export function NarrowWord({ drawing, children }: { drawing: ComponentChildren; children: ComponentChildren }) {
  return (
    <>
      <span class="narrow-drawing">{drawing}</span>
      <span class="wide-word">{children}</span>
    </>
  );
}
