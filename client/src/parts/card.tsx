import type { ComponentChildren } from "preact";
import type { HatName } from "./icons.tsx";

interface CardViewProps {
  text: string;
  hat?: HatName;
  id?: string;
  /** Short words under the text: "signed: Ana", "yours", "later". */
  tags?: readonly string[];
  /** The language of its words, where that is known. */
  lang?: string;
  /** Its words stand for others that were hidden. */
  hidden?: boolean;
  /** It has just come and is shown coming. */
  fresh?: boolean;
  /** It is being read out to everybody. */
  out?: boolean;
  /** A small button in its corner. */
  corner?: ComponentChildren;
  /** Buttons, under the text. */
  children?: ComponentChildren;
}

/** One thought, always as plain text. */
export function CardView({ text, lang, hat, id, tags = [], hidden, fresh, out, corner, children }: CardViewProps) {
  return (
    <article
      class="card hat-edge"
      data-hat={hat}
      data-hidden={hidden ? "" : undefined}
      data-new={fresh ? "" : undefined}
      data-out={out ? "" : undefined}
      id={id}
      tabIndex={id ? -1 : undefined}
    >
      <p class="card-text" dir="auto" lang={lang || undefined}>
        {text}
      </p>
      {corner && <div class="card-corner">{corner}</div>}
      {(tags.length > 0 || children) && (
        <footer class="card-foot">
          {tags.map((tag) => (
            <span class="tag" key={tag}>
              {tag}
            </span>
          ))}
          {children && <div class="card-do">{children}</div>}
        </footer>
      )}
    </article>
  );
}
