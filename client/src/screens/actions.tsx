import { useState } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { ask } from "../asking.ts";
import { draftText, dropDraft, giveBack, keepDraft } from "../own/drafts.ts";
import { writing } from "../own/kept.ts";
import { Button } from "../parts/button.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { EmptyState } from "../parts/empty.tsx";
import { Field, TextArea } from "../parts/field.tsx";
import { type ActionEntry, type ActionField, MAX_NAME, MAX_TEXT } from "../protocol.gen.ts";
import { newId } from "../random.ts";
import { locale } from "../words/languages.ts";
import { t } from "../words/words.ts";
import { actions } from "../workshop.ts";
import { typing } from "./other-tab.tsx";
import { SharedField, useHome } from "./shared-field.tsx";

/** "24 November 2026", or "" for no date. */
export function dateText(due: string): string {
  if (due === "") return "";
  return new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${due}T00:00:00Z`));
}

/** "Ana, by 24 November 2026"; says what is missing. */
export function ownerAndDate(action: ActionEntry): string {
  const owner = action.owner || t("action.no_owner");
  return action.due ? t("action.by", { owner, date: dateText(action.due) }) : t("action.no_date", { owner });
}

function Line({ action }: { action: ActionEntry }) {
  const save = (field: ActionField) => (value: string, version: number) =>
    ask("ChangeAction", { id: action.id, field, value, version });
  const shared = (field: ActionField) => ({
    place: `action:${action.id}:${field}`,
    version: action.versions[field] ?? 0,
    save: save(field),
  });
  return (
    <li class="sheet stack stack-s">
      <p class="card-text">
        <strong>{action.text}</strong>
      </p>
      <p class={action.owner && action.due ? "" : "missing"}>{ownerAndDate(action)}</p>
      <Disclosure summary={t("action.change")}>
        <div class="stack">
          <SharedField
            label={t("action.what")}
            value={action.text}
            maxLength={MAX_TEXT}
            lines
            required
            {...shared("text")}
          />
          <SharedField label={t("action.owner")} value={action.owner} maxLength={MAX_NAME} {...shared("owner")} />
          <SharedField label={t("action.due")} value={action.due} maxLength={10} date {...shared("due")} />
          <div class="row">
            <Button kind="danger" disabled={!writing.value} onClick={() => void ask("RemoveAction", { id: action.id })}>
              {t("action.remove")}
            </Button>
          </div>
        </div>
      </Disclosure>
    </li>
  );
}

/** Who does what by when. */
export function Actions({ run }: { run: string }) {
  const [problem, setProblem] = useState("");
  useHome(`${run}/action`, `${run}/owner`, `${run}/due`);
  const field = (name: string) => ({
    value: draftText(run, name),
    ...typing(),
    onInput: (event: { currentTarget: { value: string } }) => {
      setProblem("");
      keepDraft(run, name, event.currentTarget.value);
    },
  });
  const add = async (event: Event) => {
    event.preventDefault();
    const [text, owner, due] = ["action", "owner", "due"].map((name) => draftText(run, name).trim()) as [
      string,
      string,
      string,
    ];
    if (text === "") return setProblem(t("write.empty"));
    const id = newId();
    const asked = ask("AddAction", { id, run, text, owner, due });
    for (const name of ["action", "owner", "due"]) dropDraft(run, name);
    const answer = await asked;
    if (answer.status === "ok") return announce(t("write.added", { count: 1 }));
    giveBack(run, id, { action: text, owner, due });
    setProblem(answer.say);
  };
  return (
    <section class="stack" aria-labelledby="actions">
      <h2 id="actions">{t("kinds.action")}</h2>
      {actions.value.length === 0 && <EmptyState say={t("action.none")} example={t("action.example")} />}
      <ul class="plain-list stack stack-s">
        {actions.value.map((action) => (
          <Line key={action.id} action={action} />
        ))}
      </ul>
      <form class="sheet stack stack-s" aria-labelledby="new-action" onSubmit={add}>
        <h3 id="new-action">{t("action.new")}</h3>
        <TextArea label={t("action.what")} error={problem || undefined} maxLength={MAX_TEXT} {...field("action")} />
        <div class="row two">
          <Field label={t("action.owner")} maxLength={MAX_NAME} {...field("owner")} />
          <Field label={t("action.due")} type="date" {...field("due")} />
        </div>
        <div class="row">
          <Button kind="main" submit disabled={!writing.value}>
            {t("action.add")}
          </Button>
        </div>
      </form>
    </section>
  );
}
