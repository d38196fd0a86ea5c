// Handing over this device: nothing of this site stays on it, of other workshops neither.
import { uninstall } from "./installed.ts";

async function databases(): Promise<void> {
  // Some browsers do not say which there are; that of the workshop just left is empty by now.
  for (const { name } of (await indexedDB.databases?.()) ?? []) if (name) indexedDB.deleteDatabase(name);
}

async function askTheBrowser(): Promise<void> {
  // The answer tells it to delete all that it keeps for this site, also what this page cannot reach.
  await fetch("/hand-over", { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" });
}

/** Leaves nothing behind, and goes to `address` as somebody who was never here. */
export async function leaveNothing(address: string): Promise<void> {
  const all = [
    databases,
    uninstall,
    async () => sessionStorage.clear(),
    async () => localStorage.clear(),
    askTheBrowser,
  ];
  // What is refused here, or cannot be reached, keeps nothing else from being deleted.
  for (const one of all) await one().catch(() => {});
  // A new page: what stood on this one, or in its memory, cannot be gone back to.
  location.replace(address);
}
