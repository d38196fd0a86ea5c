// "Move to…": into a group, a new group or none, and to another place of the list; the same board as by dragging.
import { useState } from "preact/hooks";
import { announce } from "../../announcer.tsx";
import { canArrange, canGroup } from "../../canvas/may.ts";
import { spotOf } from "../../canvas/order.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Field } from "../../parts/field.tsx";
import { Notice } from "../../parts/notice.tsx";
import type { CardEntry } from "../../protocol.gen.ts";
import { entries, groups } from "../../workshop.ts";
import { goAlong } from "./landing.ts";
import { placeOf, putAt, putInto, putIntoNew, setFree } from "./moves.ts";
import { listOf } from "./slots.ts";
import { t } from "./words.ts";

interface Part {
  card: CardEntry;
  /** Waits until it is done: closes and says the sentence, or shows what went wrong. */
  done: (asked: Promise<string>, say: () => string) => void;
}

function Groups({ card, done }: Part) {
  const [name, setName] = useState("");
  const title = name.trim() || t("move.unnamed", { number: groups.value.length + 1 });
  const make = (event: Event) => {
    event.preventDefault();
    done(putIntoNew(card, title), () => t("move.in_group", { name: title }));
  };
  return (
    <section class="stack stack-s">
      <h3>{t("move.into")}</h3>
      {groups.value.map((group) => (
        <Button
          wide
          key={group.id}
          disabled={group.id === card.group}
          onClick={() => done(putInto(card, group.id), () => t("move.in_group", { name: group.name }))}
        >
          {group.name}
        </Button>
      ))}
      {card.group !== "" && (
        <Button wide onClick={() => done(setFree(card), () => t("move.is_alone"))}>
          {t("move.alone")}
        </Button>
      )}
      <form class="stack stack-s" onSubmit={make}>
        <Field
          label={t("move.new")}
          hint={t("move.new_hint")}
          maxLength={200}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <div class="row">
          <Button submit>{t("move.make")}</Button>
        </div>
      </form>
    </section>
  );
}

function Order({ card, done }: Part) {
  const others = listOf(entries.value, card).filter((one) => one.id !== card.id);
  const [beside, setBeside] = useState(others[0]?.id ?? "");
  const { at } = placeOf(card);
  const end = others.length;
  const chosen = others.findIndex((one) => one.id === beside);
  const go = (to: number) => done(putAt(card, to), () => t("move.is_at", { place: to + 1, count: others.length + 1 }));
  if (end === 0) return null;
  return (
    <section class="stack stack-s">
      <h3>{t("move.order")}</h3>
      <div class="row">
        <Button disabled={at === 0} onClick={() => go(0)}>
          {t("move.top")}
        </Button>
        <Button disabled={at === end} onClick={() => go(end)}>
          {t("move.end")}
        </Button>
      </div>
      <label class="field">
        <span class="field-label">{t("move.beside")}</span>
        <select class="input" value={beside} onChange={(event) => setBeside(event.currentTarget.value)}>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {one.text.slice(0, 80)}
            </option>
          ))}
        </select>
      </label>
      <div class="row">
        <Button disabled={chosen < 0} onClick={() => go(chosen)}>
          {t("move.before")}
        </Button>
        <Button disabled={chosen < 0} onClick={() => go(chosen + 1)}>
          {t("move.after")}
        </Button>
      </div>
    </section>
  );
}

/** The dialog, on phones within reach of a thumb. */
export function MoveTo({ card, onClose }: { card: CardEntry; onClose: () => void }) {
  const [problem, setProblem] = useState("");
  const locked = spotOf(entries.value, card.id)?.locked ?? false;
  const done = (asked: Promise<string>, say: () => string) =>
    void asked.then((found) => {
      setProblem(found);
      if (found !== "") return;
      announce(say());
      onClose();
      goAlong(card.id);
    });
  const parts = { card, done };
  return (
    <Dialog open sheet title={t("move.title")} onClose={onClose}>
      <div class="stack">
        <p class="sheet card-text">{card.text}</p>
        {problem && <Notice kind="stop" title={problem} />}
        {locked && <Notice>{t("acts.locked")}</Notice>}
        {canGroup.value && <Groups {...parts} />}
        {canArrange.value && !locked && <Order {...parts} />}
        {canArrange.value && !locked && card.group === "" && spotOf(entries.value, card.id)?.placed && (
          <div class="row">
            <Button onClick={() => done(setFree(card), () => t("move.is_auto"))}>{t("move.auto")}</Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
