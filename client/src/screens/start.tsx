// The first page: what this is, and making a workshop.
import { useState } from "preact/hooks";
import { Brand } from "../parts/brand.tsx";
import { Button, LinkButton } from "../parts/button.tsx";
import { LanguageChoice } from "../parts/language.tsx";
import { t } from "./desk/words.ts";
import { NewWorkshop } from "./start/new-workshop.tsx";
import { Ring } from "./start/ring.tsx";
import { useTitle } from "./title.ts";
import "../style/start.css";

function Welcome({ onBegin }: { onBegin: () => void }) {
  return (
    <div class="welcome">
      <div class="stack stack-l">
        <h1>{t("start.title")}</h1>
        <div class="stack stack-s lead">
          <p>{t("start.what")}</p>
          <p>{t("start.how")}</p>
        </div>
        <div class="row">
          <Button kind="main" big onClick={onBegin}>
            {t("start.begin")}
          </Button>
          <LinkButton big href="/join">
            {t("start.join")}
          </LinkButton>
        </div>
        <p class="muted">{t("start.noAccount")}</p>
        <div class="row">
          <LinkButton kind="quiet" href="/meetings">
            {t("start.meetings")}
          </LinkButton>
        </div>
      </div>
      <Ring />
    </div>
  );
}

/** `/` */
export default function Start() {
  const [making, setMaking] = useState(false);
  useTitle(making ? t("start.new") : "");
  return (
    <div class="page">
      <header class="bar">
        <Brand />
        <div class="row">
          {making && (
            <LinkButton kind="quiet" href="/join">
              {t("start.join")}
            </LinkButton>
          )}
          <LanguageChoice tucked />
        </div>
      </header>
      <main class="main" id="main">
        <div class="column column-wide">
          {making ? <NewWorkshop onBack={() => setMaking(false)} /> : <Welcome onBegin={() => setMaking(true)} />}
        </div>
      </main>
    </div>
  );
}
