import { HAT_DRAWINGS, type HatName } from "../../parts/icons.tsx";
import { t } from "../desk/words.ts";

const HATS: readonly HatName[] = ["blue", "white", "green", "yellow", "black", "red"];
const PLACE = HATS.map((_, seat) => {
  const angle = ((seat * 60 - 90) * Math.PI) / 180;
  return { x: 160 + 118 * Math.cos(angle), y: 160 + 118 * Math.sin(angle) };
});

/** Six ways of thinking, sitting in a circle. */
export function Ring() {
  return (
    <svg class="ring" viewBox="0 0 320 320" role="img" aria-label={t("start.ring")}>
      <circle class="ring-line" cx="160" cy="160" r="118" />
      <circle class="ring-middle" cx="160" cy="160" r="46" />
      {HATS.map((hat, seat) => (
        <g key={hat} data-hat={hat} transform={`translate(${PLACE[seat]?.x} ${PLACE[seat]?.y})`}>
          <circle class="ring-seat" r="36" />
          <svg x="-17" y="-17" width="34" height="34" class="ring-icon" aria-hidden="true">
            {HAT_DRAWINGS[hat]}
          </svg>
        </g>
      ))}
    </svg>
  );
}
