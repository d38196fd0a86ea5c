// The page of those who lead: the same stage as everybody's, with the desk beside or beneath it.
import { useState } from "preact/hooks";
import { Later } from "../lazy.tsx";
import { Button } from "../parts/button.tsx";
import { ClockFace } from "../parts/clock-face.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { workshop } from "../workshop.ts";
import { ClockControls, Lateness } from "./desk/clock.tsx";
import { Drawers } from "./desk/drawers.tsx";
import { moveNow, NextButton } from "./desk/next.tsx";
import { NowPanel } from "./desk/now.tsx";
import { useWide } from "./desk/wide.ts";
import { t } from "./desk/words.ts";
import { Help } from "./help.tsx";
import { InviteButton } from "./invitation/invite-button.tsx";
import { Invitation } from "./invitation.tsx";
import { Asked } from "./moderation/asked.tsx";
import { QuietLine } from "./quiet-line.tsx";
import { Stage } from "./stage.tsx";
import { useTitle } from "./title.ts";
import { You } from "./you.tsx";
import "../style/desk.css";

const readAloud = () => import("./desk/read-aloud.tsx");

/** Beside the stage, where there is room. */
function Side() {
  return (
    <aside class="desk-side stack" id="desk" tabIndex={-1} aria-label={t("desk.name")}>
      <div class="row row-apart">
        <h2 class="desk-name">{t("desk.name")}</h2>
        <ClockFace size="big" />
      </div>
      <NextButton big />
      <Asked />
      <NowPanel />
      <Later load={readAloud} />
      <ClockControls />
      <Lateness />
      <Drawers open />
    </aside>
  );
}

/** On phones and in side panels: a bar at the lower edge, and the rest in a sheet. */
function Bar() {
  const [open, setOpen] = useState(false);
  const move = moveNow()?.move;
  const shows = move !== "roll" && move !== "none";
  return (
    <section class="bar-bottom desk-bar" id="desk" tabIndex={-1} aria-label={t("desk.name")}>
      {shows && <NextButton />}
      <Button onClick={() => setOpen(true)}>{t("desk.more")}</Button>
      <Dialog open={open} title={t("desk.name")} onClose={() => setOpen(false)} sheet>
        <div class="stack">
          <div class="row row-apart">
            <ClockFace size="big" />
            <Lateness />
          </div>
          <ClockControls />
          <Drawers open={false} />
        </div>
      </Dialog>
    </section>
  );
}

/** On phones what the moment asks for stands right under the prompt. */
function NowBeneath() {
  return (
    <div class="now-beneath stack">
      <Asked />
      <NowPanel />
      <Later load={readAloud} />
    </div>
  );
}

/** What is at hand at every moment: bringing people in, help, and what is about this person and this device. */
function Top({ title, invites }: { title: string; invites: boolean }) {
  return (
    <div class="bar">
      <span class="bar-title">{title}</span>
      <span class="row bar-own">
        {invites && <InviteButton />}
        <Help />
        <You />
      </span>
    </div>
  );
}

/** Before the start: the question, and how to bring people in. */
function Waiting() {
  return (
    <div class="column stack stack-l">
      <h1>{workshop.value?.title}</h1>
      <Invitation />
    </div>
  );
}

/** The facilitator's page. */
export default function Desk() {
  const wide = useWide();
  const head = workshop.value;
  const waiting = head?.state === "waiting";
  useTitle(head?.title ?? "");
  return (
    <div class="page">
      <button type="button" class="skip visually-hidden" onClick={() => document.getElementById("desk")?.focus()}>
        {t("desk.open")}
      </button>
      <header>
        <QuietLine />
      </header>
      <div class="desk" data-wide={wide ? "" : undefined}>
        <main class="main" id="main">
          <Top title={(waiting ? head.agenda_title : head?.title) ?? ""} invites={!waiting} />
          {waiting ? <Waiting /> : <Stage beneath={!wide && <NowBeneath />} />}
        </main>
        {wide ? <Side /> : <Bar />}
      </div>
    </div>
  );
}
