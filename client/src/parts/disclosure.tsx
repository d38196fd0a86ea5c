import type { ComponentChildren } from "preact";
import { Chevron } from "./icons.tsx";

interface DisclosureProps {
  summary: string;
  open?: boolean;
  onToggle?: (open: boolean) => void;
  children: ComponentChildren;
}

/** More, one tap away. */
export function Disclosure({ summary, open, onToggle, children }: DisclosureProps) {
  return (
    <details class="more" open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>
        <Chevron />
        {summary}
      </summary>
      <div class="more-body">{children}</div>
    </details>
  );
}
