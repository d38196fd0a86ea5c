// The note for the writer of a hidden card: folded and on every device alike, so that nobody who looks over a shoulder
// learns whose it is.
import { useState } from "preact/hooks";
import { ownCards } from "../../own/cards.ts";
import { writing } from "../../own/kept.ts";
import { Button } from "../../parts/button.tsx";
import { Disclosure } from "../../parts/disclosure.tsx";
import type { CardEntry } from "../../protocol.gen.ts";
import { Editor } from "../own-list.tsx";
import { t } from "./words.ts";

/** Behind a tap: whether this device wrote the hidden card, and how to put it in other words. */
export default function Mine({ card }: { card: CardEntry }) {
  const [editing, setEditing] = useState(false);
  const own = ownCards.value.find((one) => one.id === card.id);
  return (
    <Disclosure summary={t("own.ask")}>
      {own === undefined ? (
        <p>{t("own.no")}</p>
      ) : (
        <div class="stack stack-s">
          <p>{t("own.yes")}</p>
          {editing ? (
            <Editor card={own} onDone={() => setEditing(false)} />
          ) : (
            <div class="row">
              <Button disabled={!writing.value} onClick={() => setEditing(true)}>
                {t("own.edit")}
              </Button>
            </div>
          )}
        </div>
      )}
    </Disclosure>
  );
}
