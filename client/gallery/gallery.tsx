// Every part in every state on one page, for those who make them.

import { batch } from "@preact/signals";
import { render } from "preact";
import { entries } from "../src/workshop.ts";
import { SAMPLES } from "./samples.tsx";
import "../src/style/index.css";
import "../src/screens/screens.css";

const place = document.getElementById("app");

// The clock's part reads the workshop; here a step is going on, and its clock is stopped at 2:05.
const clock = { ends_at: 0, paused: true, left: 125_000, closing_at: 0, version: 1 };
batch(() => {
  entries.value = new Map<string, unknown>([["clock", clock]]);
});

function Gallery() {
  return (
    <main class="column stack stack-l">
      <h1>Parts</h1>
      {Object.entries(SAMPLES).map(([part, states]) => (
        <section class="stack" key={part} aria-labelledby={`part-${part}`}>
          <h2 id={`part-${part}`}>{part}</h2>
          {Object.entries(states).map(([state, sample]) => (
            <div class="stack stack-s" key={state}>
              <h3 class="small muted">{state}</h3>
              {sample}
            </div>
          ))}
        </section>
      ))}
    </main>
  );
}

if (place !== null) render(<Gallery />, place);
