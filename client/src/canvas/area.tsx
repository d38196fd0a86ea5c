// The column of a kind: its hat as word, drawing and pattern, how much lies in it, and what it waits for.
import { render } from "preact";
import { HAT_DRAWINGS } from "../parts/icons.tsx";
import type { CardKind } from "../protocol.gen.ts";
import { HAT_OF, kindCount, kindNames } from "../words/kinds.ts";
import { t } from "../words/words.ts";
import { entries, phase, run } from "../workshop.ts";
import type { Area } from "./layout.ts";
import { directionOf } from "./order.ts";
import { layout } from "./shown.ts";
import { c } from "./words.ts";

const KIND = "area:".length;

/** An empty column. */
export function areaPiece(key: string): HTMLElement {
  const piece = document.createElement("div");
  piece.className = "area hat-edge";
  piece.dataset.area = key.slice(KIND);
  return piece;
}

/** Whether what is written now comes into this column, and is shown later. */
function waits(kind: CardKind): boolean {
  return run.peek()?.stage === "write" && (phase.peek()?.cards ?? []).includes(kind);
}

function Head({ area }: { area: Area }) {
  const hat = HAT_OF[area.kind];
  const groups = area.kind === "theme";
  return (
    <div class="area-head">
      {HAT_DRAWINGS[hat]}
      <span class="area-name">{groups ? c("area.groups") : kindNames(area.kind)}</span>
      <span class="area-count">
        {groups ? c("area.group_count", { count: area.count }) : kindCount(area.kind, area.count)}
      </span>
      {area.away > 0 && <span class="area-away">{c("area.away", { count: area.away })}</span>}
    </div>
  );
}

/** Puts a column where it stands, with what is to be read on it now. */
export function placeArea(piece: HTMLElement, key: string): void {
  const area = layout.peek().areas.find((one) => one.kind === key.slice(KIND));
  if (area === undefined) return;
  const { rect, kind, count, away } = area;
  const wait = count === 0 && waits(kind);
  const text = [rect.x, rect.width, rect.height, count, away, wait].join();
  if (piece.dataset.as === text) return;
  piece.dataset.as = text;
  piece.dir = directionOf(entries.peek()) === -1 ? "rtl" : "ltr"; // as the columns stand, whatever the page speaks
  piece.dataset.hat = HAT_OF[kind];
  piece.style.transform = `translate(${rect.x}px, ${rect.y}px)`;
  piece.style.inlineSize = `${rect.width}px`;
  piece.style.blockSize = `${rect.height}px`;
  render(
    <>
      <Head area={area} />
      {wait && (
        <p class="area-wait" dir="auto">
          {t("write.unseen")}
        </p>
      )}
    </>,
    piece,
  );
}
