// Which page is shown: by the address, and within a workshop by what this device holds.
import { untracked, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Announcer } from "./announcer.tsx";
import { slow, status } from "./connection.ts";
import { closeDoor, door, here, openDoor } from "./door.ts";
import { Later, Lazy } from "./lazy.tsx";
import { followNews } from "./news.ts";
import { followBallots } from "./own/ballots.ts";
import { LinkButton } from "./parts/button.tsx";
import { route } from "./routes.ts";
import { Front } from "./screens/front.tsx";
import { JoinByCode } from "./screens/join-code.tsx";
import { JoinByLink } from "./screens/join-link.tsx";
import { Participant } from "./screens/participant.tsx";
import { Shut, SignedOut } from "./screens/shut.tsx";
import { t } from "./words/words.ts";
import { session } from "./workshop.ts";

const start = () => import("./screens/start.tsx");
const desk = () => import("./screens/desk.tsx");
const screen = () => import("./screens/screen.tsx");
const seen = () => import("./screens/who-can-see.tsx");
const meetings = () => import("./screens/meetings.tsx");
const gone = () => import("./screens/gone.tsx");
const cover = () => import("./screens/cover.tsx");
const moved = () => import("./screens/moved.tsx");
const around = () => import("./screens/host/around.tsx");
const offline = () => import("./screens/offline.tsx");

function Lost() {
  return (
    <Front>
      <h1>{t("app.lost")}</h1>
      <p>{t("app.lost_hint")}</p>
      <div class="row">
        <LinkButton kind="main" big href="/join">
          {t("app.type_code")}
        </LinkButton>
      </div>
    </Front>
  );
}

function Inside() {
  const at = door.value;
  if (at.kind === "join") return <JoinByLink title={at.title} />;
  if (at.kind === "gone") return <Lazy load={gone} />;
  if (at.kind === "cover") return <Lazy load={cover} />;
  if (at.kind === "moved") return <Lazy load={moved} />;
  if (at.kind === "shut") return <Shut say={at.say} again={at.again} />;
  if (status.value.kind === "out") return <SignedOut say={status.value.say} />;
  const entered = session.value;
  if (at.kind === "opening" || entered === null) {
    return (
      <main class="column stack">
        <p class="muted">{t(status.value.kind === "waiting" ? "line.waiting" : "app.loading")}</p>
        {at.kind === "in" && slow.value && <Later load={offline} />}
      </main>
    );
  }
  if (entered.role === "facilitator") return <Lazy load={desk} />;
  if (entered.role === "screen") return <Lazy load={screen} />;
  return <Participant />;
}

function Page() {
  const at = route.value;
  if (at.page === "start") return <Lazy load={start} />;
  if (at.page === "join") return <JoinByCode />;
  if (at.page === "seen") return <Lazy load={seen} />;
  if (at.page === "meetings") return <Lazy load={meetings} />;
  if (at.page === "lost") return <Lost />;
  if (at.page === "host") {
    return (
      <>
        <Lazy load={around} />
        {here.value !== "" && <Inside />}
      </>
    );
  }
  return <Inside />;
}

/** The whole page, with the one announcer. */
export function App() {
  useSignalEffect(() => {
    const at = route.value;
    untracked(() => {
      if (at.page === "workshop") void openDoor(at);
      else closeDoor();
    });
  });
  useEffect(() => followNews(), []);
  useEffect(() => followBallots(), []);
  return (
    <>
      <Page />
      <Announcer />
    </>
  );
}
