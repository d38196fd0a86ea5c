// What is promised about unsigned words, exactly; the full text is one tap away.
import { Disclosure } from "../parts/disclosure.tsx";
import { t } from "../words/words.ts";
import { SeenLink } from "./seen-link.tsx";

interface PromiseProps {
  /** The short sentence for where people write; without it only the full text is offered. */
  short?: string;
}

/** The promise: shortly where one writes, in full behind one tap. */
export function PromiseText({ short }: PromiseProps) {
  return (
    <div class="promise">
      {short && <p>{short}</p>}
      <Disclosure summary={t("promise.more")}>
        <p>{t("promise.full")}</p>
      </Disclosure>
      <SeenLink />
    </div>
  );
}
