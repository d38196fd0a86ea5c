// Matrix: a widget in a room, in Element Web and its kin. The wire is the widget API (MSC2762), without its library.
import { fieldsOf, type HostAdapter, type HostPage, languageOf, type Opener, type Theme, textOf } from "./adapter.ts";
import { Questions } from "./questions.ts";
import { Telling } from "./telling.ts";

const VERSIONS = ["0.0.1", "0.0.2", "0.1.0"];
const THEMES: Readonly<Record<string, Theme>> = { light: "light", dark: "dark", "light-high-contrast": "contrast" };

interface Place {
  readonly widget: string;
  readonly host: string;
  readonly room: string;
  readonly theme: string;
  readonly lang: string;
}

/** What Element wrote into our address: its own words in the query, those of our template in the fragment. */
function placeOf({ location, document }: HostPage): Place {
  const query = new URLSearchParams(location.search);
  const ours = new URLSearchParams(location.hash.slice(1));
  const widget = query.get("widgetId") ?? ours.get("widgetId") ?? "";
  const host = query.get("parentUrl") ?? ours.get("parentUrl") ?? document.referrer;
  if (widget === "" || !URL.canParse(host)) throw new Error("no widget");
  const { origin } = new URL(host);
  return {
    widget,
    host: origin,
    room: ours.get("room") ?? "",
    theme: ours.get("theme") ?? "",
    lang: ours.get("lang") ?? "",
  };
}

export const openMatrix: Opener = async (page, signal): Promise<HostAdapter> => {
  const place = placeOf(page);
  const questions = new Questions();
  const telling = new Telling({ surface: "panel", theme: THEMES[place.theme] ?? "", locale: languageOf(place.lang) });
  // A token that the host's person had to allow first comes later, by the name of the question.
  const later = new Questions();
  const waiting = new Map<string, string>();

  const post = (message: unknown) => page.parent.postMessage(message, { targetOrigin: place.host });
  const ask = (action: string) =>
    questions.ask((requestId) => post({ api: "fromWidget", widgetId: place.widget, requestId, action, data: {} }));

  const answers: Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => object>> = {
    // Nothing of the room is needed: the server asks the homeserver itself, and people see no frightening list.
    capabilities: () => ({ capabilities: [] }),
    supported_api_versions: () => ({ supported_versions: VERSIONS }),
    theme_change: ({ name }) => {
      telling.tell({ theme: THEMES[textOf(name)] ?? "" });
      return {};
    },
    language_change: ({ lang }) => {
      telling.tell({ locale: languageOf(lang) });
      return {};
    },
    visibility: ({ visible }) => {
      telling.tell({ visible: visible !== false });
      return {};
    },
    openid_credentials: (data) => {
      const name = waiting.get(textOf(data.original_request_id));
      if (name !== undefined) later.answer(name, data);
      return {};
    },
  };

  function hear(event: Event): void {
    const { data, origin, source } = event as MessageEvent<unknown>;
    const said = fieldsOf(data);
    if (source !== page.parent || origin !== place.host || said.widgetId !== place.widget) return;
    const name = textOf(said.requestId);
    if (said.api === "fromWidget" && said.response !== undefined) {
      const { error } = fieldsOf(said.response);
      if (error === undefined) questions.answer(name, { ...fieldsOf(said.response), asked: name });
      else questions.refuse(name, "refused");
    } else if (said.api === "toWidget" && said.response === undefined) {
      post({ ...said, response: answers[textOf(said.action)]?.(fieldsOf(said.data)) ?? {} });
    }
  }

  async function proof() {
    let given = fieldsOf(await ask("get_openid"));
    if (given.state === "request") {
      given = fieldsOf(await later.ask((name) => waiting.set(textOf(given.asked), name)));
    }
    if (given.state !== "allowed") throw new Error("refused");
    const token = textOf(given.access_token);
    return { token, server: textOf(given.matrix_server_name), room: place.room, widget: place.widget };
  }

  page.addEventListener("message", hear);
  const close = () => {
    page.removeEventListener("message", hear);
    questions.close();
    later.close();
  };
  signal.addEventListener("abort", close);
  try {
    await ask("content_loaded");
  } catch {
    // A host that saw the frame load already says so here: it is there all the same.
  }
  return {
    name: "matrix",
    stage: false,
    now: telling.now,
    follow: telling.follow,
    proof,
    share: async () => "cannot",
    close,
  };
};
