// Putting like with like: choose cards, then "Put into…". Nothing has to be dragged; moving back undoes it.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { ask } from "../asking.ts";
import { inReadingOrder } from "../canvas/order.ts";
import { writing } from "../own/kept.ts";
import { Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { Field } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { OutlineSection } from "../parts/outline.tsx";
import type { CardEntry, GroupEntry } from "../protocol.gen.ts";
import { newId } from "../random.ts";
import { t } from "../words/words.ts";
import { cardOf, cards, entries, groups, workshop } from "../workshop.ts";
import { GroupName } from "./group-name.tsx";
import { Outline } from "./outline.tsx";
import { OwnFolded } from "./own-folded.tsx";
import type { StepProps } from "./step.ts";

/** A move that was made here, so that it can be made the other way round. */
interface Move {
  readonly say: string;
  readonly back: readonly { readonly id: string; readonly group: string }[];
}

const chosen = signal<ReadonlySet<string>>(new Set());

function choose(id: string, on: boolean): void {
  const next = new Set(chosen.peek());
  if (on) next.add(id);
  else next.delete(id);
  chosen.value = next;
}

/** Asks for each card to go into its group; gives back the first refusal's sentence, or "". */
export async function move(moves: readonly { readonly id: string; readonly group: string }[]): Promise<string> {
  const answers = await Promise.all(
    moves.map(({ id, group }) => ask("MoveCard", { id, group, version: cardOf(entries.peek(), id)?.place ?? 0 })),
  );
  const refused = answers.find((answer) => answer.status !== "ok");
  return refused !== undefined && "say" in refused ? refused.say : "";
}

/** What can be grouped: the ideas; where there are none, everything. */
export function groupable(all: readonly CardEntry[]): readonly CardEntry[] {
  const shown = all.filter((card) => !card.hidden);
  const ideas = shown.filter((card) => card.kind === "idea");
  return ideas.length > 0 ? ideas : shown;
}

function PutInto({ run, onMoved, onClose }: { run: string; onMoved: (moved: Move) => void; onClose: () => void }) {
  const [name, setName] = useState("");
  const [problem, setProblem] = useState("");
  const put = async (into: string, title: string) => {
    const ids = [...chosen.peek()];
    const back = ids.map((id) => ({ id, group: cardOf(entries.peek(), id)?.group ?? "" }));
    const refused = await move(ids.map((id) => ({ id, group: into })));
    if (refused) return setProblem(refused);
    chosen.value = new Set();
    const say =
      into === "" ? t("group.moved_out", { count: ids.length }) : t("group.moved", { count: ids.length, name: title });
    announce(say);
    onMoved({ say, back });
  };
  const make = async (event: Event) => {
    event.preventDefault();
    const title = name.trim() || t("group.unnamed", { number: groups.peek().length + 1 });
    const id = newId();
    const answer = await ask("AddGroup", { id, run, name: title });
    if (answer.status !== "ok") setProblem(answer.say);
    else await put(id, title);
  };
  return (
    <Dialog open sheet title={t("group.into", { count: chosen.value.size })} onClose={onClose}>
      <div class="stack">
        {problem && <Notice kind="stop" title={problem} />}
        <div class="stack stack-s">
          {groups.value.map((group) => (
            <Button wide key={group.id} onClick={() => void put(group.id, group.name)}>
              {group.name}
            </Button>
          ))}
          <Button wide onClick={() => void put("", "")}>
            {t("group.alone")}
          </Button>
        </div>
        <form class="stack stack-s" onSubmit={make}>
          <Field
            label={t("group.new")}
            hint={t("group.new_hint")}
            maxLength={200}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <div class="row">
            <Button kind="main" submit>
              {t("group.make")}
            </Button>
          </div>
        </form>
      </div>
    </Dialog>
  );
}

function Pick({ card }: { card: CardEntry }) {
  return (
    <li>
      <Choice
        type="checkbox"
        name="card"
        label={card.text}
        checked={chosen.value.has(card.id)}
        disabled={!writing.value}
        onChange={(on) => choose(card.id, on)}
      />
    </li>
  );
}

function GroupBlock({ group, cards: inside }: { group: GroupEntry; cards: readonly CardEntry[] }) {
  const beside = inside.length === 0 && (
    <Button kind="quiet" disabled={!writing.value} onClick={() => void ask("RemoveGroup", { id: group.id })}>
      {t("group.remove")}
    </Button>
  );
  return (
    <div class="sheet stack stack-s">
      <OutlineSection title={group.name} beside={beside}>
        {inside.map((card) => (
          <Pick key={card.id} card={card} />
        ))}
      </OutlineSection>
      <GroupName group={group} />
    </div>
  );
}

export function Group({ run }: StepProps) {
  const [open, setOpen] = useState(false);
  const [moved, setMoved] = useState<Move | null>(null);
  // In the order of the board, so that both views agree.
  const list = inReadingOrder(entries.value, groupable(cards.value));
  const known = new Set(groups.value.map((group) => group.id));
  const alone = list.filter((card) => !known.has(card.group));
  const count = [...chosen.value].filter((id) => list.some((card) => card.id === id)).length;
  const undo = async () => {
    if (moved !== null) await move(moved.back);
    setMoved(null);
  };
  if (workshop.value === null) return null;
  return (
    <>
      <p>{t("group.how")}</p>
      <div class="row put-into">
        <Button kind="main" disabled={count === 0 || !writing.value} onClick={() => setOpen(true)}>
          {count === 0 ? t("group.choose") : t("group.put", { count })}
        </Button>
        {moved !== null && (
          <>
            <span>{moved.say}</span>
            <Button kind="quiet" disabled={!writing.value} onClick={() => void undo()}>
              {t("group.undo")}
            </Button>
          </>
        )}
      </div>
      {open && (
        <PutInto
          run={run.id}
          onClose={() => setOpen(false)}
          onMoved={(made) => {
            setMoved(made);
            setOpen(false);
          }}
        />
      )}
      {inReadingOrder(entries.value, groups.value).map((group) => (
        <GroupBlock key={group.id} group={group} cards={list.filter((card) => card.group === group.id)} />
      ))}
      {alone.length > 0 && (
        <OutlineSection title={t("outline.alone")}>
          {alone.map((card) => (
            <Pick key={card.id} card={card} />
          ))}
        </OutlineSection>
      )}
      <OwnFolded run={run.id} />
      <Disclosure summary={t("outline.so_far")}>
        <Outline first={[]} />
      </Disclosure>
    </>
  );
}
