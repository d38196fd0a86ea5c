// A part of the page that could not be fetched once is lost to a browser until the page is loaded anew: it remembers
// the failure (HTML standard, "module map"). So each part is fetched before it is imported, and can be asked for again.
import type { Plugin } from "vite";
import { firstFiles } from "./worker-feed.ts";

// However the build writes a text.
const IMPORT = /(?<![\w.$])import\((["'`])\.\/([\w.-]+\.js)\1\)/g;

/** The part of a chunk of the build that matters here; `imports`: what it imports at once. */
export interface Part {
  readonly imports: readonly string[];
}

/** The names of `name` and of all that it brings with it, without what everybody has loaded (`first`). */
export function together(name: string, parts: ReadonlyMap<string, Part>, first: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  const add = (one: string) => {
    if (first.has(one) || found.has(one)) return;
    found.add(one);
    for (const next of parts.get(one)?.imports ?? []) add(next);
  };
  add(name);
  return [...found];
}

/** The code with every import of a part put behind `fetched`, which `src/fetched.ts` lays down. */
export function fetchedFirst(
  code: string,
  folder: string,
  parts: ReadonlyMap<string, Part>,
  first: Set<string>,
): string {
  return code.replace(IMPORT, (whole, _, file: string) => {
    const paths = together(folder + file, parts, first);
    if (!parts.has(folder + file)) throw new Error(`${file} is imported and not built`);
    return `fetched(${JSON.stringify(paths)}).then(()=>${whole})`;
  });
}

/** The Vite plugin. */
export function fetchedImports(): Plugin {
  return {
    name: "folkmoot-fetched-imports",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((one) => one.type === "chunk");
        const parts = new Map<string, Part>(chunks.map((one) => [one.fileName, one]));
        const page = bundle["index.html"];
        if (page?.type !== "asset") throw new Error("no page to load anything from");
        const loaded = firstFiles(String(page.source)).map((path) => path.replace("/static/", ""));
        const first = new Set(loaded.flatMap((path) => together(path, parts, new Set())));
        for (const one of chunks) one.code = fetchedFirst(one.code, "assets/", parts, first);
      },
    },
  };
}
