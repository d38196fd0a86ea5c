import { useState } from "preact/hooks";
import { ask } from "../../asking.ts";
import { Later } from "../../lazy.tsx";
import { Disclosure } from "../../parts/disclosure.tsx";
import { TwoStep } from "../../parts/two-step.tsx";
import { entries, room, run, runOf, session, workshop } from "../../workshop.ts";
import { Exports } from "../exports.tsx";
import { Safety } from "../moderation/safety.tsx";
import { t as say } from "../moderation/words.ts";
import { Problem, useActing } from "./acting.tsx";
import { Agenda } from "./agenda.tsx";
import { Board } from "./board.tsx";
import { Deleting } from "./deleting.tsx";
import { moveNow } from "./next.tsx";
import { People, peopleHere } from "./people.tsx";
import { Rename } from "./rename.tsx";
import { cautionsUnseen } from "./steps.ts";
import { t } from "./words.ts";

const checking = () => import("./checking.tsx");

// With more people than this the list would push the run sheet out of sight.
const MANY = 8;

/** Ending before the last step; in the last step the big button does it. */
function EndEarly() {
  const { act, problem } = useActing();
  const head = workshop.value;
  // Only whoever opened the workshop may end it.
  if (session.value?.cofacilitator) return null;
  if (head === null || head.state === "ended" || moveNow()?.move === "end") return null;
  const worries = head.state === "running" && cautionsUnseen(head, runOf(entries.value, head.worry_run));
  return (
    <div class="drawer-end">
      <TwoStep
        kind="danger"
        label={t("desk.end")}
        confirm={t("desk.endYes")}
        cancel={t("desk.cancel")}
        onConfirm={() => void act(ask("EndWorkshop", { run: run.peek()?.id ?? "" }))}
      >
        <p>{t("desk.endSay")}</p>
        <p>{t("desk.endUnseen")}</p>
        {worries && <p>{t("desk.endWorries")}</p>}
      </TwoStep>
      <Problem say={problem} />
    </div>
  );
}

/** A check of this server: loaded when somebody first wants it. */
function Check() {
  const [wanted, setWanted] = useState(false);
  return (
    <Disclosure summary={t("desk.check")} onToggle={(open) => open && setWanted(true)}>
      {wanted && <Later load={checking} />}
    </Disclosure>
  );
}

/** Everything that is not needed every minute, each one tap away. */
export function Drawers({ open }: { open: boolean }) {
  const waiting = workshop.value?.state === "waiting";
  const support = session.value?.support ?? "";
  return (
    <div>
      {support && <p class="small">{say("support", { support })}</p>}
      <Disclosure summary={peopleHere()} open={open && (room.value?.seats.length ?? 0) <= MANY}>
        <People />
      </Disclosure>
      <Disclosure summary={t("desk.sheet")} open={open}>
        <Agenda />
      </Disclosure>
      {!waiting && (
        <Disclosure summary={t("desk.board")}>
          <Board />
        </Disclosure>
      )}
      {!waiting && (
        <Disclosure summary={t("desk.exports")}>
          <Exports />
        </Disclosure>
      )}
      <Disclosure summary={say("desk.title")}>
        <Safety />
      </Disclosure>
      <Disclosure summary={t("desk.rename")}>
        <Rename />
      </Disclosure>
      <Disclosure summary={t("desk.deleting")}>
        <Deleting />
      </Disclosure>
      <Check />
      <EndEarly />
    </div>
  );
}
