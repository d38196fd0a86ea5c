// Finding a card to hide, in any step, and those that are hidden now.
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import type { CardEntry, HiddenEntry } from "../../protocol.gen.ts";
import { cardOf, cards, entries } from "../../workshop.ts";
import { matching } from "../desk/reword.tsx";
import { CardDialog } from "./card-dialog.tsx";
import { t } from "./words.ts";

/** The words of a card as those who lead may read them. */
function wordsOf(card: CardEntry): string {
  return (entries.value.get(`hidden:${card.id}`) as HiddenEntry | undefined)?.text ?? card.text;
}

function Lines({ list, onPick }: { list: readonly CardEntry[]; onPick: (id: string) => void }) {
  return (
    <div class="stack stack-s">
      {list.map((card) => (
        <Button key={card.id} wide onClick={() => onPick(card.id)}>
          {wordsOf(card).slice(0, 80)}
        </Button>
      ))}
    </div>
  );
}

/** Each card found or hidden is a button to what can be done about it. */
export function Find() {
  const [typed, setTyped] = useState("");
  const [picked, setPicked] = useState("");
  const hidden = cards.value.filter((card) => card.hidden);
  const shown = cards.value.filter((card) => !card.hidden);
  const found = matching(shown, typed);
  const card = cardOf(entries.value, picked);
  if (cards.value.length === 0) return null;
  return (
    <div class="stack stack-s">
      <Field
        label={t("find.label")}
        hint={t("find.hint")}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {typed.trim() !== "" && found.length === 0 && <p>{t("find.none")}</p>}
      <Lines list={found} onPick={setPicked} />
      {hidden.length > 0 && (
        <>
          <h3>{t("find.hidden", { count: hidden.length })}</h3>
          <Lines list={hidden} onPick={setPicked} />
        </>
      )}
      {card && <CardDialog card={card} open onClose={() => setPicked("")} />}
    </div>
  );
}
