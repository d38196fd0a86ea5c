// Between two people who share a device: a page with nobody's words on it (E14).
import { useEffect, useRef, useState } from "preact/hooks";
import { here, openDoor } from "../door.ts";
import { freeSlot, type SeatHere, seatsHere } from "../own/seats.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import device from "../words/en-device.json";
import { words } from "../words/words.ts";
import { Front } from "./front.tsx";
import { useTitle } from "./title.ts";

const d = words(device, "device");

/** What somebody is called here who has given no name. */
export function nameOf({ slot, name }: SeatHere): string {
  return name || d("seats.person", { number: slot });
}

function Pass({ to, isNew, onBack }: { to: SeatHere; isNew: boolean; onBack: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const name = nameOf(to);
  const place = { page: "workshop", id: here.value, as: "participant", key: "" } as const;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {isNew ? d("seats.pass_new") : d("seats.pass_to", { name })}
      </h1>
      <p>{d("seats.hidden")}</p>
      <div class="row">
        <Button kind="main" big onClick={() => void openDoor(place, to.slot)}>
          {isNew ? d("seats.i_am_new") : d("seats.i_am", { name })}
        </Button>
        <Button big onClick={onBack}>
          {d("seats.back")}
        </Button>
      </div>
    </>
  );
}

export default function Cover() {
  const [to, setTo] = useState<SeatHere | null>(null);
  const seats = seatsHere(here.value);
  useTitle(d("seats.who"));
  if (to !== null) {
    const isNew = !seats.some((seat) => seat.slot === to.slot);
    return (
      <Front>
        <Pass to={to} isNew={isNew} onBack={() => setTo(null)} />
      </Front>
    );
  }
  return (
    <Front>
      <h1>{d("seats.who")}</h1>
      <p>{d("seats.say")}</p>
      <ul class="plain-list stack stack-s">
        {seats.map((seat) => (
          <li key={seat.slot}>
            <Button big wide onClick={() => setTo(seat)}>
              {nameOf(seat)}
            </Button>
          </li>
        ))}
        <li>
          <Button big wide onClick={() => setTo({ slot: freeSlot(here.value), name: "" })}>
            {d("seats.new")}
          </Button>
        </li>
      </ul>
      <Notice>{d("seats.trust")}</Notice>
    </Front>
  );
}
