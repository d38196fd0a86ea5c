import { Bars } from "../../parts/bars.tsx";
import { CardView } from "../../parts/card.tsx";
import type { BallotEntry } from "../../protocol.gen.ts";
import { actions, decisions, entries, lastResult, titleOf, workshop } from "../../workshop.ts";
import { dateText } from "../actions.tsx";
import { t } from "../desk/words.ts";
import { resultRows } from "../result.tsx";
import { Pages } from "./pages.tsx";
import { Block, density } from "./wall.tsx";

const namesOf = (options: readonly string[]) => options.map((one) => titleOf(entries.value, one)).join(" · ");

/** The result of a vote, in words with bars. */
export function Result({ at }: { at: BallotEntry }) {
  const open = at.tied.length > 0 && at.outcome === "";
  return (
    <div class="wall-result stack" data-many={at.options.length > 4 ? "some" : "few"}>
      {open && <p class="wall-word">{t("screen.tie")}</p>}
      {at.few ? (
        <p class="wall-chose">
          {at.chosen.length > 0 ? t("screen.chose", { what: namesOf(at.chosen) }) : t("screen.few")}
        </p>
      ) : (
        <Pages many="few">
          <Bars label={t("screen.result")} rows={resultRows(entries.value, at, workshop.value?.shortlist ?? [])} />
        </Pages>
      )}
    </div>
  );
}

/** The last step: what was decided and who does what; until then what the last vote said. */
export function Ending() {
  const last = lastResult(entries.value);
  const count = decisions.value.length + actions.value.length;
  if (count === 0) return last === null ? null : <Result at={last} />;
  return (
    <Pages many={density(count)}>
      {decisions.value.length > 0 && (
        <section class="wall">
          <Block name={t("screen.decided")} heading={<h2>{t("screen.decided")}</h2>}>
            {decisions.value.map((one) => (
              <CardView key={one.id} text={one.text} hat="blue" />
            ))}
          </Block>
        </section>
      )}
      {actions.value.length > 0 && (
        <section class="wall">
          <Block name={t("screen.actions")} heading={<h2>{t("screen.actions")}</h2>}>
            {actions.value.map((one) => (
              <CardView
                key={one.id}
                text={one.text}
                hat="blue"
                tags={[one.owner || t("screen.noOwner"), ...(one.due ? [dateText(one.due)] : [])]}
              />
            ))}
          </Block>
        </section>
      )}
    </Pages>
  );
}
