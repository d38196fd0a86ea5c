// "Continue on another device": a picture to point a camera at, and the same as letters to type (E13).
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { announce } from "../announcer.tsx";
import { callOffMove, here } from "../door.ts";
import { Refused } from "../http.ts";
import { TooMuch } from "../own/bundle.ts";
import { spelled } from "../own/move-code.ts";
import { LASTING_MS, offer } from "../own/moving.ts";
import { offered } from "../own/seat.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { QrDrawn } from "../parts/qr-drawn.tsx";
import device from "../words/en-device.json";
import { t, words } from "../words/words.ts";
import { session } from "../workshop.ts";
import "../style/moving.css";

const d = words(device, "device");
const MINUTE = 60_000;
const AGAIN_MS = 2_000;

type Shown =
  | { readonly kind: "making" }
  | { readonly kind: "code"; readonly code: string; readonly minutes: number }
  | { readonly kind: "over"; readonly say: string };

/** Calls the move off, however long the server cannot be reached: until then nothing may be written here. */
export async function stayHere(): Promise<void> {
  try {
    await callOffMove();
  } catch {
    if (offered.peek() !== null) setTimeout(() => void stayHere(), AGAIN_MS);
  }
}

function sayOf(problem: unknown): string {
  if (problem instanceof TooMuch) return d("move.much");
  return problem instanceof Refused ? problem.say : String(problem);
}

function useOffer(): { shown: Shown; make: () => void } {
  const [shown, setShown] = useState<Shown>({ kind: "making" });
  const work = useRef<Promise<unknown>>(Promise.resolve());
  const ends = useRef(0);
  const make = useCallback(() => {
    setShown({ kind: "making" });
    work.current = offer(here.peek()).then(
      (code) => {
        ends.current = Date.now() + LASTING_MS;
        setShown({ kind: "code", code, minutes: LASTING_MS / MINUTE });
      },
      async (problem: unknown) => {
        await stayHere();
        setShown({ kind: "over", say: sayOf(problem) });
      },
    );
  }, []);
  useEffect(() => {
    make();
    const clock = setInterval(() => {
      const left = Math.ceil((ends.current - Date.now()) / MINUTE);
      setShown((old) => (old.kind === "code" ? { ...old, minutes: left } : old));
    }, 5_000);
    return () => {
      clearInterval(clock);
      void work.current.then(stayHere);
    };
  }, [make]);
  const over = shown.kind === "code" && shown.minutes <= 0;
  useEffect(() => {
    if (!over) return;
    void stayHere().then(() => setShown({ kind: "over", say: d("move.over") }));
  }, [over]);
  return { shown, make };
}

function Code({ code, minutes }: { code: string; minutes: number }) {
  const url = session.value?.invitation.url ?? "";
  useEffect(() => announce(d("move.scan")), []);
  return (
    <>
      <p>{d("move.scan")}</p>
      <QrDrawn text={`${url}#move-${code}`} label={d("move.qr")} />
      <p>{d("move.type", { address: `${location.host}/join` })}</p>
      <p class="move-code">{spelled(code)}</p>
      <p>{d("move.minutes", { count: minutes })}</p>
      <Notice kind="warn">{d("move.alone")}</Notice>
      <p>{d("move.carries")}</p>
      <p>{d("move.paused")}</p>
    </>
  );
}

export default function Moving({ onClose }: { onClose: () => void }) {
  const { shown, make } = useOffer();
  return (
    <div class="stack">
      {shown.kind === "making" && <p class="muted">{d("move.making")}</p>}
      {shown.kind === "code" && <Code code={shown.code} minutes={Math.max(1, shown.minutes)} />}
      {shown.kind === "over" && <Notice kind="stop">{shown.say}</Notice>}
      <div class="row">
        {shown.kind === "over" && (
          <Button kind="main" onClick={make}>
            {d("move.again")}
          </Button>
        )}
        <Button onClick={onClose}>{shown.kind === "over" ? t("own.cancel") : d("move.stay")}</Button>
      </div>
    </div>
  );
}
