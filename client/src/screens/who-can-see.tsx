// Who can see what, in plain words: a page to read, and to print. The words come from the server, which keeps them.
import { useEffect, useState } from "preact/hooks";
import { get, Refused } from "../http.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import seen from "../words/en-seen.json";
import { spoken, words } from "../words/words.ts";
import { Front } from "./front.tsx";
import { useTitle } from "./title.ts";
import "../style/seen.css";

const t = words(seen, "seen");

interface Words {
  readonly collected: readonly string[];
  /** Where this place offers help; may be empty. */
  readonly support: string;
  readonly sights: readonly Readonly<Record<"what" | "now" | "later" | "deleted", string>>[];
}

const COLUMNS = ["now", "later", "deleted"] as const;

/** What each thing is, with who sees it: in columns where there is room, else one below the other. */
function Sights({ sights }: Pick<Words, "sights">) {
  return (
    <ul class="plain-list seen">
      {sights.map((one) => (
        <li key={one.what}>
          <h2>{one.what}</h2>
          <dl>
            {COLUMNS.map((column) => (
              <div key={column}>
                <dt>{t(`seen.${column}`)}</dt>
                <dd>{one[column]}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** `/who-can-see` */
export default function WhoCanSee() {
  const [found, setFound] = useState<Words | null>(null);
  const [problem, setProblem] = useState("");
  useTitle(t("seen.title"));
  const language = spoken.value.code;
  useEffect(() => {
    get<Words>(`/who-can-see.json?language=${language}`).then(setFound, (refused) =>
      setProblem(refused instanceof Refused ? refused.say : String(refused)),
    );
  }, [language]);
  return (
    <Front wide>
      <h1>{t("seen.title")}</h1>
      {problem && <Notice kind="stop" title={problem} />}
      {found !== null && (
        <>
          {found.support && <Notice title={t("seen.support", { support: found.support })} />}
          <ul class="stack stack-s">
            {found.collected.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <Sights sights={found.sights} />
          <div class="row no-print">
            <Button onClick={() => print()}>{t("seen.print")}</Button>
          </div>
        </>
      )}
    </Front>
  );
}
