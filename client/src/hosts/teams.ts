// Microsoft Teams: an app in the meeting, by Microsoft's own library, which checks whose window is around us.
import { app, authentication, meeting } from "@microsoft/teams-js";
import { type HostAdapter, languageOf, type Opener, type Shared } from "./adapter.ts";
import { surfaceOf, themeOf, threadOf } from "./teams-words.ts";
import { Telling } from "./telling.ts";

/** Puts an address on everybody's stage. Only who organises or presents may. */
function shareToStage(address: string): Promise<Shared> {
  return new Promise((resolve) => {
    try {
      meeting.shareAppContentToStage(
        (error, done) => resolve(error === null && done === true ? "shared" : "not_allowed"),
        address,
        { sharingProtocol: meeting.SharingProtocol.Collaborative },
      );
    } catch {
      resolve("cannot"); // Not in a meeting, or in a Teams that knows no stage.
    }
  });
}

export const openTeams: Opener = async (_page, signal): Promise<HostAdapter> => {
  await app.initialize();
  const found = await app.getContext();
  if (signal.aborted) throw new Error("late");
  const telling = new Telling({
    surface: surfaceOf(found.page.frameContext, found.app.host.clientType),
    theme: themeOf(found.app.theme),
    locale: languageOf(found.app.locale),
    name: found.user?.displayName ?? "",
  });
  app.registerOnThemeChangeHandler((theme) => telling.tell({ theme: themeOf(theme) }));
  app.notifyAppLoaded();
  app.notifySuccess();
  const thread = threadOf(found.chat?.id ?? "", found.meeting?.id ?? "");
  return {
    name: "teams",
    stage: found.page.frameContext === "sidePanel" || found.page.frameContext === "meetingStage",
    now: telling.now,
    follow: telling.follow,
    // A guest without an account has no token: the server lets them in as somebody who is not known.
    proof: async () => ({
      token: await authentication.getAuthToken().catch(() => ""),
      meeting: thread,
      role: telling.now().role,
    }),
    share: shareToStage,
    close: () => app.registerOnThemeChangeHandler(() => {}),
  };
};
