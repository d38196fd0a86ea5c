// After the place has gone to another device: nothing of it is here.
import { useEffect } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { LinkButton } from "../parts/button.tsx";
import device from "../words/en-device.json";
import { t, words } from "../words/words.ts";
import { Front } from "./front.tsx";
import { useTitle } from "./title.ts";

const d = words(device, "device");

export default function MovedAway() {
  useTitle(d("move.done"));
  useEffect(() => announce(d("move.done")), []);
  return (
    <Front>
      <h1>{d("move.done")}</h1>
      <p>{d("move.done_say")}</p>
      <div class="row">
        <LinkButton href="/join">{t("app.type_code")}</LinkButton>
      </div>
    </Front>
  );
}
