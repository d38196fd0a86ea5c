// A code for cameras that is drawn here, where what it says is for no server.
import { correction, generate } from "lean-qr";

const QUIET = 4;

/** The dark squares of a code as one path, and how wide it is. */
export function squares(text: string): { readonly path: string; readonly size: number } {
  const code = generate(text, { minCorrectionLevel: correction.M });
  let path = "";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  }
  return { path, size: code.size + 2 * QUIET };
}

/** Dark on white in every colour scheme. `label`: for those who cannot see it. */
export function QrDrawn({ text, label }: { text: string; label: string }) {
  const { path, size } = squares(text);
  return (
    <div class="qr">
      <svg role="img" aria-label={label} width="200" height="200" viewBox={`0 0 ${size} ${size}`}>
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" shape-rendering="crispEdges" />
      </svg>
    </div>
  );
}
