// A small rain of paper when the workshop ends: once, for those who are there, and never where things are to stand still.
import { useEffect, useState } from "preact/hooks";
import { justEnded } from "../news.ts";
import { still } from "../own/settings.ts";
import "../style/celebration.css";

const LASTS_MS = 4500;
const PIECES = Array.from({ length: 28 }, (_, at) => at);

export function Celebration() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!justEnded.peek()) return;
    justEnded.value = false;
    if (still()) return;
    setShown(true);
    const timer = setTimeout(() => setShown(false), LASTS_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div class="celebration" aria-hidden="true">
      {PIECES.map((piece) => (
        <i key={piece} />
      ))}
    </div>
  );
}
