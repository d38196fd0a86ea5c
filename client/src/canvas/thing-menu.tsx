// Everything that can be done with one thing, or with all that are chosen: the same as by hand, in words.
import { useState } from "preact/hooks";
import { Later } from "../lazy.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";
import { type CardEntry, COLOUR, type Colour } from "../protocol.gen.ts";
import { groups } from "../workshop.ts";
import type { Rect } from "./boxes.ts";
import { choose, chosen } from "./chosen.ts";
import { takeUp } from "./chosen-bar.tsx";
import { canArrange, canGroup, canLock } from "./may.ts";
import { aligned, groupOf, isLocked, type Line, lock, makeGroup, paint, putBack, putInto, putThere } from "./moves.ts";
import { colourName, said } from "./pieces.ts";
import { shown } from "./shown.ts";
import { ItemActions } from "./toolbar-item.tsx";
import { c } from "./words.ts";
import type { World } from "./world.ts";

const cardDialog = () => import("../screens/moderation/card-dialog.tsx").then((it) => ({ default: it.CardDialog }));

interface Part {
  readonly on: World;
  readonly keys: readonly string[];
  /** Closes the menu, then does it. */
  readonly go: (act: () => unknown) => void;
}

function Colours({ keys, go }: Part) {
  return (
    <fieldset class="colours">
      <legend>{c("colour")}</legend>
      {COLOUR.map((colour: Colour) => (
        <button
          type="button"
          class="colour"
          key={colour}
          data-colour={colour || undefined}
          onClick={() => go(() => paint(keys, colour, colourName(colour)))}
        >
          {colourName(colour)}
        </button>
      ))}
    </fieldset>
  );
}

function Grouping({ keys, go }: Part) {
  const [name, setName] = useState("");
  const cards = keys.filter((key) => key.startsWith("card:"));
  if (cards.length === 0) return null;
  return (
    <details class="menu-part">
      <summary>{c("menu.group")}</summary>
      <div class="stack stack-s">
        {groups.value.map((group) => (
          <Button wide key={group.id} onClick={() => go(() => putInto(cards, group.id))}>
            {group.name}
          </Button>
        ))}
        {cards.some((key) => groupOf(key) !== "") && (
          <Button wide onClick={() => go(() => putInto(cards, ""))}>
            {c("menu.out")}
          </Button>
        )}
        <form
          class="stack stack-s"
          onSubmit={(event) => {
            event.preventDefault();
            go(() => makeGroup(cards, name));
          }}
        >
          <Field
            label={c("menu.new_group")}
            maxLength={200}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <Button submit>{c("menu.make_group")}</Button>
        </form>
      </div>
    </details>
  );
}

function Lines({ on, keys, go }: Part) {
  const loose = keys.filter((key) => !isLocked(key) && groupOf(key) === "");
  const line = (way: Line) => () =>
    go(() => {
      const things = loose.flatMap((key): [string, Rect][] => {
        const rect = on.rect(key);
        return rect ? [[key, rect]] : [];
      });
      return putThere(aligned(things, way));
    });
  if (loose.length < 2) return null;
  return (
    <fieldset class="row menu-lines">
      <legend>{c("menu.line")}</legend>
      <Button onClick={line("start")}>{c("menu.start")}</Button>
      <Button onClick={line("top")}>{c("menu.top")}</Button>
      <Button onClick={line("spread")}>{c("menu.spread")}</Button>
    </fieldset>
  );
}

function Locking({ keys, go }: Part) {
  const locked = keys.filter(isLocked);
  const free = keys.filter((key) => !isLocked(key));
  return (
    <>
      {free.length > 0 && (
        <Button wide onClick={() => go(() => lock(free, true))}>
          {c("menu.lock")}
        </Button>
      )}
      {locked.length > 0 && (
        <Button wide onClick={() => go(() => lock(locked, false))}>
          {c("menu.unlock")}
        </Button>
      )}
    </>
  );
}

/** The menu of a thing. Where it is one of several that are chosen, it is about all of them. */
export function ThingMenu({ on, at, onClose }: { on: World; at: string; onClose: () => void }) {
  const [more, setMore] = useState(false);
  const keys = chosen.value.has(at) ? [...chosen.value] : [at];
  const card = keys.length === 1 ? (shown.value.get(at) as CardEntry | undefined) : undefined;
  const go = (act: () => unknown) => {
    onClose();
    act();
  };
  const part = { on, keys, go };
  if (!shown.value.has(at)) return null;
  if (more && card) return <Later load={cardDialog} card={card} open onClose={onClose} />;
  const move = () => {
    if (!chosen.peek().has(at)) choose([at]);
    go(() => requestAnimationFrame(() => requestAnimationFrame(() => takeUp(on))));
  };
  return (
    <Dialog open sheet title={c("menu.title")} onClose={onClose}>
      <div class="stack">
        <p class="menu-about">{keys.length > 1 ? c("menu.many", { count: keys.length }) : said(shown.value, at)}</p>
        {!canArrange.value && <p class="muted">{c("menu.only_look")}</p>}
        {canArrange.value && (
          <>
            <div class="stack stack-s">
              <Button wide kind="main" onClick={move}>
                {c("menu.move")}
              </Button>
              <p class="small muted">{c("menu.move_hint")}</p>
            </div>
            {canGroup.value && <Grouping {...part} />}
            <ItemActions keys={keys} go={go} />
            <Colours {...part} />
            <Lines {...part} />
            <Button wide onClick={() => go(() => putBack(keys))}>
              {c("menu.order")}
            </Button>
          </>
        )}
        {canLock.value && <Locking {...part} />}
        {card && at.startsWith("card:") && (
          <Button kind="quiet" onClick={() => setMore(true)}>
            {c("menu.more")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
