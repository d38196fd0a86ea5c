// Printing: when the browser is about to print, the workshop lies on paper in place of the page, and goes again after it.
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { planLines, workshop } from "../workshop.ts";
import { fetchLabels } from "./labels.ts";
import { Paper } from "./paper.tsx";
import "../style/paper.css";

let sheet: HTMLElement | null = null;
let asked = false;

/** Whether a print means the workshop: an open dialog, as the invitation is one, is printed as it stands. */
const meant = () => asked || (workshop.peek()?.state !== "waiting" && document.querySelector("dialog[open]") === null);

function lay(): void {
  if (sheet !== null || workshop.peek() === null || !meant()) return;
  sheet = document.createElement("div");
  sheet.className = "paper";
  document.body.append(sheet);
  document.documentElement.dataset.paper = "";
  render(<Paper today={new Date()} />, sheet);
}

function putAway(): void {
  asked = false;
  if (sheet === null) return;
  render(null, sheet);
  sheet.remove();
  sheet = null;
  delete document.documentElement.dataset.paper;
}

/** Opens the browser's own way to print, with the workshop on paper also where a dialog is open. */
export function printWorkshop(): void {
  asked = true;
  lay();
  // A device that saves data has no other ear for it.
  addEventListener("afterprint", putAway, { once: true });
  print();
}

/** Keeps paper ready for as long as it is on the page; shows nothing. */
export default function Printing() {
  const lines = planLines.value.length > 0;
  useEffect(() => {
    addEventListener("beforeprint", lay);
    addEventListener("afterprint", putAway);
    return () => {
      removeEventListener("beforeprint", lay);
      removeEventListener("afterprint", putAway);
      putAway();
    };
  }, []);
  useEffect(() => {
    if (lines) void fetchLabels();
  }, [lines]);
  return null;
}
