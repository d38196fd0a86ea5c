// Webex: an embedded app in the meeting's side bar. The wire is a question and an answer, both JSON in a text.
import {
  fieldsOf,
  type HostAdapter,
  type HostContext,
  languageOf,
  type Opener,
  type RoleClaim,
  type Surface,
  textOf,
} from "./adapter.ts";
import { Questions } from "./questions.ts";
import { Telling } from "./telling.ts";

const HOST = /^https:\/\/(?:[a-z0-9-]+\.)*(?:webex\.com|webexgov\.us)$/;
/** The version of Webex's own library that speaks as this file does. */
const SPEAKS = "2.5.0";
const SURFACES: Readonly<Record<string, Surface>> = {
  MEETING_SIDEBAR: "panel",
  MEETING_STANDALONE_WINDOW: "tab",
  MEETING_MAINVIEW: "stage",
  SPACE_TAB: "tab",
};
const ROLES: Readonly<Record<string, RoleClaim>> = { HOST: "host", COHOST: "cohost", GUEST: "guest" };

type Fields = Readonly<Record<string, unknown>>;

function roleOf(roles: unknown): RoleClaim {
  const claims = Array.isArray(roles) ? roles.map((role) => ROLES[textOf(role)]) : [];
  return (["host", "cohost", "guest"] as const).find((role) => claims.includes(role)) ?? "member";
}

const themeOf = (theme: unknown) => (theme === "DARK" ? "dark" : theme === "LIGHT" ? "light" : "");

function contextOf(app: Fields, meeting: Fields): Partial<HostContext> {
  const powers = Array.isArray(app.capabilities) ? app.capabilities : [];
  // A device that a room shares is a screen: nobody writes on it.
  const room =
    app.deviceType === "ROOM_SYSTEM_SHARED" || powers.includes("SHARED_SYSTEM") || powers.includes("VIEW_ONLY");
  return {
    surface: room ? "room" : (SURFACES[textOf(app.displayContext)] ?? "tab"),
    theme: themeOf(app.theme),
    locale: languageOf(app.language),
    role: roleOf(meeting.userRoles),
    visible: app.viewState !== "OUT_OF_FOCUS",
  };
}

export const openWebex: Opener = async (page, signal): Promise<HostAdapter> => {
  const questions = new Questions();
  const telling = new Telling();
  let token = "";
  let host = "*"; // Known from the first answer on: the first question tells nothing.

  const ask = (request: string, parameter: Fields = {}) =>
    questions.ask((requestId) =>
      page.parent.postMessage(JSON.stringify({ requestId, request, parameter }), { targetOrigin: host }),
    );

  const news: Readonly<Record<string, (data: Fields) => void>> = {
    "application:themeChanged": ({ theme }) => telling.tell({ theme: themeOf(theme) }),
    "application:displayContextChanged": ({ displayContext }) =>
      telling.tell({ surface: SURFACES[textOf(displayContext)] ?? "tab" }),
    "application:viewStateChanged": ({ viewState }) => telling.tell({ visible: viewState !== "OUT_OF_FOCUS" }),
    "application:tokenRefreshed": (data) => {
      token = textOf(data.token);
    },
    "meeting:roleChanged": ({ userRoles }) => telling.tell({ role: roleOf(userRoles) }),
  };

  function hear(event: Event): void {
    const { data, origin, source } = event as MessageEvent<unknown>;
    if (source !== page.parent || !HOST.test(origin) || (host !== "*" && origin !== host)) return;
    const said = read(data);
    host = origin;
    if (said.type === "event") news[textOf(said.request)]?.(fieldsOf(said.data));
    else if (said.code === 0) questions.answer(textOf(said.requestId), said.data);
    else questions.refuse(textOf(said.requestId), "refused");
  }

  const close = () => {
    page.removeEventListener("message", hear);
    questions.close();
  };
  page.addEventListener("message", hear);
  signal.addEventListener("abort", close);
  const { application } = fieldsOf(await ask("application.initialize", { embeddedSdkVersion: SPEAKS }));
  const meeting = fieldsOf(await ask("application.context.getMeeting").catch(() => null));
  token = textOf(fieldsOf(fieldsOf(application).user).token);
  telling.tell(contextOf(fieldsOf(application), meeting));
  return {
    name: "webex",
    stage: true,
    now: telling.now,
    follow: telling.follow,
    proof: async () => ({ token, meeting: textOf(meeting.id), role: telling.now().role }),
    async share(address) {
      const parameter = { internalUrl: address, externalUrl: address, title: "Folkmoot", optional: {} };
      return ask("application.setShareUrl", parameter).then(
        () => "confirm",
        () => "not_allowed",
      );
    },
    close,
  };
};

function read(data: unknown): Fields {
  try {
    return fieldsOf(typeof data === "string" ? JSON.parse(data) : data);
  } catch {
    return {}; // Not the host's.
  }
}
