// What a host says now, kept in one place; who follows it hears of each change once.
import { type HostContext, PLAIN } from "./adapter.ts";

export class Telling {
  #now: HostContext;
  readonly #followers = new Set<() => void>();

  constructor(start: Partial<HostContext> = {}) {
    this.#now = { ...PLAIN, ...start };
  }

  readonly now = (): HostContext => this.#now;

  readonly follow = (changed: () => void): (() => void) => {
    this.#followers.add(changed);
    return () => this.#followers.delete(changed);
  };

  /** Takes over what the host has said. Nobody is told of what was so already. */
  tell(news: Partial<HostContext>): void {
    const old = this.#now;
    this.#now = { ...old, ...news };
    const same = (Object.keys(news) as (keyof HostContext)[]).every((field) => old[field] === this.#now[field]);
    if (!same) for (const changed of [...this.#followers]) changed();
  }
}
