// What can be done with what is chosen, at hand without a drag.
import { Button, IconButton } from "../parts/button.tsx";
import { Cross } from "../parts/icons.tsx";
import { dropBack, lift } from "./carry.ts";
import { choose, chosen } from "./chosen.ts";
import { carrying, held } from "./holding.ts";
import { canArrange } from "./may.ts";
import { tell } from "./moves.ts";
import { c } from "./words.ts";
import type { World } from "./world.ts";

/** Takes up what is chosen: the next tap, or the arrow keys, say where it goes. */
export function takeUp(on: World): void {
  const first = [...chosen.peek()][0] ?? "";
  if (!lift(on, first)) return;
  carrying.value = true;
  tell(c("carry.say"));
  on.things.querySelector<HTMLElement>(`[data-key="${first}"]`)?.focus({ preventScroll: true });
}

export function ChosenBar({ on, onMenu }: { on: World; onMenu: (key: string) => void }) {
  const first = [...chosen.value][0] ?? "";
  const count = chosen.value.size;
  if (carrying.value && held.value.size > 0) {
    return (
      <section class="chosen-bar" aria-label={c("bar.what")} data-own-pointer>
        <span class="chosen-count">{c("carry.say")}</span>
        <Button onClick={dropBack}>{c("carry.stop")}</Button>
      </section>
    );
  }
  return (
    <section class="chosen-bar" aria-label={c("bar.what")} data-own-pointer>
      <span class="chosen-count">{c("bar", { count })}</span>
      {canArrange.value && <Button onClick={() => takeUp(on)}>{c("menu.move")}</Button>}
      <Button onClick={() => onMenu(first)}>{c("menu")}</Button>
      <IconButton label={c("bar.done")} onClick={() => choose([])}>
        <Cross />
      </IconButton>
    </section>
  );
}
