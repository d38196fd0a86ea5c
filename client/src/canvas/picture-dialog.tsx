// Putting a picture on the board: chosen, taken, pasted or dropped; what it shows is asked first.
import { useEffect, useState } from "preact/hooks";
import { Refused } from "../http.ts";
import { Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { TextArea } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { lighter, p, sendPicture, sizeOnBoard } from "../pictures.ts";
import { MAX_TEXT } from "../protocol.gen.ts";
import { Landscape, NarrowWord } from "./drawings.tsx";
import { canArrange } from "./may.ts";
import { layout } from "./shown.ts";
import { besidePlace } from "./texts-add.tsx";
import { addItem } from "./tools-draw.ts";
import type { World } from "./world.ts";
import "../style/pictures.css";

const KINDS = "image/png,image/jpeg,image/webp,image/gif";

interface Spot {
  readonly x: number;
  readonly y: number;
}

interface DialogProps {
  /** What was pasted or dropped; without it one is chosen here. */
  readonly first?: File | null;
  /** Where it goes, with its size at hand. */
  readonly place: (width: number) => Spot;
  readonly onClose: () => void;
}

function FilePick({ label, photo, onPick }: { label: string; photo?: boolean; onPick: (file: File) => void }) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <input
        type="file"
        class="input"
        accept={KINDS}
        capture={photo ? "environment" : undefined}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onPick(file);
        }}
      />
    </label>
  );
}

function Preview({ file }: { file: File }) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address === "" ? null : <img class="picture picture-preview" src={address} alt="" />;
}

export function PictureDialog({ first = null, place, onClose }: DialogProps) {
  const [file, setFile] = useState<File | null>(first);
  const [text, setText] = useState("");
  const [decorates, setDecorates] = useState(false);
  const [part, setPart] = useState<number | null>(null);
  const [problem, setProblem] = useState("");
  const send = async (picked: File) => {
    if (text.trim() === "" && !decorates) return setProblem(p("alt_needed"));
    setProblem("");
    setPart(0);
    try {
      const reply = await sendPicture(await lighter(picked), setPart);
      const size = sizeOnBoard(reply);
      const { x, y } = place(size.width);
      const alt = decorates ? "" : text.trim();
      const at = { x: Math.round(x), y: Math.round(y), ...size };
      if (await addItem({ kind: "picture", colour: "", ...at, text: alt, file: reply.file })) return onClose();
    } catch (refused) {
      setProblem(refused instanceof Refused ? refused.say : p("unreadable"));
    }
    setPart(null);
  };
  const percent = Math.round((part ?? 0) * 100);
  return (
    <Dialog open sheet title={p("add")} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (file && part === null) void send(file);
        }}
      >
        {problem && <Notice kind="stop" title={problem} />}
        {file === null ? (
          <>
            <p class="muted">{p("choose_hint")}</p>
            <FilePick label={p("choose")} onPick={setFile} />
            {matchMedia("(pointer: coarse)").matches && <FilePick label={p("photo")} photo onPick={setFile} />}
          </>
        ) : (
          <>
            <Preview file={file} />
            <TextArea
              label={p("alt")}
              hint={p("alt_hint")}
              rows={2}
              maxLength={MAX_TEXT}
              value={text}
              disabled={decorates}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <Choice
              type="checkbox"
              name="decorates"
              label={p("decorates")}
              checked={decorates}
              onChange={setDecorates}
            />
            {part !== null && (
              <p role="status">
                <progress class="picture-progress" max={100} value={percent} aria-label={p("go")} />
                {p("sending", { percent })}
              </p>
            )}
            <div class="row">
              <Button kind="main" submit disabled={part !== null}>
                {p("go")}
              </Button>
              <Button kind="quiet" disabled={part !== null} onClick={() => setFile(null)}>
                {p("other")}
              </Button>
            </div>
          </>
        )}
      </form>
    </Dialog>
  );
}

const pictureIn = (files: FileList | undefined) => [...(files ?? [])].find((file) => file.type.startsWith("image/"));

/** Hears pictures that are pasted or dropped on the board. */
function useFiles(on: World | null, hear: (file: File, at: Spot | null) => void): void {
  useEffect(() => {
    if (on === null) return;
    const paste = (event: ClipboardEvent) => {
      const file = pictureIn(event.clipboardData?.files);
      const typing = event.target instanceof Element && event.target.closest("input, textarea, dialog[open]");
      if (!file || typing || !canArrange.peek()) return;
      event.preventDefault();
      hear(file, null);
    };
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = pictureIn(event.dataTransfer?.files);
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
      if (file && canArrange.peek()) hear(file, on.toBoard(event.clientX, event.clientY));
    };
    document.addEventListener("paste", paste);
    on.box.addEventListener("dragover", over);
    on.box.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("paste", paste);
      on.box.removeEventListener("dragover", over);
      on.box.removeEventListener("drop", drop);
    };
  }, [on, hear]);
}

/** The button, and the dialog that it opens. `on`: the board that is shown; without one it goes under everything. */
export function AddPicture({ on = null }: { on?: World | null }) {
  const [asking, setAsking] = useState<{ readonly file: File | null; readonly at: Spot | null } | null>(null);
  const [hear] = useState(() => (file: File, at: Spot | null) => setAsking({ file, at }));
  useFiles(on, hear);
  if (!canArrange.value && asking === null) return null;
  const place = (width: number): Spot => {
    if (asking?.at) return asking.at;
    if (on === null) return besidePlace(layout.peek(), "", width);
    const [camera, size] = [on.camera(), on.size()];
    return { x: camera.x + size.width / 2 / camera.scale - width / 2, y: camera.y + size.height / 3 / camera.scale };
  };
  return (
    <>
      {canArrange.value && (
        <Button title={p("add")} onClick={() => setAsking({ file: null, at: null })}>
          <NarrowWord drawing={<Landscape />}>{p("add")}</NarrowWord>
        </Button>
      )}
      {asking && <PictureDialog first={asking.file} place={place} onClose={() => setAsking(null)} />}
    </>
  );
}
