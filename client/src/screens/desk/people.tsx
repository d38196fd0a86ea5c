import { ask } from "../../asking.ts";
import { TwoStep } from "../../parts/two-step.tsx";
import { room, session, workshop } from "../../workshop.ts";
import { Problem, useActing } from "./acting.tsx";
import { seatNames, seatTags } from "./seats.ts";
import { t } from "./words.ts";

/** "3 people are here", exact, for those who lead. */
export function peopleHere(): string {
  return t("desk.peopleHere", { count: room.value?.seats.filter((seat) => seat.here).length ?? 0 });
}

/** Who is here, by name, and how many say they are done. */
export function People() {
  const { act, problem } = useActing();
  const seats = room.value?.seats ?? [];
  const done = workshop.value?.state === "running" ? (room.value?.done ?? "") : "";
  const names = seatNames(seats);
  const own = session.value?.seat ?? "";
  return (
    <div class="stack stack-s">
      {done !== "" && <p>{t(`desk.done.${done}`)}</p>}
      {seats.length < 2 && <p class="muted">{t("desk.nobody")}</p>}
      <ul class="plain-list people">
        {seats.map((seat) => (
          <li key={seat.id} data-here={seat.here ? "" : undefined}>
            <span class="person">{names.get(seat.id)}</span>
            {seatTags(seat, own).map((tag) => (
              <span class="tag" key={tag}>
                {tag}
              </span>
            ))}
            {seat.id !== own && (
              <TwoStep
                kind="quiet"
                label={
                  <>
                    <span aria-hidden="true">{t(seat.here ? "desk.sendOut" : "desk.retire")}</span>
                    <span class="visually-hidden">
                      {t(seat.here ? "desk.sendOutOf" : "desk.retireOf", { name: names.get(seat.id) ?? "" })}
                    </span>
                  </>
                }
                confirm={t(seat.here ? "desk.sendOutYes" : "desk.retireYes")}
                cancel={t("desk.cancel")}
                onConfirm={() => void act(ask("RetireSeat", { seat: seat.id }))}
              >
                <p>{t(seat.here ? "desk.sendOutSay" : "desk.retireSay")}</p>
              </TwoStep>
            )}
          </li>
        ))}
      </ul>
      <Problem say={problem} />
    </div>
  );
}
