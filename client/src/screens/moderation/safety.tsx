// What can be done for the whole room: slow it down, close the door. Never to "the author of this card".
import { ask } from "../../asking.ts";
import { Button } from "../../parts/button.tsx";
import { workshop } from "../../workshop.ts";
import { Problem, useActing } from "../desk/acting.tsx";
import { Find } from "./find.tsx";
import { t } from "./words.ts";

export function Safety() {
  const { act, busy, problem } = useActing();
  const head = workshop.value;
  if (head === null || head.state === "ended") return null;
  const { slow, slow_version, door_closed, door_version } = head;
  return (
    <div class="stack">
      <Find />
      <div class="stack stack-s">
        <p>{t(slow ? "slow.on" : "desk.slow_say")}</p>
        <div class="row">
          <Button disabled={busy} onClick={() => void act(ask("SlowRoom", { slow: !slow, version: slow_version }))}>
            {t(slow ? "desk.slow_off" : "desk.slow")}
          </Button>
        </div>
      </div>
      <div class="stack stack-s">
        <p>{t(door_closed ? "desk.door_closed" : "desk.door_say")}</p>
        <div class="row">
          <Button
            disabled={busy}
            onClick={() => void act(ask("CloseDoor", { closed: !door_closed, version: door_version }))}
          >
            {t(door_closed ? "desk.door_off" : "desk.door")}
          </Button>
        </div>
      </div>
      <p class="small muted">{t("desk.who")}</p>
      <Problem say={problem} />
    </div>
  );
}
