// BigBlueButton: our plug-in's frame beside the slides. The plug-in puts what it knows into the fragment, with a
// ticket that the BigBlueButton server fetched from ours.
import { type HostAdapter, languageOf, type Opener } from "./adapter.ts";
import { Telling } from "./telling.ts";

export const openBbb: Opener = async ({ location }): Promise<HostAdapter> => {
  const said = new URLSearchParams(location.hash.slice(1));
  const [ticket, meeting] = [said.get("ticket") ?? "", said.get("meeting") ?? ""];
  if (meeting === "") throw new Error("no meeting");
  const { now, follow } = new Telling({
    surface: "panel",
    locale: languageOf(said.get("locale")),
    name: said.get("name") ?? "",
    role: said.get("role") === "MODERATOR" ? "host" : "member",
  });
  return {
    name: "bbb",
    stage: false,
    now,
    follow,
    proof: async () => ({ ticket, meeting }),
    share: async () => "cannot",
    close: () => {},
  };
};
