import type { ComponentChildren } from "preact";
import { Info, Stop, Tick, Warning } from "./icons.tsx";

/** `warn`: think before you go on. `stop`: something did not work. */
export type NoticeKind = "quiet" | "good" | "warn" | "stop";

const DRAWINGS = { quiet: Info, good: Tick, warn: Warning, stop: Stop };

interface NoticeProps {
  kind?: NoticeKind;
  title?: string;
  children?: ComponentChildren;
}

/** Something to know, where it matters. It is not spoken by itself: the announcer speaks. */
export function Notice({ kind = "quiet", title, children }: NoticeProps) {
  const Drawing = DRAWINGS[kind];
  return (
    <div class="notice" data-kind={kind}>
      <Drawing />
      {title && <p class="notice-title">{title}</p>}
      {children && <div class="notice-body">{children}</div>}
    </div>
  );
}
