// The board as headings and lists, with "next unread": the same board for everybody, and by keyboard.
import { useComputed } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { type BoardSection, boardOf, readingOrder } from "../board.ts";
import { spotOf } from "../canvas/order.ts";
import { Later } from "../lazy.tsx";
import { markRead, nextUnread, readCards } from "../own/read.ts";
import { letters, still } from "../own/settings.ts";
import { boardView } from "../own/view.ts";
import { Button } from "../parts/button.tsx";
import { CardView } from "../parts/card.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { EmptyState } from "../parts/empty.tsx";
import { OutlineSection } from "../parts/outline.tsx";
import type { CardEntry, CardKind } from "../protocol.gen.ts";
import { HAT_OF, kindCount, kindNames } from "../words/kinds.ts";
import { type Key, t } from "../words/words.ts";
import { entries, runOf, titleOf } from "../workshop.ts";
import { readOutNow } from "./sorting/reading.ts";

/** Beside the board, which shows them too, more cards than this stand behind one tap: drawing them all takes time. */
const LONG = 60;

/** What can be done about a card, and the note for the writer of a hidden one; loaded with the first card. */
export const cardMenu = () => import("./moderation/card-menu.tsx");
const mine = () => import("./moderation/mine.tsx");
const marks = () => import("./sorting/marks.tsx");

/** Whether there is something to be seen on a card besides its words. */
function isMarked(card: CardEntry): boolean {
  const spot = spotOf(entries.value, card.id);
  return readOutNow.value?.id === card.id || Boolean(spot?.colour) || (spot?.locked ?? false);
}

/** What a line shows that does not stand in its card: of a thousand lines only those are drawn anew that change. */
function aroundOf({ run, target }: CardEntry): string {
  return `${runOf(entries.value, run)?.round} ${titleOf(entries.value, target)}`;
}

/** The short words under a card. `about`: says what it is about. */
export function tagsOf(
  card: Pick<CardEntry, "run" | "signed" | "target" | "late">,
  about = true,
  view = entries.value,
): string[] {
  const round = runOf(view, card.run)?.round ?? 1;
  const what = about ? titleOf(view, card.target) : "";
  return [
    ...(card.signed ? [t("card.signed", { name: card.signed })] : []),
    ...(what ? [t("card.about", { what: what.length > 60 ? `${what.slice(0, 60)}…` : what })] : []),
    ...(round > 1 ? [t("card.round", { round })] : []),
    ...(card.late ? [t("card.late")] : []),
  ];
}

/** One card of the board, as a line of a list. `about`: says what it is about, where that is not plain. */
export function BoardCard({ card, about = true }: { card: CardEntry; about?: boolean }) {
  const out = useComputed(() => readOutNow.value?.id === card.id).value;
  const marked = useComputed(() => isMarked(card)).value;
  useComputed(() => aroundOf(card)).value;
  return (
    <li class="line">
      <CardView
        text={card.text}
        lang={card.hidden ? "" : card.language}
        hidden={card.hidden !== ""}
        hat={HAT_OF[card.kind]}
        id={`card-${card.id}`}
        tags={tagsOf(card, about, entries.peek())}
        corner={<Later load={cardMenu} card={card} />}
        out={out}
      >
        {marked && <Later load={marks} card={card} />}
        {card.hidden && <Later load={mine} card={card} />}
      </CardView>
    </li>
  );
}

