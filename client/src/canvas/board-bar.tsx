// Looking around by buttons: everything that pinching, wheels and dragging do, and where to go.
import { useState } from "preact/hooks";
import { Button, IconButton } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { SavePicture } from "../pictures-out/save-picture.tsx";
import { kindNames } from "../words/kinds.ts";
import { groups } from "../workshop.ts";
import { CallButton } from "./call-button.tsx";
import { stepped, zoomedAt } from "./camera.ts";
import { Columns, Find as FindDrawing, Fit, Here, Minus, NarrowWord, Plus } from "./drawings.tsx";
import { goTo } from "./keys.ts";
import type { Area } from "./layout.ts";
import { canArrange } from "./may.ts";
import { Minimap } from "./minimap.tsx";
import { placedThings, putBack, tell } from "./moves.ts";
import { areasNow, placeNow, placeOfAll } from "./places.ts";
import { layout } from "./shown.ts";
import { c } from "./words.ts";
import { scale, type World } from "./world.ts";

const nameOf = (area: Area) => (area.kind === "theme" ? c("area.groups") : kindNames(area.kind));

function GoTo({ on, onClose }: { on: World; onClose: () => void }) {
  const go = (act: () => void) => {
    onClose();
    act();
  };
  return (
    <Dialog open sheet title={c("go.title")} onClose={onClose}>
      <div class="stack">
        <h3>{c("go.columns")}</h3>
        <div class="stack stack-s">
          {layout.value.areas.map((area) => (
            <Button wide key={area.kind} onClick={() => go(() => on.show(area.rect, "top"))}>
              {nameOf(area)}
            </Button>
          ))}
        </div>
        <h3>{c("go.groups")}</h3>
        {groups.value.length === 0 && <p class="muted">{c("go.no_groups")}</p>}
        <div class="stack stack-s">
          {groups.value.map((group) => (
            <Button
              wide
              key={group.id}
              onClick={() =>
                go(() => {
                  const rect = on.rect(`group:${group.id}`);
                  if (rect) on.show(rect);
                  goTo(on, `group:${group.id}`);
                })
              }
            >
              {group.name}
            </Button>
          ))}
        </div>
        {canArrange.value && placedThings().length > 0 && (
          <Button kind="quiet" onClick={() => go(() => void putBack(placedThings()))}>
            {c("menu.tidy")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

export function BoardBar({ on, onFind }: { on: World; onFind: () => void }) {
  const [going, setGoing] = useState(false);
  const middle = on.size();
  const full = () => on.look(zoomedAt(on.camera(), middle.width / 2, middle.height / 2, 1));
  const where = () => {
    const { areas } = layout.peek();
    const place = placeNow(areas, on.size());
    if (place) on.show(place, "top");
    const what = areasNow(areas).map(nameOf).join(", ");
    tell(place ? c("where.now", { what }) : c("where.nothing"));
  };
  return (
    <section class="canvas-bar" aria-label={c("tools")} data-own-pointer>
      <span class="canvas-zoom">
        <IconButton label={c("zoom.out")} onClick={() => on.look(stepped(on.camera(), on.size(), -1))}>
          <Minus />
        </IconButton>
        <button
          type="button"
          class="canvas-percent"
          title={c("zoom.full", { percent: Math.round(scale.value * 100) })}
          onClick={full}
        >
          {`${Math.round(scale.value * 100)} %`}
        </button>
        <IconButton label={c("zoom.in")} onClick={() => on.look(stepped(on.camera(), on.size(), 1))}>
          <Plus />
        </IconButton>
        <IconButton label={c("zoom.fit")} onClick={() => on.show(placeOfAll(layout.peek()))}>
          <Fit />
        </IconButton>
      </span>
      <IconButton label={c("find")} onClick={onFind}>
        <FindDrawing />
      </IconButton>
      <SavePicture />
      <Button title={c("where")} onClick={where}>
        <NarrowWord drawing={<Here />}>{c("where")}</NarrowWord>
      </Button>
      <Button title={c("go")} onClick={() => setGoing(true)}>
        <NarrowWord drawing={<Columns />}>{c("go")}</NarrowWord>
      </Button>
      <CallButton on={on} />
      <Minimap on={on} />
      {going && <GoTo on={on} onClose={() => setGoing(false)} />}
    </section>
  );
}
