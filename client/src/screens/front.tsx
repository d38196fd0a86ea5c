// The pages in front of a workshop: whose they are, and one thing to do.
import type { ComponentChildren } from "preact";
import { Brand } from "../parts/brand.tsx";
import { LanguageChoice } from "../parts/language.tsx";

export function Front({ children, wide }: { children: ComponentChildren; wide?: boolean }) {
  return (
    <div class="page">
      <header class="bar">
        <Brand />
        <LanguageChoice tucked />
      </header>
      <main class="main" id="main">
        <div class={wide ? "column column-wide stack stack-l" : "column stack stack-l"}>{children}</div>
      </main>
    </div>
  );
}