function Section({ section }: { section: BoardSection }) {
  const grouped = section.groups.length > 0;
  const count = section.alone.length + section.groups.reduce((sum, one) => sum + one.cards.length, 0);
  const beside = <span class="muted small">{kindCount(section.kind, count)}</span>;
  const lines = section.alone.map((card) => <BoardCard key={card.id} card={card} />);
  return (
    <>
      {count > 0 && (
        <OutlineSection title={kindNames(section.kind)} beside={beside}>
          {section.groups.map(({ group, cards }) => (
            <li key={group.id}>
              <OutlineSection level={3} title={group.name}>
                {cards.map((card) => (
                  <BoardCard key={card.id} card={card} />
                ))}
              </OutlineSection>
            </li>
          ))}
          {grouped && lines.length > 0 ? (
            <li>
              <OutlineSection level={3} title={t("outline.alone")}>
                {lines}
              </OutlineSection>
            </li>
          ) : (
            lines
          )}
        </OutlineSection>
      )}
      {section.tucked.length > 0 && (
        <Disclosure summary={t("outline.tucked", { what: kindCount(section.kind, section.tucked.length) })}>
          <ul class="plain-list stack stack-s">
            {section.tucked.map((card) => (
              <BoardCard key={card.id} card={card} />
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

/** Puts the focus on a card and counts it as read. */
function land(id: string): void {
  const card = document.getElementById(`card-${id}`);
  markRead(id);
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "center", behavior: still() ? "auto" : "smooth" });
}

/** A card with the focus that is taken back hands the focus to its neighbour, and says so. */
function useFocusKeeper(order: readonly string[]): void {
  const before = useRef<{ readonly id: string; readonly order: readonly string[] }>({ id: "", order: [] });
  useEffect(() => {
    const { id, order: was } = before.current;
    const lost = id !== "" && document.activeElement === document.body;
    // Somebody moved it to another group: the focus goes along, and nothing scrolls.
    if (lost && order.includes(id)) document.getElementById(`card-${id}`)?.focus({ preventScroll: true });
    else if (lost) {
      const neighbour = was.slice(was.indexOf(id)).find((one) => order.includes(one)) ?? order.at(-1);
      document.getElementById(`card-${neighbour}`)?.focus({ preventScroll: true });
      announce(t("outline.gone"));
    }
    const note = () => {
      before.current = { id: document.activeElement?.closest("[id^=card-]")?.id.slice(5) ?? "", order };
    };
    // Whoever presses beside the cards has left them.
    const leave = (event: PointerEvent) => {
      if (!(event.target as Element).closest("[id^=card-]")) before.current = { id: "", order };
    };
    if (document.activeElement !== document.body) note();
    document.addEventListener("focusin", note);
    document.addEventListener("pointerdown", leave);
    return () => {
      document.removeEventListener("focusin", note);
      document.removeEventListener("pointerdown", leave);
    };
  }, [order]);
}

/** An empty board: with one example and one button where something can be written. */
function Nothing({ kind, onWrite }: { kind: CardKind | undefined; onWrite: (() => void) | undefined }) {
  if (kind === undefined || onWrite === undefined) return <p class="muted">{t("outline.empty")}</p>;
  return (
    <EmptyState say={t("outline.empty")} example={t(`example.${kind}` as Key)}>
      <Button onClick={onWrite}>{t("outline.first")}</Button>
    </EmptyState>
  );
}

interface OutlineProps {
  /** The kinds that matter now; the others stand folded below them. */
  first: readonly CardKind[];
  unread?: boolean;
  /** Goes to where one writes, if that is on the page. */
  onWrite?: () => void;
}

interface FoldedProps {
  section: BoardSection;
  folds: boolean;
  open: boolean;
  onToggle: (open: boolean) => void;
}

/** A section that matters now; a long one beside the board is drawn when it is opened. */
function Now({ section, folds, open, onToggle }: FoldedProps) {
  if (!folds) return <Section section={section} />;
  return (
    <Disclosure summary={t("outline.more", { what: kindNames(section.kind).toLowerCase() })} {...{ open, onToggle }}>
      {open && <Section section={section} />}
    </Disclosure>
  );
}

/** The board. */
export function Outline({ first, unread = false, onWrite }: OutlineProps) {
  const box = useRef<HTMLDivElement>(null);
  const sections = boardOf(entries.value, first);
  const now = first.length === 0 ? sections : sections.filter((section) => first.includes(section.kind));
  const rest = sections.filter((section) => !now.includes(section));
  const order = readingOrder(now);
  useFocusKeeper(order);
  const [open, setOpen] = useState(false);
  const folds = boardView.value === "board" && order.length > LONG;
  const left = order.filter((id) => !readCards.value[id]).length;
  const next = () => {
    const here = document.activeElement?.closest("[id^=card-]")?.id.slice(5) ?? "";
    const id = nextUnread(order, here);
    if (id === null) return;
    setOpen(true);
    if (folds && !open) requestAnimationFrame(() => land(id));
    else land(id);
  };
  useEffect(() => {
    // Only while the focus is on a card, so that a single letter never surprises anybody.
    const hear = (event: KeyboardEvent) => {
      const on = event.target as HTMLElement;
      if (letters() && event.key === "n" && !event.ctrlKey && !event.metaKey && on.id.startsWith("card-")) next();
    };
    const on = box.current;
    on?.addEventListener("keydown", hear);
    return () => on?.removeEventListener("keydown", hear);
  });
  if (sections.length === 0) return <Nothing kind={first[0]} onWrite={onWrite} />;
  return (
    <div class="stack stack-l" ref={box}>
      {unread && (
        <div class="row unread">
          <Button onClick={next} aria-disabled={left === 0}>
            {t("outline.next")}
          </Button>
          <span class="muted small">{t(left === 0 ? "outline.all_read" : "outline.unread", { count: left })}</span>
          {letters() && <span class="by-key muted small">{t("outline.key")}</span>}
        </div>
      )}
      {now.map((section) => (
        <Now key={section.kind} {...{ section, folds, open }} onToggle={setOpen} />
      ))}
      {rest.map((section) => (
        <Disclosure key={section.kind} summary={t("outline.more", { what: kindNames(section.kind).toLowerCase() })}>
          <Section section={section} />
        </Disclosure>
      ))}
    </div>
  );
}
