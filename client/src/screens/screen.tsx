// The room's screen: readable across the room, nothing private, nothing to press but "fill the screen".
import { closingIn } from "../clock.ts";
import { ClockFace } from "../parts/clock-face.tsx";
import { HatBadge } from "../parts/hat.tsx";
import { hatName } from "../words/kinds.ts";
import { actions, ballot, decisions, phase, room, run, workshop } from "../workshop.ts";
import { Celebration } from "./celebration.tsx";
import { t } from "./desk/words.ts";
import { QuietLine } from "./quiet-line.tsx";
import { Ending } from "./screen/ending.tsx";
import { FillScreen } from "./screen/full.tsx";
import { Joining } from "./screen/joining.tsx";
import { ReadingOut } from "./screen/reading-out.tsx";
import { Shown } from "./screen/shown.tsx";
import { readOutNow } from "./sorting/reading.ts";
import { useTitle } from "./title.ts";
import "../style/screen.css";
import "../style/wall.css";

function Waiting() {
  return (
    <main class="screen-waiting" id="main">
      <p class="screen-soon">{t("screen.waiting")}</p>
      <h1>{workshop.value?.title}</h1>
      <Joining large />
    </main>
  );
}

function Ended() {
  const made = decisions.value.length + actions.value.length > 0;
  return (
    <main class={made ? "screen-ended" : "screen-waiting"} id="main">
      <Celebration />
      <div class="stack stack-s">
        <h1>{t("screen.ended")}</h1>
        <p class="screen-soon">{t("screen.endedSay")}</p>
      </div>
      {made && (
        <div class="screen-board">
          <Ending />
        </div>
      )}
    </main>
  );
}

function Running() {
  const at = run.value;
  const during = phase.value;
  if (at === null || during === null) return null;
  // While people look at the board or at a result, it gets the room.
  const tight = at.stage === "live" || at.stage === "read" || at.stage === "result";
  return (
    <main class="screen-running" id="main">
      <header class="screen-head hat-edge" data-hat={during.hat} data-tight={tight ? "" : undefined}>
        <div class="stack stack-s grow">
          <div class="row">
            {during.hat !== "none" && <HatBadge hat={during.hat} label={hatName(during.hat)} size="big" />}
            {during.title !== hatName(during.hat) && <span class="screen-step">{during.title}</span>}
            {ballot.value?.run_off && <span class="screen-step">· {t("screen.runOff")}</span>}
          </div>
          <h1 class="screen-prompt">
            <bdi>{at.stage === "result" ? t("screen.result") : during.prompt}</bdi>
          </h1>
          {closingIn.value !== null && <p class="wall-word">{t("screen.closing", { count: closingIn.value })}</p>}
        </div>
        <ClockFace size="huge" />
      </header>
      <div class="screen-board">
        {readOutNow.value === null ? <Shown run={at} phase={during} /> : <ReadingOut card={readOutNow.value} />}
      </div>
    </main>
  );
}

/** `/screen/…` */
export default function RoomScreen() {
  const head = workshop.value;
  useTitle(t("screen.name"));
  if (head === null) return null;
  return (
    <div class="page screen">
      <header>
        <QuietLine />
      </header>
      {head.state === "waiting" && <Waiting />}
      {head.state === "running" && <Running />}
      {head.state === "ended" && <Ended />}
      <footer class="screen-foot">
        <span class="grow">
          {head.state === "running" && head.title}
          {head.state === "running" && room.value?.facilitator_here === false && <strong> {t("screen.away")}</strong>}
        </span>
        <FillScreen />
        {head.state === "running" && <Joining />}
      </footer>
    </div>
  );
}
