import type { ComponentChildren } from "preact";
import { ballot, run, workshop } from "../../workshop.ts";
import { OpenVote } from "./open-vote.tsx";
import { Roll } from "./roll.tsx";
import { Shortlist } from "./shortlist.tsx";
import { Tie } from "./tie.tsx";
import { t } from "./words.ts";

function Panel({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="panel stack now" aria-label={title}>
      <h2 class="now-title">{title}</h2>
      {children}
    </section>
  );
}

/** What this moment asks of those who lead: a roll, an open vote, a short list, a tie. Often nothing. */
export function NowPanel() {
  const here = run.value;
  const vote = ballot.value;
  if (here === null || vote === null) return null;
  if (here.stage === "vote" && vote.state === "draft") {
    return (
      <Panel title={t("desk.rollTitle")}>
        <Roll key={vote.id} run={here} ballot={vote} />
      </Panel>
    );
  }
  if (here.stage === "vote" && vote.state === "open") {
    return (
      <Panel title={t("desk.voteOpen")}>
        <OpenVote ballot={vote} />
      </Panel>
    );
  }
  if (here.stage !== "result") return null;
  const votesAgain = workshop.value?.phases.slice(here.phase + 1).some((phase) => phase.kind === "vote") ?? false;
  const narrows = vote.method === "picks" && votesAgain;
  if (vote.tied.length > 0 || (vote.few && !narrows)) {
    return (
      <Panel title={t(vote.few ? "desk.few" : "desk.tie")}>
        <Tie key={vote.id} run={here} ballot={vote} />
      </Panel>
    );
  }
  if (!narrows) return null;
  return (
    <Panel title={t("desk.shortlist")}>
      <Shortlist key={vote.id} ballot={vote} />
    </Panel>
  );
}
