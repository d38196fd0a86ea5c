// Tells the service worker which build it belongs to, and which files its page loads first.
import { createHash } from "node:crypto";
import type { Plugin } from "vite";

// However the build writes a text.
const PLACE = /(["'`])__FED_BY_THE_BUILD__\1/;

/** The files that a page names. */
export function firstFiles(page: string): string[] {
  return [...new Set([...page.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].map(([, path]) => path as string))];
}

/** The worker with its list in place. Throws where there is no place for it. */
export function fedWorker(code: string, page: string, names: readonly string[]): string {
  if (!PLACE.test(code)) throw new Error("the worker has no place for its list");
  const build = createHash("sha256")
    .update([...names].sort().join("\n"))
    .update(page)
    .digest("hex")
    .slice(0, 16);
  return code.replace(PLACE, () => JSON.stringify(JSON.stringify({ build, first: firstFiles(page) })));
}

/** The Vite plugin. */
export function feedWorker(): Plugin {
  return {
    name: "folkmoot-feed-worker",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const worker = bundle["worker.js"];
        const page = bundle["index.html"];
        if (worker?.type !== "chunk" || page?.type !== "asset") throw new Error("no worker, or no page");
        if (worker.imports.length + worker.exports.length > 0) throw new Error("the worker has to be one file");
        worker.code = fedWorker(worker.code, String(page.source), Object.keys(bundle));
      },
    },
  };
}
