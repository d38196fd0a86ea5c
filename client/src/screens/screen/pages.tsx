import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Pause, Play } from "../../parts/icons.tsx";
import { t } from "../desk/words.ts";

const TURN_MS = 12_000;

/** How many cards there are, for how large they stand. */
export type Density = "one" | "few" | "some" | "many";

/** How many pages a row of columns takes: what does not fit stands in further columns, to the right. */
export function pagesFor(whole: number, shown: number, gap: number): number {
  return shown <= 0 ? 1 : Math.max(1, Math.ceil((whole + gap - 1) / (shown + gap)));
}

/** Where cards go on in a further column, what they are is said again above the first of them. From left to right:
 * a line that is said again only moves what comes after it. */
function sayAgain(box: HTMLElement): void {
  const all = [...box.querySelectorAll<HTMLElement>(".wall-again")];
  for (const line of all) line.hidden = true;
  for (const line of all) {
    const here = line.parentElement;
    const before = here?.previousElementSibling;
    line.hidden = !(before instanceof HTMLElement) || here?.offsetLeft === before.offsetLeft;
  }
}

/** Fills the columns and gives back how many pages they take. What fits on one stands in columns of one height. */
function fill(box: HTMLElement): number {
  const gap = Number.parseFloat(getComputedStyle(box).columnGap) || 0;
  const take = (turning: boolean) => {
    box.toggleAttribute("data-turning", turning);
    sayAgain(box);
    return pagesFor(box.scrollWidth, box.clientWidth, gap);
  };
  const pages = take(true);
  return pages > 1 || take(false) === 1 ? pages : take(true);
}

/** What does not fit on the screen comes page by page, calmly, and can be held. Nothing is ever cut. */
export function Pages({ many, children }: { many: Density; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState(1);
  const [page, turnTo] = useState(0);
  const [held, hold] = useState(false);

  // After every change of the board, and when the window changes.
  useLayoutEffect(() => {
    const at = box.current;
    if (at === null) return;
    const measure = () => {
      const gap = Number.parseFloat(getComputedStyle(at).columnGap) || 0;
      const found = fill(at);
      setPages(found);
      at.scrollLeft = Math.min(page, found - 1) * (at.clientWidth + gap);
    };
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  });
  useEffect(() => {
    if (held || pages < 2) return;
    const timer = setInterval(() => turnTo((at) => (at + 1) % pages), TURN_MS);
    return () => clearInterval(timer);
  }, [held, pages]);

  return (
    <div class="pages">
      <div class="pages-box" ref={box} data-many={many}>
        {children}
      </div>
      {pages > 1 && (
        <div class="pages-turn">
          <Button aria-pressed={held} onClick={() => hold(!held)}>
            {held ? <Play /> : <Pause />}
            {t("screen.page", { page: Math.min(page, pages - 1) + 1, pages })}
            <span class="visually-hidden">{t("screen.hold")}</span>
          </Button>
        </div>
      )}
    </div>
  );
}
