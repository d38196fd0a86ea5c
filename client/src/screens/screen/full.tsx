import { useEffect, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { t } from "../desk/words.ts";

/** The only control of the room's screen; gone once the screen is full, and where filling is not allowed. */
export function FillScreen() {
  const [full, setFull] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", look);
    return () => document.removeEventListener("fullscreenchange", look);
  }, []);
  if (full || !document.fullscreenEnabled) return null;
  return <Button onClick={() => void document.documentElement.requestFullscreen()}>{t("screen.full")}</Button>;
}
