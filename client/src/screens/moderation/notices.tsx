// What everybody is told while a workshop runs: a slowed room, a vote that lost an option, cards hidden and brought back.
import { effect, untracked } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { announce } from "../../announcer.tsx";
import { writing } from "../../own/kept.ts";
import { Notice } from "../../parts/notice.tsx";
import { ballot, cards, clockEntry, session, workshop } from "../../workshop.ts";
import { repeatWish } from "./talk.tsx";
import { t } from "./words.ts";

/** Announces what changes. Gives back how to stop. */
export function follow(): () => void {
  let hidden: ReadonlySet<string> | null = null;
  let slow: boolean | null = null;
  let taken = ballot.peek()?.taken.length ?? 0;
  const ends = [
    effect(() => {
      const now = new Set(cards.value.filter((card) => card.hidden).map((card) => card.id));
      const there = new Set(cards.value.map((card) => card.id));
      if (hidden !== null) {
        const fresh = [...now].filter((id) => !hidden?.has(id)).length;
        const back = [...hidden].filter((id) => there.has(id) && !now.has(id)).length;
        if (fresh > 0) announce(t("news.hidden", { count: fresh }), "phases");
        if (back > 0) announce(t("news.back", { count: back }), "phases");
      }
      hidden = now;
    }),
    effect(() => {
      const now = workshop.value?.slow ?? false;
      if (slow !== null && now !== slow) announce(t(now ? "slow.on" : "slow.off"), "phases");
      slow = now;
    }),
    effect(() => {
      const at = ballot.value;
      const now = at?.state === "open" ? at.taken.length : 0;
      if (now > taken) announce(t("taken.say", { count: now }), "phases");
      taken = now;
    }),
    effect(() => {
      // The line was away, and the server forgot. A page that was loaded anew may have to wait until it is the one that writes.
      if (session.value !== null && writing.value) untracked(repeatWish);
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

export default function Notices() {
  useEffect(() => follow(), []);
  const at = ballot.value;
  const taken = at?.state === "open" ? at.taken.length : 0;
  const leads = session.value?.role === "facilitator";
  return (
    <>
      {workshop.value?.slow && <Notice kind="warn">{t("slow.on")}</Notice>}
      {taken > 0 && (
        <Notice kind="warn" title={t("taken.say", { count: taken })}>
          {clockEntry.value?.paused && <p>{t(leads ? "taken.yours" : "taken.waits")}</p>}
        </Notice>
      )}
    </>
  );
}
