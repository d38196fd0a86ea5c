// Before the worries are shown: everybody looks at their own once more.
import { ownCards } from "../own/cards.ts";
import { EmptyState } from "../parts/empty.tsx";
import { Notice } from "../parts/notice.tsx";
import { t } from "../words/words.ts";
import { workshop } from "../workshop.ts";
import { Composer } from "./composer.tsx";
import { OwnList } from "./own-list.tsx";
import type { StepProps } from "./step.ts";

export function Check(_: StepProps) {
  const head = workshop.value;
  if (head === null) return null;
  const mine = ownCards.value.filter((card) => card.run === head.worry_run && card.state !== "homeless");
  return (
    <>
      <Notice title={t("check.title")}>{t("check.say")}</Notice>
      <section class="stack stack-s" aria-labelledby="kept">
        <h2 id="kept">{t("check.yours")}</h2>
        {mine.length === 0 ? (
          <EmptyState say={t("check.none")} example={t("check.example")} />
        ) : (
          <OwnList cards={mine} label={t("worry.yours")} />
        )}
      </section>
      <section class="stack stack-s" aria-labelledby="one-more">
        <h2 id="one-more">{t("check.more")}</h2>
        <Composer
          run={head.worry_run}
          kinds={["caution"]}
          authorship="unsigned"
          field="worry"
          hint={t("check.hint")}
          about
        />
      </section>
    </>
  );
}
