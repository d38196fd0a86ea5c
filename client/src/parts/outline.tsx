import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface OutlineSectionProps {
  title: string;
  level?: 2 | 3 | 4;
  /** Beside the heading: how many, or a badge. */
  beside?: ComponentChildren;
  /** The list's lines: `<li>` each. */
  children: ComponentChildren;
}

/** A heading and its list: hat, group and card in the order of their meaning. */
export function OutlineSection({ title, level = 2, beside, children }: OutlineSectionProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  // Beneath another one it is no landmark: the same name, "Ways round" say, comes many times.
  const role = level === 2 ? undefined : "group";
  return (
    <section class="outline" role={role} aria-labelledby={id}>
      <div class="outline-head">
        <Heading id={id}>{title}</Heading>
        {beside}
      </div>
      <ul class="plain-list">{children}</ul>
    </section>
  );
}
