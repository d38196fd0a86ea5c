import { useState } from "preact/hooks";
import { ask } from "../../asking.ts";
import { Button } from "../../parts/button.tsx";
import { Choice, Choices } from "../../parts/choice.tsx";
import { Field, TextArea } from "../../parts/field.tsx";
import { Notice } from "../../parts/notice.tsx";
import { type CardEntry, MAX_TEXT } from "../../protocol.gen.ts";
import { cards } from "../../workshop.ts";
import { Problem, useActing } from "./acting.tsx";
import { t } from "./words.ts";

const MOST = 6;

/** The cards whose words hold what was typed; the first few. */
export function matching(list: readonly CardEntry[], typed: string): CardEntry[] {
  const looked = typed.trim().toLowerCase();
  if (looked === "") return [];
  return list.filter((card) => card.text.toLowerCase().includes(looked)).slice(0, MOST);
}

/** Putting the words of a shown card right (E23). */
export function Reword() {
  const { act, busy, problem } = useActing();
  const [typed, setTyped] = useState("");
  const [card, setCard] = useState<CardEntry | null>(null);
  const [text, setText] = useState("");
  const [saved, setSaved] = useState(false);
  const found = matching(cards.value, typed);

  function pick(one: CardEntry) {
    setCard(one);
    setText(one.text);
    setSaved(false);
  }

  async function save() {
    if (card === null) return;
    const answer = await act(ask("RewordCard", { id: card.id, text: text.trim(), version: card.wording }));
    if (answer.status !== "ok") return;
    setSaved(true);
    setCard(null);
    setTyped("");
  }

  return (
    <div class="stack">
      <p class="muted small">{t("desk.rewordSay")}</p>
      <Field label={t("desk.rewordFind")} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      {typed.trim() !== "" && found.length === 0 && <p>{t("desk.rewordNone")}</p>}
      {found.length > 0 && (
        <Choices legend={t("desk.rewordPick")}>
          {found.map((one) => (
            <Choice
              key={one.id}
              type="radio"
              name="reword"
              label={one.text}
              checked={card?.id === one.id}
              onChange={() => pick(one)}
            />
          ))}
        </Choices>
      )}
      {card !== null && (
        <>
          <TextArea
            label={t("desk.rewordText")}
            value={text}
            maxLength={MAX_TEXT}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <Button kind="main" disabled={busy || text.trim() === ""} onClick={() => void save()}>
            {t("desk.rewordSave")}
          </Button>
        </>
      )}
      {saved && <Notice kind="good">{t("desk.rewordSaved")}</Notice>}
      <Problem say={problem} />
    </div>
  );
}
