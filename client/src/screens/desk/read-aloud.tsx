// Reading the cards of a step out, each once: for whoever leads. All screens follow; what was read this device knows.
import { useState } from "preact/hooks";
import { boardOf, readingOrder } from "../../board.ts";
import { markReadOut, nextUnread, readOutCards, unmarkReadOut } from "../../own/read.ts";
import { Button } from "../../parts/button.tsx";
import { Disclosure } from "../../parts/disclosure.tsx";
import type { CardEntry } from "../../protocol.gen.ts";
import { HAT_OF, kindName } from "../../words/kinds.ts";
import { cardOf, entries, phase, run, titleOf } from "../../workshop.ts";
import { readOut, readOutNow } from "../sorting/reading.ts";
import { t } from "../sorting/words.ts";
import { kindsOf } from "../step-kinds.ts";
import { Problem, useActing } from "./acting.tsx";
import "../../style/list.css";

/** The ids of all cards that are to be read out in this step, in the order of the board; hidden ones are not. */
export function queueNow(): string[] {
  const [at, during] = [run.value, phase.value];
  if (at === null || during === null || (at.stage !== "live" && at.stage !== "read")) return [];
  const kinds = kindsOf(at, during);
  const sections = boardOf(entries.value, kinds).filter((section) => kinds.includes(section.kind));
  return readingOrder(sections).filter((id) => cardOf(entries.value, id)?.hidden === "");
}

function Now({ card }: { card: CardEntry }) {
  const group = titleOf(entries.value, `group:${card.group}`);
  return (
    <div class="reading-now hat-edge" data-hat={HAT_OF[card.kind]}>
      <p class="small muted">
        {kindName(card.kind)}
        {group && ` · ${t("queue.group", { name: group })}`}
      </p>
      <p class="reading-text">{card.text}</p>
    </div>
  );
}

function Queue({ ids }: { ids: readonly string[] }) {
  const { act, busy, problem } = useActing();
  const [before, setBefore] = useState<readonly string[]>([]);
  const now = readOutNow.value;
  const left = ids.filter((id) => !readOutCards.value[id]).length;
  const next = nextUnread(ids, now?.id ?? "", readOutCards.value);
  const show = async (id: string) => {
    const said = await act(readOut(id));
    if (said.status === "ok" && id !== "") markReadOut(id);
    return said.status === "ok";
  };
  const forward = async () => {
    const from = now?.id;
    if (next !== null && (await show(next)) && from) setBefore([...before, from]);
  };
  const back = async () => {
    const last = before.at(-1);
    if (last !== undefined && (await show(last))) setBefore(before.slice(0, -1));
  };
  const again = async () => {
    unmarkReadOut(ids);
    if (ids[0] !== undefined) await show(ids[0]);
  };
  return (
    <div class="stack stack-s">
      <p class="small">{t("queue.say")}</p>
      {now && <Now card={now} />}
      <p aria-live="off">
        {left > 0
          ? t("queue.left", { count: left, whole: ids.length })
          : now
            ? t("queue.last")
            : t("queue.done", { count: ids.length })}
      </p>
      <div class="row">
        {next !== null && (
          <Button kind="main" disabled={busy} onClick={() => void forward()}>
            {t(now || left < ids.length ? "queue.next" : "queue.start")}
          </Button>
        )}
        {before.length > 0 && now && (
          <Button disabled={busy} onClick={() => void back()}>
            {t("queue.back")}
          </Button>
        )}
        {now && (
          <Button disabled={busy} onClick={() => void show("")}>
            {t("queue.stop")}
          </Button>
        )}
        {left === 0 && !now && (
          <Button disabled={busy} onClick={() => void again()}>
            {t("queue.again")}
          </Button>
        )}
      </div>
      <Problem say={problem} />
    </div>
  );
}

/** Nothing where no card is out in this step. */
export default function ReadAloud() {
  const ids = queueNow();
  if (ids.length === 0) return null;
  const begun = readOutNow.value !== null || ids.some((id) => readOutCards.value[id]);
  return (
    <Disclosure summary={t("queue.title")} open={begun}>
      <Queue key={run.value?.id ?? ""} ids={ids} />
    </Disclosure>
  );
}
