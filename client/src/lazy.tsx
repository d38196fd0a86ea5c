// A screen that is loaded when it is first shown, so that a phone only loads what it needs.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "./parts/button.tsx";
import { Notice } from "./parts/notice.tsx";
import { t } from "./words/words.ts";

interface LazyProps {
  load: () => Promise<{ default: ComponentType }>;
}

const AGAIN_MS = 3000;

/** The same for a piece of a screen: nothing is there until it has come. It is asked for until it does. */
export function Later<P extends object>({
  load,
  ...props
}: { load: () => Promise<{ default: ComponentType<P> }> } & P) {
  const [piece, setPiece] = useState<{ Shown: ComponentType<P> } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const begin = () =>
      void load().then(
        (module) => gone || setPiece({ Shown: module.default }),
        () => {
          if (!gone) timer = setTimeout(begin, AGAIN_MS);
        },
      );
    begin();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [load]);
  return piece && <piece.Shown {...(props as unknown as P)} />;
}

/** Shows the screen that `load` brings. `load` must stay the same function. */
export function Lazy({ load }: LazyProps) {
  const [screen, setScreen] = useState<{ Shown: ComponentType } | "failed" | null>(null);
  useEffect(() => {
    let gone = false;
    load().then(
      (module) => gone || setScreen({ Shown: module.default }),
      () => gone || setScreen("failed"),
    );
    return () => {
      gone = true;
    };
  }, [load]);
  if (screen === null) return <p class="column muted">{t("app.loading")}</p>;
  if (screen === "failed") {
    return (
      <div class="column stack">
        <Notice kind="stop" title={t("app.stale_chunk")} />
        <Button kind="main" onClick={() => location.reload()}>
          {t("app.again")}
        </Button>
      </div>
    );
  }
  return <screen.Shown />;
}
