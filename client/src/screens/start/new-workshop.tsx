import { useEffect, useState } from "preact/hooks";
import { get, post, type Refused } from "../../http.ts";
import { Button } from "../../parts/button.tsx";
import { Field, TextArea } from "../../parts/field.tsx";
import { Notice } from "../../parts/notice.tsx";
import { type About, type AgendaReply, type Created, LIMITS } from "../../protocol.gen.ts";
import { go } from "../../routes.ts";
import { spoken } from "../../words/words.ts";
import { t } from "../desk/words.ts";
import { made } from "../made.ts";
import { AgendaChoice } from "./agenda-choice.tsx";

interface Offer {
  readonly agendas: readonly AgendaReply[];
  readonly needsCode: boolean;
}

async function offer(language: string): Promise<Offer> {
  const [agendas, about] = await Promise.all([
    get<AgendaReply[]>(`/api/agendas?language=${language}`),
    get<About>("/api/about"),
  ]);
  return { agendas: [...agendas].sort((a, b) => a.minutes - b.minutes), needsCode: about.creation === "code" };
}

/** An agenda, a question, one button. */
export function NewWorkshop({ onBack }: { onBack: () => void }) {
  const [found, setFound] = useState<Offer | null>(null);
  const [agenda, setAgenda] = useState("");
  const [title, setTitle] = useState("");
  const [code, setCode] = useState("");
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refused | null>(null);

  const language = spoken.value.code;

  function load() {
    setProblem(null);
    offer(language).then((one) => {
      setFound(one);
      setAgenda((chosen) => chosen || (one.agendas[0]?.id ?? ""));
    }, setProblem);
  }
  useEffect(load, [language]);

  async function make(event: SubmitEvent) {
    event.preventDefault();
    setPressed(true);
    if (title.trim() === "" || (found?.needsCode && code.trim() === "")) return;
    setBusy(true);
    setProblem(null);
    try {
      const secret = found?.needsCode ? { creation_code: code.trim() } : {};
      const created = await post<Created>("/api/workshops", { agenda, title: title.trim(), language, ...secret });
      made.value = created;
      go(created.facilitator_link);
    } catch (refused) {
      setProblem(refused as Refused);
      setBusy(false);
    }
  }

  if (found === null) {
    return (
      <div class="stack">
        <h1>{t("start.new")}</h1>
        {problem === null ? <p class="muted">{t("start.loading")}</p> : <Notice kind="stop">{problem.say}</Notice>}
        {problem !== null && (
          <div class="row">
            <Button onClick={load}>{t("start.again")}</Button>
          </div>
        )}
      </div>
    );
  }
  const titleMissing = pressed && title.trim() === "" ? t("start.questionMissing") : undefined;
  const codeMissing = pressed && code.trim() === "" ? t("start.codeMissing") : undefined;
  return (
    <form class="stack stack-l" onSubmit={(event) => void make(event)} noValidate>
      <h1>{t("start.new")}</h1>
      <fieldset class="stack">
        <legend class="step-question">{t("start.agenda")}</legend>
        <div class="agendas">
          {found.agendas.map((one) => (
            <AgendaChoice key={one.id} agenda={one} chosen={agenda === one.id} onChoose={() => setAgenda(one.id)} />
          ))}
        </div>
      </fieldset>
      <div class="question">
        <TextArea
          label={t("start.question")}
          hint={t("start.questionHint")}
          placeholder={t("start.questionExample")}
          error={titleMissing}
          value={title}
          maxLength={LIMITS.CreateWorkshop.title.most}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </div>
      {found.needsCode && (
        <Field
          label={t("start.code")}
          hint={t("start.codeHint")}
          error={codeMissing}
          value={code}
          autoComplete="off"
          maxLength={LIMITS.CreateWorkshop.creation_code.most}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      )}
      {problem !== null && <Notice kind="stop">{problem.say}</Notice>}
      <div class="stack stack-s">
        <div class="row">
          <Button kind="main" big submit disabled={busy}>
            {busy ? t("start.making") : t("start.make")}
          </Button>
          <Button kind="quiet" onClick={onBack}>
            {t("start.back")}
          </Button>
        </div>
        <p class="muted">{t("start.after")}</p>
      </div>
    </form>
  );
}
