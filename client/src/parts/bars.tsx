/** One line of a result. `share`: how much of the longest bar it fills, 0 to 1. */
export interface Bar {
  id: string;
  label: string;
  /** The result in words: "7 dots from 4 people". */
  say: string;
  share: number;
  /** A word for what is special: "on the short list". */
  tag?: string | undefined;
}

/** A result: in words first, and as a bar beneath. */
export function Bars({ rows, label }: { rows: readonly Bar[]; label: string }) {
  return (
    <ol class="bars plain-list" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id}>
          <div class="bar-head">
            <span>
              {row.label} {row.tag && <span class="tag">{row.tag}</span>}
            </span>
            <span class="bar-say">{row.say}</span>
          </div>
          <div class="bar-track" aria-hidden="true">
            {row.share > 0 && <div class="bar-fill" style={{ inlineSize: `${Math.round(row.share * 100)}%` }} />}
          </div>
        </li>
      ))}
    </ol>
  );
}
