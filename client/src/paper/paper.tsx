// A workshop on paper: what came of it, then every card by hat. Nothing to press, and nothing that this device does not show.
import { itemSaid } from "../canvas/ink-words.ts";
import { HAT_DRAWINGS } from "../parts/icons.tsx";
import type { ActionEntry, BallotEntry, CardEntry } from "../protocol.gen.ts";
import { dateText } from "../screens/actions.tsx";
import { tagsOf } from "../screens/outline.tsx";
import { resultRows } from "../screens/result.tsx";
import { hatName, kindNames } from "../words/kinds.ts";
import { locale } from "../words/languages.ts";
import { t } from "../words/words.ts";
import { actions, cards, decisions, entries, entriesOf, phaseOf, planLines, runOf, workshop } from "../workshop.ts";
import { byHat, type HatSection, type PrintedKind } from "./hats.ts";
import { planLabels } from "./labels.ts";
import { p } from "./words.ts";

function Lines({ list }: { list: readonly CardEntry[] }) {
  return (
    <ul>
      {list.map((card) => (
        <li key={card.id} dir="auto" lang={card.language || undefined}>
          {card.text}
          {tagsOf(card).map((tag) => (
            <span class="paper-tag" key={tag}>
              {tag}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Kind({ of, named }: { of: PrintedKind; named: boolean }) {
  const grouped = of.groups.length > 0;
  return (
    <>
      {named && <h3>{kindNames(of.kind)}</h3>}
      {of.groups.map((group) => (
        <section key={group.id}>
          <h4 dir="auto">{group.name}</h4>
          <Lines list={group.cards} />
        </section>
      ))}
      {grouped && of.alone.length > 0 && <h4>{p("paper.alone")}</h4>}
      {of.alone.length > 0 && <Lines list={of.alone} />}
      {of.tucked.length > 0 && (
        <>
          <h4>{p("paper.tucked")}</h4>
          <Lines list={of.tucked} />
        </>
      )}
    </>
  );
}

/** One hat: its word and drawing, so that it is told apart without colour. */
function HatPart({ of }: { of: HatSection }) {
  const word = hatName(of.hat);
  return (
    <section>
      <h2 class="paper-hat">
        {HAT_DRAWINGS[of.hat]}
        {word}
      </h2>
      {of.kinds.map((kind) => (
        <Kind key={kind.kind} of={kind} named={of.kinds.length > 1 || kindNames(kind.kind) !== word} />
      ))}
    </section>
  );
}

function Tasks({ list }: { list: readonly ActionEntry[] }) {
  return (
    <section>
      <h2>{t("kinds.action")}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{p("paper.what")}</th>
            <th scope="col">{p("paper.who")}</th>
            <th scope="col">{p("paper.when")}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((action) => (
            <tr key={action.id}>
              <th scope="row" dir="auto">
                {action.text}
              </th>
              <td dir="auto">{action.owner || t("action.no_owner")}</td>
              <td>{dateText(action.due) || p("paper.no_date")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The lines of the plan that people wrote, under the names that its template gives them. */
function PlanPart() {
  const written = planLines.value.filter((line) => line.text.trim() !== "");
  if (written.length === 0) return null;
  return (
    <section>
      <h2>{t("plan.title")}</h2>
      {written.map((line) => (
        <section key={line.id}>
          {planLabels.value.has(line.id) && <h3 dir="auto">{planLabels.value.get(line.id)}</h3>}
          <p dir="auto">{line.text}</p>
        </section>
      ))}
    </section>
  );
}

function Vote({ at }: { at: BallotEntry }) {
  const during = phaseOf(entries.value, runOf(entries.value, at.run));
  const rows = resultRows(entries.value, at, workshop.value?.shortlist ?? []);
  return (
    <section>
      <h3 dir="auto">{during?.title ?? t("result.label")}</h3>
      <p>{at.few ? t("result.few") : t("result.cast", { count: at.cast, seats: at.seats })}</p>
      {!at.few && (
        <table>
          <thead>
            <tr>
              <th scope="col">{p("paper.choice")}</th>
              <th scope="col">{p("paper.came_to")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" dir="auto">
                  {row.label}
                </th>
                <td>
                  {row.say}
                  {row.tag && <span class="paper-tag">{row.tag}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** What was drawn, in words: a printer has no list to open. */
function Drawn() {
  const items = entriesOf(entries.value, "item");
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{p("paper.drawn")}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id} dir="auto">
            {itemSaid(entries.value, item)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decided() {
  if (decisions.value.length === 0) return null;
  return (
    <section>
      <h2>{t("kinds.decision")}</h2>
      <ul>
        {decisions.value.map((decision) => (
          <li key={decision.id} dir="auto">
            {decision.text}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The whole workshop, ready to be printed. `today`: the day that stands on it. */
export function Paper({ today }: { today: Date }) {
  const head = workshop.value;
  if (head === null) return null;
  const votes = entriesOf(entries.value, "ballot").filter((ballot) => ballot.state === "closed");
  const order = (ballot: BallotEntry) => {
    const run = runOf(entries.value, ballot.run);
    return (run?.phase ?? 0) * 1000 + (run?.round ?? 0);
  };
  const hidden = cards.value.filter((card) => card.hidden !== "").length;
  const date = new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(today);
  return (
    <>
      <header>
        <h1 dir="auto">{head.title}</h1>
        <p class="paper-small">{p("paper.made", { date })}</p>
        {head.state === "running" && <p class="paper-small">{p("paper.running")}</p>}
      </header>
      <Decided />
      {actions.value.length > 0 && <Tasks list={actions.value} />}
      <PlanPart />
      {votes.length > 0 && (
        <section>
          <h2>{p("paper.votes")}</h2>
          {votes
            .sort((a, b) => order(a) - order(b))
            .map((ballot) => (
              <Vote key={ballot.id} at={ballot} />
            ))}
        </section>
      )}
      {byHat(entries.value).map((of) => (
        <HatPart key={of.hat} of={of} />
      ))}
      {hidden > 0 && <p class="paper-small">{p("paper.hidden", { count: hidden })}</p>}
      <Drawn />
    </>
  );
}
