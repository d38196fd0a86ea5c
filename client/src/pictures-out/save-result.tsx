// Saving the result of a vote as a picture.
import { useState } from "preact/hooks";
import type { Bar } from "../parts/bars.tsx";
import { Button } from "../parts/button.tsx";
import type { BallotEntry } from "../protocol.gen.ts";
import picture from "../words/en-result-picture.json";
import { LANGUAGES } from "../words/languages.ts";
import { spoken, t, words } from "../words/words.ts";
import { entries, phaseOf, runOf, workshop } from "../workshop.ts";
import { resultDrawing } from "./result-drawing.ts";
import { SaveDialog } from "./save-dialog.tsx";
import { measurer } from "./saving.ts";

const r = words(picture, "result-picture");

/** `rows`: the lines of the result, highest first, as they are shown. */
export default function SaveResult({ at, rows }: { at: BallotEntry; rows: readonly Bar[] }) {
  const [open, setOpen] = useState(false);
  const title = workshop.value?.title ?? "";
  const draw = async () => {
    const language = spoken.peek().code;
    const during = phaseOf(entries.peek(), runOf(entries.peek(), at.run));
    const line = ({ label, say, tag }: Bar) =>
      tag ? r("picture.line_tag", { what: label, came: say, tag }) : r("picture.line", { what: label, came: say });
    const said = {
      title,
      heading: r("picture.title", { step: during?.title ?? t("result.label") }),
      cast: t("result.cast", { count: at.cast, seats: at.seats }),
      line,
    };
    const rightToLeft = LANGUAGES[language]?.rightToLeft ?? false;
    return resultDrawing({ rows, words: said, language, rightToLeft, measure: measurer() });
  };
  return (
    <div class="row">
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {r("picture.save")}
      </Button>
      {open && (
        <SaveDialog
          title={r("picture.save")}
          name={r("picture.file", { title })}
          draw={draw}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
