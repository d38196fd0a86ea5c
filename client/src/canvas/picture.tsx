// A picture as it is shown: on the board, in the list, or only once somebody asks for it where data is saved.
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Refused } from "../http.ts";
import { Button } from "../parts/button.tsx";
import { isShown, p, pictureAddress, want } from "../pictures.ts";
import type { ItemEntry } from "../protocol.gen.ts";
import { shown } from "./shown.ts";
import type { World } from "./world.ts";
import "../style/pictures.css";

interface PictureProps {
  readonly item: ItemEntry;
  /** Stands in a button that says by itself what it shows. */
  readonly named?: boolean;
  /** Its words stand above it. */
  readonly saidAbove?: boolean;
}

export function Picture({ item, named = false, saidAbove = false }: PictureProps) {
  const { file } = item;
  const [address, setAddress] = useState("");
  const [problem, setProblem] = useState("");
  const asked = isShown(file);
  useEffect(() => {
    if (!asked) return;
    let gone = false;
    setProblem("");
    pictureAddress(file).then(
      (found) => gone || setAddress(found),
      (refused: unknown) => gone || setProblem(refused instanceof Refused ? refused.say : p("gone")),
    );
    return () => {
      gone = true;
    };
  }, [file, asked]);
  if (!asked && named) {
    // The piece around it is a button already, and hears for it; for keys the menu of the thing has one.
    return (
      <span class="picture-ask" data-own-pointer data-picture={file}>
        {p("show")}
      </span>
    );
  }
  if (!asked) return <Button onClick={() => want(file)}>{p("show")}</Button>;
  if (problem) return <span class="muted small">{problem}</span>;
  if (address === "") return <span class="muted small">{p("coming")}</span>;
  return <img class="picture" src={address} alt={named || saidAbove ? "" : item.text} draggable={false} />;
}

/** In the menu of things: shows those that wait for it. */
export function ShowPictures({ items }: { items: readonly ItemEntry[] }) {
  const waiting = items.filter((item) => item.file !== "" && !isShown(item.file));
  if (waiting.length === 0) return null;
  return (
    <Button
      wide
      onClick={() => {
        for (const item of waiting) want(item.file);
      }}
    >
      {p("show")}
    </Button>
  );
}

/** Fills the pieces of pictures on a world, which `ink.ts` makes and moves. Gives back how to stop. */
export function drawPictures(on: World): () => void {
  const hosts = new Map<string, { readonly host: HTMLElement; item: ItemEntry }>();
  const fill = (piece: HTMLElement) => {
    const item = shown.peek().get(piece.dataset.key ?? "") as ItemEntry | undefined;
    if (item === undefined) return;
    const known = hosts.get(item.id);
    if (known?.item === item && known.host.parentElement === piece) return;
    const host = known?.host ?? document.createElement("div");
    host.className = "picture-host";
    if (known?.item !== item) render(<Picture item={item} named />, host);
    hosts.set(item.id, { host, item });
    piece.replaceChildren(host);
  };
  const press = (event: Event) => {
    const asked = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-picture]") : null;
    if (asked?.dataset.picture) want(asked.dataset.picture);
  };
  on.box.addEventListener("click", press);
  const stop = on.onFrame(() => {
    for (const piece of on.box.querySelectorAll<HTMLElement>('.piece-item[data-kind="picture"]')) fill(piece);
  });
  return () => {
    stop();
    on.box.removeEventListener("click", press);
    for (const { host } of hosts.values()) render(null, host);
    hosts.clear();
  };
}
