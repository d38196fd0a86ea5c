// Questions to a host that have no answer yet: each has a name of its own, by which its answer finds it.
import { newId } from "../random.ts";

export class Questions {
  readonly #open = new Map<string, { resolve(found: unknown): void; reject(why: Error): void }>();

  /** Sends a question by its name. Resolves with what the host answers; throws when it refuses. */
  ask(send: (name: string) => void): Promise<unknown> {
    const name = newId();
    return new Promise((resolve, reject) => {
      this.#open.set(name, { resolve, reject });
      send(name);
    });
  }

  /** An answer has come: `false` where nobody asked, or where it was answered already. */
  answer(name: string, found: unknown): boolean {
    const asked = this.#open.get(name);
    this.#open.delete(name);
    asked?.resolve(found);
    return asked !== undefined;
  }

  refuse(name: string, why: string): boolean {
    const asked = this.#open.get(name);
    this.#open.delete(name);
    asked?.reject(new Error(why));
    return asked !== undefined;
  }

  /** No answer can come any more. */
  close(): void {
    for (const name of [...this.#open.keys()]) this.refuse(name, "closed");
  }
}
