// "Put Folkmoot in your meeting": for each meeting program what to press, what it proves, and what nobody has tried yet.
import { LinkButton } from "../parts/button.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import meetings from "../words/en-meetings.json";
import { words } from "../words/words.ts";
import { Front } from "./front.tsx";
import { useTitle } from "./title.ts";
import "../style/meetings.css";

const m = words(meetings, "meetings");
export const PROGRAMS = ["zoom", "teams", "meet", "webex", "matrix", "jitsi"] as const;

function Steps({ host }: { host: "link" | (typeof PROGRAMS)[number] }) {
  return (
    <>
      <ol class="meeting-steps stack stack-s">
        <li>{m(`first.${host}`)}</li>
        <li>{m(`second.${host}`)}</li>
        <li>{m(`third.${host}`)}</li>
      </ol>
      <dl class="meeting-facts">
        <dt>{m("proved")}</dt>
        <dd>{m(`proved.${host}`)}</dd>
        <dt>{m("open")}</dt>
        <dd>{m(`open.${host}`)}</dd>
      </dl>
    </>
  );
}

export default function Meetings() {
  useTitle(m("title"));
  return (
    <Front>
      <h1>{m("title")}</h1>
      <p>{m("intro")}</p>
      <section class="stack">
        <h2>{m("name.link")}</h2>
        <Steps host="link" />
      </section>
      <div class="stack stack-s">
        {PROGRAMS.map((host) => (
          <Disclosure key={host} summary={m(`name.${host}`)}>
            <Steps host={host} />
          </Disclosure>
        ))}
      </div>
      <p class="muted">{m("names")}</p>
      <div class="row">
        <LinkButton href="/">{m("back")}</LinkButton>
      </div>
    </Front>
  );
}
