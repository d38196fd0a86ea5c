// The vote: dots or picks in secret, changed as often as one likes until it closes.
import { useEffect } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { ballotMark, moved, ownBallot, ownBallots, spent, vote } from "../own/ballots.ts";
import { writing } from "../own/kept.ts";
import { Button } from "../parts/button.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { Notice } from "../parts/notice.tsx";
import type { BallotEntry } from "../protocol.gen.ts";
import { type Key, t } from "../words/words.ts";
import { ballot, entries, room, titleOf } from "../workshop.ts";
import { SeenLink } from "./seen-link.tsx";
import type { StepProps } from "./step.ts";

function Option({ at, option, dots }: { at: BallotEntry; option: string; dots: number }) {
  const own = ownBallots.value[at.id] ?? ownBallot(at);
  const title = titleOf(entries.value, option);
  const put = (by: number) => {
    if (!can(by)) return;
    vote(at, option, by);
    // The button keeps the focus and its name, so the new count is spoken.
    announce(t("vote.dots", { count: dots + by }));
  };
  const can = (by: number) => moved(at, own.allocation, option, by) !== own.allocation && writing.value;
  if (at.cap === 1) {
    return (
      <label class="choice vote-line">
        <input
          type="checkbox"
          checked={dots > 0}
          disabled={dots === 0 && !can(1)}
          onChange={() => vote(at, option, dots > 0 ? -1 : 1)}
        />
        <span>{title}</span>
      </label>
    );
  }
  return (
    <fieldset class="vote-line dots">
      <legend>{title}</legend>
      <Button aria-label={t("vote.less", { title })} aria-disabled={!can(-1)} onClick={() => put(-1)}>
        −
      </Button>
      <span class="dot-count">
        <span aria-hidden="true" class="dot-row">
          {"●".repeat(dots) || "–"}
        </span>
        <span class="visually-hidden">{t("vote.dots", { count: dots })}</span>
      </span>
      <Button aria-label={t("vote.more", { title })} aria-disabled={!can(1)} onClick={() => put(1)}>
        +
      </Button>
    </fieldset>
  );
}

function Mark({ at }: { at: BallotEntry }) {
  const own = ownBallots.value[at.id];
  const mark = ballotMark(own);
  const say = own?.say ?? "";
  useEffect(() => {
    if (mark === "counted" || mark === "unsent") announce(t(mark === "counted" ? "vote.counted" : "vote.unsent"));
    if (mark === "refused") announce(say);
  }, [mark, say]);
  if (mark === "none" || own === undefined) return null;
  // Whoever came late did nothing wrong, and may still be let in.
  if (mark === "refused") return <Notice kind={own.code === "not_on_roll" ? "warn" : "stop"} title={own.say} />;
  return (
    <p class="vote-mark" data-mark={mark}>
      {t(mark === "counted" ? "vote.counted" : "vote.unsent")}
    </p>
  );
}

function howTo(at: BallotEntry): Key {
  if (at.method === "picks") return "vote.how_picks";
  return at.cap === 1 ? "vote.how_one" : "vote.how_dots";
}

function Open({ at }: { at: BallotEntry }) {
  const own = ownBallots.value[at.id] ?? ownBallot(at);
  const left = at.budget - spent(own.allocation);
  const titles = own.order.filter((option) => at.options.includes(option));
  return (
    <>
      <p>{t(howTo(at), { count: at.budget, cap: at.cap })}</p>
      <div class="vote-left">
        <p class="lead">
          <strong>{t("vote.left", { left, count: at.budget })}</strong>
        </p>
        <Mark at={at} />
      </div>
      <div class="stack stack-s">
        {titles.map((option) => (
          <Option key={option} at={at} option={option} dots={own.allocation[option] ?? 0} />
        ))}
      </div>
      <p class="muted small">{t("vote.change")}</p>
    </>
  );
}

export function Vote(_: StepProps) {
  const at = ballot.value;
  const open = at !== null && at.state === "open";
  return (
    <>
      {room.value?.small && <Notice kind="warn">{t("promise.small_vote")}</Notice>}
      {open ? <Open key={at.id} at={at} /> : <p class="lead">{t("vote.soon")}</p>}
      <Disclosure summary={t("vote.secret")}>
        <div class="stack stack-s">
          <p>{t("vote.promise")}</p>
          <p>{t("promise.full")}</p>
        </div>
      </Disclosure>
      <SeenLink />
      {crypto.subtle === undefined && <Notice kind="warn">{t("vote.plain")}</Notice>}
    </>
  );
}
