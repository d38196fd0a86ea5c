// What the room's screen shows of the board: only what this step is about, and only what has been shown to all.
import { type BoardSection, boardOf } from "../../board.ts";
import { Bars } from "../../parts/bars.tsx";
import { CardView } from "../../parts/card.tsx";
import { type BallotEntry, type CardKind, HATS, type PhaseEntry, type RunEntry } from "../../protocol.gen.ts";
import { HAT_OF, kindNames, NOT_CARDS } from "../../words/kinds.ts";
import {
  actions,
  ballot,
  decisions,
  entries,
  entriesOf,
  optionsOf,
  runOf,
  titleOf,
  type ViewEntries,
  workshop,
} from "../../workshop.ts";
import { t } from "../desk/words.ts";
import { justShown } from "../read.tsx";
import { resultRows } from "../result.tsx";

/** The kinds of cards that a step is about. */
export function kindsOf(run: RunEntry, phase: PhaseEntry): readonly CardKind[] {
  if (run.stage === "read") return justShown(run.phase);
  if (phase.cards.includes("theme")) return ["idea"];
  if (phase.kind === "fix") return ["fix", "caution"];
  return phase.cards.filter((kind) => !NOT_CARDS.has(kind));
}

/** How large the cards are: the fewer, the larger. */
export function density(count: number): "few" | "some" | "many" {
  if (count <= 8) return "few";
  return count <= 20 ? "some" : "many";
}

function countOf(section: BoardSection): number {
  return section.alone.length + section.groups.reduce((sum, one) => sum + one.cards.length, 0);
}

function Cards({ section }: { section: BoardSection }) {
  const view = entries.value;
  const blocks = [
    ...section.groups.map(({ group, cards }) => ({ id: group.id, name: group.name, cards })),
    ...(section.alone.length > 0 ? [{ id: "alone", name: t("screen.alone"), cards: section.alone }] : []),
  ];
  const named = section.groups.length > 0;
  return (
    <section class="wall" data-many={density(countOf(section))} aria-label={kindNames(section.kind)}>
      <h2>{kindNames(section.kind)}</h2>
      <div class="wall-blocks" data-named={named ? "" : undefined}>
        {blocks.map((block) => (
          <div class="wall-block" key={block.id}>
            {named && <h3>{block.name}</h3>}
            {block.cards.map((card) => {
              const about = titleOf(view, card.target);
              const tags = [...(card.signed ? [card.signed] : []), ...(about ? [about] : [])];
              return <CardView key={card.id} text={card.text} hat={HAT_OF[card.kind]} tags={tags} />;
            })}
          </div>
        ))}
      </div>
    </section>
  );
}

/** The options by name: what is weighed up or voted on. */
function Options({ list }: { list: readonly string[] }) {
  return (
    <ul class="wall-options plain-list" data-many={density(list.length)}>
      {list.map((reference) => (
        <li key={reference}>
          <CardView text={titleOf(entries.value, reference)} hat="green" />
        </li>
      ))}
    </ul>
  );
}

function Result({ at }: { at: BallotEntry }) {
  const open = at.tied.length > 0 && at.outcome === "";
  return (
    <div class="wall-result stack stack-l" data-many={at.options.length > 4 ? "some" : "few"}>
      {open && <p class="wall-word">{t("screen.tie")}</p>}
      {at.few && <p>{t("screen.few")}</p>}
      <Bars label={t("screen.result")} rows={resultRows(entries.value, at, workshop.value?.shortlist ?? [])} />
    </div>
  );
}

/** The ballot that was closed last: of the latest step, and there of the latest round. */
export function lastResult(view: ViewEntries): BallotEntry | undefined {
  const when = (one: BallotEntry) => {
    const run = runOf(view, one.run);
    return (run?.phase ?? 0) * 1000 + (run?.round ?? 0);
  };
  const closed = entriesOf(view, "ballot").filter((one) => one.state === "closed");
  return closed.sort((a, b) => when(b) - when(a))[0];
}

function Ending() {
  const last = lastResult(entries.value);
  if (decisions.value.length + actions.value.length === 0) return last === undefined ? null : <Result at={last} />;
  return (
    <div class="wall-ending">
      {decisions.value.length > 0 && (
        <section class="stack">
          <h2>{t("screen.decided")}</h2>
          {decisions.value.map((one) => (
            <CardView key={one.id} text={one.text} hat="blue" />
          ))}
        </section>
      )}
      {actions.value.length > 0 && (
        <section class="stack">
          <h2>{t("screen.actions")}</h2>
          {actions.value.map((one) => (
            <CardView
              key={one.id}
              text={one.text}
              hat="blue"
              tags={[one.owner || t("screen.noOwner"), ...(one.due ? [one.due] : [])]}
            />
          ))}
        </section>
      )}
    </div>
  );
}

/** While everybody writes: where, and what helps in this way of thinking. */
function Helps({ phase }: { phase: PhaseEntry }) {
  return (
    <div class="wall-helps">
      <ul class="plain-list">
        {HATS[phase.hat].do.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p class="wall-word">{t("screen.writing")}</p>
    </div>
  );
}

/** What stands under the prompt in this step. */
export function Shown({ run, phase }: { run: RunEntry; phase: PhaseEntry }) {
  const view = entries.value;
  if (run.stage === "result" && ballot.value !== null) return <Result at={ballot.value} />;
  if (run.stage === "vote") {
    const draft = ballot.value?.state === "draft";
    const list = draft || ballot.value === null ? optionsOf(view) : ballot.value.options;
    return (
      <>
        <p class="wall-word">{draft ? t("screen.draft") : t("screen.voting")}</p>
        <Options list={list} />
      </>
    );
  }
  if (run.stage === "check") return <p class="wall-word">{t("screen.checking")}</p>;
  if (run.stage === "write") {
    return (
      <>
        <Helps phase={phase} />
        {phase.kind === "weigh" && <Options list={optionsOf(view)} />}
      </>
    );
  }
  if (phase.kind === "close") return <Ending />;
  const kinds = kindsOf(run, phase);
  const sections = boardOf(view, kinds).filter((one) => kinds.includes(one.kind) && countOf(one) > 0);
  return (
    <>
      {sections.map((section) => (
        <Cards key={section.kind} section={section} />
      ))}
    </>
  );
}
