// Zoom: an app in the meeting's side panel, by Zoom's own library. It hears messages of any page around it, so nothing
// that it says is believed: the server decrypts the app context, which only Zoom can make.
import zoomSdk, { type Apis } from "@zoom/appssdk";
import type { HostAdapter, HostContext, Opener } from "./adapter.ts";
import { Telling } from "./telling.ts";
import { roleOf, surfaceOf } from "./zoom-words.ts";

const ASKS: Apis[] = [
  "getAppContext",
  "getUserContext",
  "sendAppInvitationToAllParticipants",
  "onMyUserContextChange",
  "onRunningContextChange",
  "onMeeting",
  "onAppVisibilityChange",
];
const configure = () => zoomSdk.config({ version: "0.16", capabilities: ASKS });

export const openZoom: Opener = async (_page, signal): Promise<HostAdapter> => {
  const found = (await configure()) as { runningContext: string; product?: string };
  if (signal.aborted) throw new Error("late");
  const surface = surfaceOf(found.runningContext, found.product ?? "");
  const user = await zoomSdk.getUserContext().catch(() => ({ role: "", screenName: "" }));
  const telling = new Telling({ surface, role: roleOf(user.role), name: user.screenName ?? "" });
  const hears: [Parameters<typeof zoomSdk.addEventListener>[0], (said: never) => Partial<HostContext>][] = [
    ["onMyUserContextChange", ({ role }: { role: string }) => ({ role: roleOf(role) })],
    ["onRunningContextChange", (said: { runningContext: string }) => ({ surface: surfaceOf(said.runningContext, "") })],
    ["onMeeting", ({ action }: { action: string }) => (action === "ended" ? { ended: true } : {})],
    ["onAppVisibilityChange", ({ action }: { action: string }) => ({ visible: action !== "hide" })],
  ];
  const listeners = hears.map(([name, read]) => {
    const listener = (said: unknown) => {
      telling.tell(read(said as never));
      // What may be asked for depends on the role and the place: Zoom wants to be told anew.
      if (name !== "onAppVisibilityChange") void configure().catch(() => {});
    };
    zoomSdk.addEventListener(name, listener);
    return [name, listener] as const;
  });
  return {
    name: "zoom",
    stage: true,
    now: telling.now,
    follow: telling.follow,
    proof: async () => ({ context: (await zoomSdk.getAppContext()).context }),
    share: () =>
      zoomSdk.sendAppInvitationToAllParticipants().then(
        () => "confirm" as const,
        () => "not_allowed" as const,
      ),
    close: () => {
      for (const [name, listener] of listeners) zoomSdk.removeEventListener(name, listener);
    },
  };
};
