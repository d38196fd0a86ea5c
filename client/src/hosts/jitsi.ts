// Jitsi: the shared document on everybody's stage (`etherpad_base`). It says nothing but its address: the document's
// name in the path, and what the person is called in the query.
import type { HostAdapter, Opener } from "./adapter.ts";
import { Telling } from "./telling.ts";

const DOCUMENT = /^\/host\/jitsi\/([^/]+)\/?$/;

export const openJitsi: Opener = async ({ location }): Promise<HostAdapter> => {
  const [, found] = DOCUMENT.exec(location.pathname) ?? [];
  if (found === undefined) throw new Error("no document");
  const name = new URLSearchParams(location.search).get("userName") ?? "";
  const { now, follow } = new Telling({ surface: "stage", name });
  return {
    name: "jitsi",
    // It stands on everybody's stage already.
    stage: false,
    now,
    follow,
    proof: async () => ({ meeting: decodeURIComponent(found) }),
    share: async () => "cannot",
    close: () => {},
  };
};
