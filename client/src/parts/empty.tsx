import type { ComponentChildren } from "preact";

interface EmptyStateProps {
  say: string;
  /** One example of what could stand here. */
  example?: string;
  /** One button. */
  children?: ComponentChildren;
}

/** What stands where nothing is yet: a sentence, an example, one thing to do. */
export function EmptyState({ say, example, children }: EmptyStateProps) {
  return (
    <div class="empty">
      <p>{say}</p>
      {example && <p class="empty-example">{example}</p>}
      {children}
    </div>
  );
}
