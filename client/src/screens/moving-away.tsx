// While nobody knows yet whether the place has gone to another device.
import { Notice } from "../parts/notice.tsx";
import device from "../words/en-device.json";
import { words } from "../words/words.ts";

const d = words(device, "device");

export default function MovingAway() {
  return (
    <Notice kind="warn" title={d("move.asking")}>
      <p>{d("move.asking_say")}</p>
    </Notice>
  );
}
