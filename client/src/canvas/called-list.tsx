// The same in the list, which has no place to go to: it offers the card that lies there.
import { useEffect, useState } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { still } from "../own/settings.ts";
import { Button } from "../parts/button.tsx";
import { titleOf } from "../workshop.ts";
import { h } from "./call-words.ts";
import { cardIn, onCalls } from "./calls.ts";
import { briefly } from "./ink-words.ts";
import { layout, shown } from "./shown.ts";
import "../style/called.css";

const onPage = (key: string) => document.getElementById(key.replace(":", "-"));

function goTo(key: string): void {
  const card = onPage(key);
  const folded = card?.closest("details");
  if (folded) folded.open = true;
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "center", behavior: still() ? "auto" : "smooth" });
}

export function CalledInList() {
  const [key, setKey] = useState("");
  useEffect(
    () =>
      onCalls((place) => {
        const near = cardIn(shown.peek(), layout.peek(), place);
        if (near === "" || onPage(near) === null) return;
        setKey(near);
        announce(h("here.offer_card", { card: briefly(titleOf(shown.peek(), near)) }), "phases");
      }),
    [],
  );
  const card = briefly(titleOf(shown.value, key));
  if (card === "") return null;
  return (
    <aside class="called called-list" aria-label={h("here.call")}>
      <p>{h("here.offer_card", { card })}</p>
      <div class="row">
        <Button
          kind="main"
          onClick={() => {
            setKey("");
            goTo(key);
          }}
        >
          {h("here.go")}
        </Button>
        <Button onClick={() => setKey("")}>{h("here.stay")}</Button>
      </div>
    </aside>
  );
}
