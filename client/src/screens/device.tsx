// What this device can do for its people: let them go on at another one, or write by turns here.
import { useState } from "preact/hooks";
import { passOn } from "../door.ts";
import { Later } from "../lazy.tsx";
import { writing } from "../own/kept.ts";
import { offered } from "../own/seat.ts";
import { seatsHere } from "../own/seats.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import device from "../words/en-device.json";
import { words } from "../words/words.ts";
import { session } from "../workshop.ts";

const d = words(device, "device");
const moving = () => import("./moving.tsx");

export default function Device({ workshop }: { workshop: string }) {
  const [open, setOpen] = useState(false);
  const shares = seatsHere(workshop).length > 0;
  // A place on its way is called off by whoever began it, and this device writes nothing meanwhile.
  const busy = !writing.value || offered.value !== null;
  if (session.value?.role === "screen") return null;
  return (
    <div class="row">
      <Button disabled={busy} onClick={() => setOpen(true)}>
        {d("move.open")}
      </Button>
      <Button disabled={busy} onClick={passOn}>
        {d(shares ? "seats.pass" : "seats.another")}
      </Button>
      <Dialog open={open} title={d("move.open")} onClose={() => setOpen(false)}>
        <Later load={moving} onClose={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}
