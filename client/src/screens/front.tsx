// The pages in front of a workshop: whose they are, and one thing to do.
import type { ComponentChildren } from "preact";
import { Brand } from "../parts/brand.tsx";

export function Front({ children }: { children: ComponentChildren }) {
  return (
    <div class="page">
      <header class="bar">
        <Brand />
      </header>
      <main class="main" id="main">
        <div class="column stack stack-l">{children}</div>
      </main>
    </div>
  );
}
