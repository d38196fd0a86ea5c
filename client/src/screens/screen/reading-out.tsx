// The card that is read out, as large as it goes: one thing to look at while somebody speaks.
import { HatBadge } from "../../parts/hat.tsx";
import type { CardEntry } from "../../protocol.gen.ts";
import { HAT_OF, kindName } from "../../words/kinds.ts";
import { t as say } from "../../words/words.ts";
import { entries, titleOf } from "../../workshop.ts";
import { t } from "../sorting/words.ts";

/** How much room the words take: the fewer, the larger. */
export function lengthOf(text: string): "short" | "middle" | "long" | "very-long" {
  if (text.length <= 60) return "short";
  if (text.length <= 140) return "middle";
  return text.length <= 320 ? "long" : "very-long";
}

export function ReadingOut({ card }: { card: CardEntry }) {
  const view = entries.value;
  const about = titleOf(view, card.target);
  const group = titleOf(view, `group:${card.group}`);
  return (
    <article class="screen-out hat-edge" data-hat={HAT_OF[card.kind]} data-length={lengthOf(card.text)}>
      <header class="row">
        <HatBadge hat={HAT_OF[card.kind]} label={kindName(card.kind)} size="big" />
        {group && <span class="screen-step">{group}</span>}
      </header>
      <p class="screen-out-text" lang={card.language || undefined}>
        {card.text}
      </p>
      {(about || card.signed) && (
        <footer class="screen-out-foot">
          {about && <span>{say("card.about", { what: about })}</span>}
          {card.signed && <span>{say("card.signed", { name: card.signed })}</span>}
        </footer>
      )}
      <p class="visually-hidden">{t("out.mark")}</p>
    </article>
  );
}
