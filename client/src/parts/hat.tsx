import { HAT_DRAWINGS, type HatName } from "./icons.tsx";

interface HatBadgeProps {
  hat: HatName;
  label: string;
  size?: "small" | "big";
}

/** Which way of thinking: word, drawing, edge pattern and tint. Clear in grey, too. */
export function HatBadge({ hat, label, size = "small" }: HatBadgeProps) {
  return (
    <span class="hat hat-edge" data-hat={hat} data-size={size}>
      {HAT_DRAWINGS[hat]}
      <span>{label}</span>
    </span>
  );
}
