import type { ComponentChildren } from "preact";

/** A small drawing beside a word. It is never the only carrier of a meaning. */
function Icon({ children }: { children: ComponentChildren }) {
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

export const Tick = () => (
  <Icon>
    <path d="M5 12.5l4.5 4.5L19 7.5" />
  </Icon>
);
export const Cross = () => (
  <Icon>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
);
export const Chevron = () => (
  <Icon>
    <path d="M9 5l7 7-7 7" />
  </Icon>
);
export const Info = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 11v5M12 7.5v.01" />
  </Icon>
);
export const Warning = () => (
  <Icon>
    <path d="M12 3.5L2.8 19.5h18.4z" />
    <path d="M12 10v4.5M12 17v.01" />
  </Icon>
);
export const Stop = () => (
  <Icon>
    <path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z" />
    <path d="M12 7.5v5.5M12 16v.01" />
  </Icon>
);
export const Pause = () => (
  <Icon>
    <path d="M8 5v14M16 5v14" />
  </Icon>
);
export const Play = () => (
  <Icon>
    <path d="M7 4.5l12 7.5-12 7.5z" />
  </Icon>
);
export const Copy = () => (
  <Icon>
    <rect x="8.5" y="8.5" width="12" height="12" rx="2" />
    <path d="M15.5 5.5v-1a1 1 0 0 0-1-1h-10a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h1" />
  </Icon>
);
export const People = () => (
  <Icon>
    <circle cx="9" cy="8" r="3.5" />
    <path d="M2.5 20c.6-4 3-6 6.5-6s5.9 2 6.5 6M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.5c2 .8 3.2 2.6 3.5 5.5" />
  </Icon>
);

/** The hats' own drawings: compass, page, sprout, sun, shield, heart; a cup for a break. */
export const HAT_DRAWINGS = {
  blue: (
    <Icon>
      <circle cx="12" cy="12" r="9" />
      <path d="M15.5 8.5l-2 5-5 2 2-5z" />
    </Icon>
  ),
  white: (
    <Icon>
      <path d="M6 3h8l5 5v13H6z" />
      <path d="M14 3v5h5M9 13h7M9 17h5" />
    </Icon>
  ),
  green: (
    <Icon>
      <path d="M12 21v-9M12 12c0-4-2.5-6.5-8-6.5C4 10 7 12 12 12zM12 14c0-4 2.5-6 8-6 0 4.5-3 6-8 6z" />
    </Icon>
  ),
  yellow: (
    <Icon>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M18.7 5.3L17 7M7 17l-1.7 1.7" />
    </Icon>
  ),
  black: (
    <Icon>
      <path d="M12 3l8 3v6c0 4.5-3.2 7.5-8 9-4.8-1.5-8-4.5-8-9V6z" />
      <path d="M12 8v4.5M12 16v.01" />
    </Icon>
  ),
  red: (
    <Icon>
      <path d="M12 20C5 15.5 3 12 3 8.8A4.7 4.7 0 0 1 12 7a4.7 4.7 0 0 1 9 1.8C21 12 19 15.5 12 20z" />
    </Icon>
  ),
  none: (
    <Icon>
      <path d="M5 9h11v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 10h2a2.5 2.5 0 0 1 0 5h-2M9 3v2.5M13 3v2.5" />
    </Icon>
  ),
} as const;

/** The name of a hat, as the agenda writes it. */
export type HatName = keyof typeof HAT_DRAWINGS;
