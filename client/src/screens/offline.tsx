// Opened without a line: one's own words are here, and more can be written. What others wrote is not kept here.
import { draftText, keepDraft } from "../own/drafts.ts";
import { unsent } from "../own/outbox.ts";
import { unsentWords } from "../own/unsent.ts";
import { TextArea } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { MAX_TEXT } from "../protocol.gen.ts";
import device from "../words/en-device.json";
import { words } from "../words/words.ts";
import { typing } from "./other-tab.tsx";

const d = words(device, "device");

export default function Offline() {
  const typed = draftText("offline", "note");
  const mine = unsentWords().filter((text) => text !== typed.trim());
  return (
    <div class="stack">
      <h1>{d("offline.title")}</h1>
      <Notice>
        <p>{d("offline.others")}</p>
        {unsent.value > 0 && <p>{d("offline.waiting", { count: unsent.value })}</p>}
      </Notice>
      {mine.length > 0 && (
        <section class="stack stack-s" aria-labelledby="offline-yours">
          <h2 id="offline-yours">{d("offline.yours")}</h2>
          <ul class="plain-list stack stack-s">
            {mine.map((text) => (
              <li key={text} class="sheet">
                <p class="card-text">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <TextArea
        label={d("offline.note")}
        {...typing(d("offline.note_hint"))}
        maxLength={MAX_TEXT}
        value={typed}
        onInput={(event) => keepDraft("offline", "note", event.currentTarget.value)}
      />
    </div>
  );
}
