// The button with which whoever leads asks everybody to look where they look.
import { IconButton } from "../parts/button.tsx";
import { session } from "../workshop.ts";
import { h } from "./call-words.ts";
import { call } from "./calls.ts";
import { Rings } from "./drawings.tsx";
import { canArrange } from "./may.ts";
import { tell } from "./moves.ts";
import type { World } from "./world.ts";

/** There where what people write shows at once: elsewhere the server passes no moment on. */
export function CallButton({ on }: { on: World }) {
  if (session.value?.role !== "facilitator" || !canArrange.value) return null;
  return (
    <IconButton label={h("here.call")} onClick={() => tell(h(call(on) ? "here.called" : "here.offline"))}>
      <Rings />
    </IconButton>
  );
}
