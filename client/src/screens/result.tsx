// What the vote came to: in words first, with bars; and what to do when it is too close to call.
import { Later } from "../lazy.tsx";
import { ballotMark, ownBallots } from "../own/ballots.ts";
import { Bars } from "../parts/bars.tsx";
import { Notice } from "../parts/notice.tsx";
import type { BallotEntry } from "../protocol.gen.ts";
import { t } from "../words/words.ts";
import { ballot, entries, titleOf, type ViewEntries, workshop } from "../workshop.ts";
import type { StepProps } from "./step.ts";

const saveResult = () => import("../pictures-out/save-result.tsx");

/** The lines of a result, highest first. Where few voted there are none (E32e). */
export function resultRows(view: ViewEntries, at: BallotEntry, shortlist: readonly string[]) {
  const most = Math.max(1, ...Object.values(at.totals));
  return at.ranking.map((option) => {
    const dots = at.totals[option] ?? 0;
    const voters = at.voters[option] ?? 0;
    return {
      id: option,
      label: titleOf(view, option),
      say: inWords(at, dots, voters),
      share: dots / most,
      tag: tagOf(at, option, shortlist),
    };
  });
}

function inWords(at: BallotEntry, dots: number, voters: number): string {
  if (at.method === "picks") return dots === 0 ? t("result.no_picks") : t("result.picks", { count: dots });
  if (dots === 0) return t("result.no_dots");
  return t("result.dots", { count: dots, people: t("result.people", { count: voters }) });
}

function tagOf(at: BallotEntry, option: string, shortlist: readonly string[]): string | undefined {
  if (at.chosen.includes(option)) return t("result.chosen");
  if (at.tied.includes(option) && at.outcome === "") return t("result.close_one");
  return at.method === "picks" && shortlist.includes(option) ? t("result.shortlist") : undefined;
}

function Tie({ at }: { at: BallotEntry }) {
  if (at.tied.length === 0) return null;
  if (at.outcome !== "")
    return <Notice kind="good" title={t(at.outcome === "chosen" ? "result.chosen_by" : `result.${at.outcome}`)} />;
  return (
    <Notice kind="warn" title={t("result.tied")}>
      {t(at.talked ? "result.talking" : "result.tied_say")}
    </Notice>
  );
}

/** What few people chose would tell who voted how: nothing is shown, and the group talks. */
function Few({ at }: { at: BallotEntry }) {
  return (
    <>
      <p class="lead">{t("result.few")}</p>
      {at.outcome === "" ? (
        <p>{t(at.talked ? "result.talking" : "result.few_talk")}</p>
      ) : (
        <Notice kind="good" title={t("result.chosen_by")}>
          {at.chosen.map((option) => titleOf(entries.value, option)).join(" · ")}
        </Notice>
      )}
    </>
  );
}

/** The result of one ballot. */
export function ResultOf({ at }: { at: BallotEntry }) {
  const rows = resultRows(entries.value, at, workshop.value?.shortlist ?? []);
  const uncounted = ballotMark(ownBallots.value[at.id]) === "unsent";
  if (at.few) return <Few at={at} />;
  return (
    <>
      <p class="lead">{t("result.cast", { count: at.cast, seats: at.seats })}</p>
      {uncounted && <Notice kind="warn">{t("result.missed")}</Notice>}
      <Tie at={at} />
      {at.reissued > 0 && <p class="muted">{t("result.reissued", { count: at.reissued })}</p>}
      <Bars rows={rows} label={t("result.label")} />
      <p class="muted small">{t("result.gone")}</p>
      <Later load={saveResult} at={at} rows={rows} />
    </>
  );
}

export function Result(_: StepProps) {
  const at = ballot.value;
  if (at === null) return null;
  return (
    <section class="stack" aria-labelledby="result">
      <h2 id="result">{t("result.label")}</h2>
      <ResultOf at={at} />
    </section>
  );
}
