import { useEffect, useState } from "preact/hooks";
import { ask } from "../../asking.ts";
import { Button } from "../../parts/button.tsx";
import { Choice, Choices } from "../../parts/choice.tsx";
import type { BallotEntry } from "../../protocol.gen.ts";
import { entries, titleOf, workshop } from "../../workshop.ts";
import { Problem, useActing } from "./acting.tsx";
import { t } from "./words.ts";

/** After picks: which options go on to be weighed up. */
export function Shortlist({ ballot }: { ballot: BallotEntry }) {
  const { act, busy, problem } = useActing();
  const saved = workshop.value?.shortlist ?? [];
  const version = workshop.value?.shortlist_version ?? 0;
  const [ticked, tick] = useState<readonly string[]>(saved);
  // Somebody else's list takes the place of this one: the newest is what counts.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the list
  useEffect(() => tick(saved), [version]);
  const same = ticked.length === saved.length && ticked.every((one) => saved.includes(one));
  const say = (reference: string) =>
    ballot.few ? undefined : t("desk.picks", { count: ballot.totals[reference] ?? 0 });
  return (
    <div class="stack">
      <p>{t("desk.shortlistSay")}</p>
      <Choices legend={t("desk.shortlistLegend")}>
        {(ballot.few ? ballot.options : ballot.ranking).map((reference) => (
          <Choice
            key={reference}
            type="checkbox"
            name="shortlist"
            label={titleOf(entries.value, reference)}
            hint={say(reference)}
            checked={ticked.includes(reference)}
            onChange={(on) => tick(on ? [...ticked, reference] : ticked.filter((one) => one !== reference))}
          />
        ))}
      </Choices>
      {ticked.length === 0 && <p class="muted">{t("desk.shortlistAll")}</p>}
      {same ? (
        <p class="muted">{t("desk.shortlistSaved")}</p>
      ) : (
        <Button disabled={busy} onClick={() => void act(ask("SetShortlist", { options: [...ticked], version }))}>
          {t("desk.shortlistSave")}
        </Button>
      )}
      <Problem say={problem} />
    </div>
  );
}
