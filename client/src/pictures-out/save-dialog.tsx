// The dialog in which a drawing is saved, as PNG or as SVG.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { announce } from "../announcer.tsx";
import type { Rect } from "../canvas/boxes.ts";
import { save } from "../http.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Notice } from "../parts/notice.tsx";
import { p } from "../pictures.ts";
import { pngFile, svgFile } from "./saving.ts";

interface SaveDialogProps {
  title: string;
  /** The file's name, without its ending; what no file may be called is left out. */
  name: string;
  /** The drawing, or null where there is nothing to draw. */
  draw: () => Promise<{ readonly svg: string; readonly size: Rect } | null>;
  onClose: () => void;
  children?: ComponentChildren;
}

export function SaveDialog({ title, name: called, draw, onClose, children }: SaveDialogProps) {
  const [say, setSay] = useState("");
  const [problem, setProblem] = useState("");
  const take = async (kind: "png" | "svg") => {
    setProblem("");
    setSay(p("save_busy"));
    try {
      const drawing = await draw();
      if (drawing === null) throw new Error("empty");
      const name = `${called.replace(/[\\/:*?"<>|\s]+/g, " ").trim()}.${kind}`;
      save(kind === "svg" ? svgFile(drawing.svg) : await pngFile(drawing.svg, drawing.size), name);
      setSay(p("save_done", { name }));
      announce(p("save_done", { name }));
    } catch (error) {
      setSay("");
      setProblem(p(error instanceof Error && error.message === "empty" ? "save_empty" : "save_failed"));
    }
  };
  return (
    <Dialog open sheet title={title} onClose={onClose}>
      <div class="stack">
        {children}
        <p class="muted">{p("save_hint")}</p>
        <div class="row">
          <Button kind="main" onClick={() => void take("png")}>
            {p("save_png")}
          </Button>
          <Button onClick={() => void take("svg")}>{p("save_svg")}</Button>
        </div>
        {say && <p role="status">{say}</p>}
        {problem && <Notice kind="stop" title={problem} />}
      </div>
    </Dialog>
  );
}
