// The installed copy on this device: it opens without a line. It holds files of ours only, none of anybody's words.
import { keeping } from "./kept.ts";

const WORKER = "/worker.js";

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The worker's address, as the browser wants to have it where the page's policy asks for trusted types. */
function address(): string {
  const policies = (window as { trustedTypes?: Policies }).trustedTypes;
  return policies
    ? policies.createPolicy("folkmoot-worker", { createScriptURL: () => WORKER }).createScriptURL("")
    : WORKER;
}

let asked = false;

/** Puts the copy in place, where that is possible and nobody else uses this device. It is no harm where it is not. */
export async function install(): Promise<void> {
  const workers = navigator.serviceWorker;
  if (asked || !workers || window.top !== window || keeping.peek() !== "device" || import.meta.env.DEV) return;
  asked = true;
  try {
    // What is shown without a line must be there before it is needed.
    await import("../screens/offline.tsx");
    await workers.register(address());
    const { active } = await workers.ready;
    const files = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
    active?.postMessage({ keep: files });
  } catch {
    // Refused here: everything works without.
  }
}

/** Takes the copy away, with all that it keeps. */
export async function uninstall(): Promise<void> {
  for (const one of (await navigator.serviceWorker?.getRegistrations()) ?? []) await one.unregister();
  for (const name of (await window.caches?.keys()) ?? []) await window.caches.delete(name);
}
