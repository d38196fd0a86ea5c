// Words of one's own that nobody else has seen when the workshop ends: to keep or to delete (E28, E29).
import { useState } from "preact/hooks";
import { type OwnCard, ownCards } from "../own/cards.ts";
import { drafts } from "../own/drafts.ts";
import { writing } from "../own/kept.ts";
import { Button } from "../parts/button.tsx";
import { CardView } from "../parts/card.tsx";
import goodbye from "../words/en-goodbye.json";
import { HAT_OF, kindName } from "../words/kinds.ts";
import { t, words } from "../words/words.ts";
import { cards } from "../workshop.ts";

const g = words(goodbye, "goodbye");

/** One's own words that were never shown to anybody. */
export function unseen(own: readonly OwnCard[], shown: ReadonlySet<string>): OwnCard[] {
  return own.filter((card) => !shown.has(card.id));
}

/** The words, and the choice. Nothing where everything was shown. */
export function Unseen() {
  const [kept, setKept] = useState(false);
  const mine = unseen(ownCards.value, new Set(cards.value.map((card) => card.id)));
  const typed = Object.entries(drafts.value).filter(([, draft]) => draft.kind !== "");
  const changes = ownCards.value.filter((card) => card.unsaved !== "" && !mine.includes(card));
  const drop = () => {
    const gone = new Set(mine.map((card) => card.id));
    ownCards.value = ownCards
      .peek()
      .filter((card) => !gone.has(card.id))
      .map((card) => ({ ...card, unsaved: "" }));
    drafts.value = {};
  };
  if (mine.length + typed.length + changes.length === 0) return null;
  return (
    <section class="sheet stack" aria-labelledby="unseen">
      <h2 id="unseen">{g("goodbye.unseen")}</h2>
      <p>{g("goodbye.unseen_say")}</p>
      <ul class="plain-list stack stack-s">
        {mine.map((card) => (
          <li key={card.id}>
            <CardView text={card.text} hat={HAT_OF[card.kind]} tags={[kindName(card.kind)]} />
          </li>
        ))}
        {changes.map((card) => (
          <li key={`change/${card.id}`}>
            <CardView text={card.unsaved} hat={HAT_OF[card.kind]} tags={[t("left.edit")]} />
          </li>
        ))}
        {typed.map(([key, draft]) => (
          <li key={key}>
            <CardView text={draft.text} tags={[g("goodbye.typed")]} />
          </li>
        ))}
      </ul>
      {kept ? (
        <p>{g("goodbye.kept")}</p>
      ) : (
        <div class="row">
          <Button onClick={() => setKept(true)}>{g("goodbye.keep")}</Button>
          <Button kind="danger" disabled={!writing.value} onClick={drop}>
            {g("goodbye.drop")}
          </Button>
        </div>
      )}
    </section>
  );
}
