// The plain browser, or a frame in a page that says nothing: a link and a code are all there is.
import type { HostAdapter, Opener } from "./adapter.ts";
import { Telling } from "./telling.ts";

export const openLink: Opener = async (): Promise<HostAdapter> => {
  const { now, follow } = new Telling();
  return {
    name: "link",
    stage: false,
    now,
    follow,
    proof: async () => ({}),
    share: async () => "cannot",
    close: () => {},
  };
};
