// Parts of the page are fetched before they are imported: see `fetched-imports.ts`, which writes the calls.

const here = new Map<string, Promise<void>>();

async function fetchOne(path: string): Promise<void> {
  const response = await fetch(`/static/${path}`, { credentials: "same-origin" });
  if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
  // To its end: only then does the browser's own copy serve the import that follows.
  await response.arrayBuffer();
}

/** Waits until `paths` (below `/static/`) lie in the browser's copy. Throws where one cannot be had just now. */
export async function fetched(paths: readonly string[]): Promise<void> {
  const all = paths.map((path) => {
    const coming = here.get(path) ?? fetchOne(path);
    here.set(path, coming);
    return coming.catch((problem: unknown) => {
      here.delete(path);
      throw problem;
    });
  });
  await Promise.all(all);
}

/** Lays down `fetched` where every part of the build finds it. */
export function layDown(): void {
  Object.assign(globalThis, { fetched });
}
