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

/** What is asked of the server to make one. */
interface Made {
  readonly agenda: string;
  readonly title: string;
  readonly language: string;
  readonly creation_code?: string;
}

async function makeHere(asked: Made): Promise<void> {
  const created = await post<Created>("/api/workshops", asked);
  made.value = created;
  go(created.facilitator_link);
}

interface NewWorkshopProps {
  readonly onBack?: () => void;
  /** How it is made; throws `Refused`. */
  readonly make?: (asked: Made) => Promise<void>;
  /** No code is asked for: their meeting program has proved that they lead. */
  readonly free?: boolean;
}

/** An agenda, a question, one button. */
export function NewWorkshop({ onBack, make = makeHere, free = false }: NewWorkshopProps) {
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
      setFound({ ...one, needsCode: one.needsCode && !free });
      setAgenda((chosen) => chosen || (one.agendas[0]?.id ?? ""));
    }, setProblem);
  }
  useEffect(load, [language, free]);

  async function send(event: SubmitEvent) {
    event.preventDefault();
    setPressed(true);
    if (title.trim() === "" || (found?.needsCode && code.trim() === "")) return;
    setBusy(true);
    setProblem(null);
    try {
      const secret = found?.needsCode ? { creation_code: code.trim() } : {};
      await make({ agenda, title: title.trim(), language, ...secret });
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
    <form class="stack stack-l" onSubmit={(event) => void send(event)} noValidate>
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
          {onBack && (
            <Button kind="quiet" onClick={onBack}>
              {t("start.back")}
            </Button>
          )}
        </div>
        <p class="muted">{t("start.after")}</p>
      </div>
    </form>
  );
}
