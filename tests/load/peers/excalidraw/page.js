// Excalidraw as its package gives it, with the board of `scene.json`: rectangles with words in them, and strokes.
// `window.board` is what the measuring asks: whether it is ready, and to let others change it while one types.
import "@excalidraw/excalidraw/index.css";
import "./page.css";
import { convertToExcalidrawElements, Excalidraw } from "@excalidraw/excalidraw";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const CARD = { width: 200, height: 120, backgroundColor: "#fff3bf", strokeColor: "#1e1e1e", roughness: 0 };
let chance = 7;
const random = () => {
  chance = (chance * 16807) % 2147483647;
  return chance / 2147483647;
};

function pairs(points) {
  return points.flatMap((one, at) => (at % 2 === 0 ? [[one, points[at + 1]]] : []));
}

function stroke([x, y, points]) {
  const line = { points: pairs(points), pressures: [], simulatePressure: true, lastCommittedPoint: null };
  const box = { width: Math.max(...line.points.map((p) => p[0])), height: Math.max(...line.points.map((p) => p[1])) };
  // The skeletons of the package know no strokes by hand: a line becomes one, with all that an element needs.
  const [made] = convertToExcalidrawElements([{ type: "line", x, y, ...box, points: line.points }]);
  return { ...made, ...line, type: "freedraw", strokeWidth: 1 };
}

function elements({ cards, strokes }) {
  const boxes = cards.map(([x, y, text]) => ({
    type: "rectangle",
    x,
    y,
    ...CARD,
    label: { text, fontSize: 15, textAlign: "left" },
  }));
  return [...convertToExcalidrawElements(boxes), ...strokes.map(stroke)];
}

/** One change by somebody else: a card is moved with its words, or reworded, or a line is drawn. */
function changed(all) {
  const boxes = all.filter((one) => one.type === "rectangle");
  const box = boxes[Math.floor(random() * boxes.length)];
  const newer = (one, more) => ({ ...one, ...more, version: one.version + 1, versionNonce: Math.floor(random() * 2e9) });
  const what = random();
  if (what < 0.5) {
    const [across, down] = [Math.round(random() * 80 - 40), Math.round(random() * 80 - 40)];
    const moves = (one) => one.id === box.id || one.containerId === box.id;
    return all.map((one) => (moves(one) ? newer(one, { x: one.x + across, y: one.y + down }) : one));
  }
  if (what < 0.75) {
    const text = `Others have thought again (${Math.floor(random() * 1000)})`;
    return all.map((one) => (one.containerId === box.id ? newer(one, { text, originalText: text }) : one));
  }
  const points = Array.from({ length: 80 }, (_, at) => at * 2 + Math.round(random() * 8));
  return [...all, stroke([box.x, box.y, points])];
}

const scene = await (await fetch("scene.json")).json();
const initialData = {
  elements: elements(scene),
  appState: { activeTool: { type: "hand", customType: null, locked: false, lastActiveTool: null } },
  scrollToContent: false,
};
window.board = { ready: false };
createRoot(document.getElementById("app")).render(
  createElement(Excalidraw, {
    initialData,
    excalidrawAPI: (api) => {
      window.board = {
        ready: true,
        api,
        hand: () => api.setActiveTool({ type: "hand" }),
        camera: () => {
          const { scrollX, scrollY, zoom } = api.getAppState();
          return { x: -scrollX, y: -scrollY, scale: zoom.value };
        },
        text: () => api.setActiveTool({ type: "text" }),
        change: () => api.updateScene({ elements: changed(api.getSceneElementsIncludingDeleted()) }),
      };
    },
  }),
);
