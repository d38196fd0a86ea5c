import type { ClipboardEventHandler, ComponentChildren, InputEventHandler, KeyboardEventHandler, Ref } from "preact";
import { useId } from "preact/hooks";
import parts from "../words/en-parts.json";
import { words } from "../words/words.ts";

const t = words(parts, "parts");

interface Box<Element extends EventTarget> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  name?: string;
  maxLength?: number;
  placeholder?: string;
  disabled?: boolean;
  readOnly?: boolean;
  onInput?: InputEventHandler<Element>;
  onKeyDown?: KeyboardEventHandler<Element>;
  onPaste?: ClipboardEventHandler<Element>;
  onBlur?: () => void;
  inputRef?: Ref<Element>;
}

interface FieldProps extends Box<HTMLInputElement> {
  type?: "text" | "date";
  autoComplete?: "off" | "name";
  autoCapitalize?: "off" | "characters" | "sentences";
  inputMode?: "numeric";
  spellcheck?: boolean;
}

interface TextAreaProps extends Box<HTMLTextAreaElement> {
  rows?: number;
}

/** Label above, hint below the label, error named in words and tied to the box. */
function Frame(props: {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: ComponentChildren;
}) {
  const { id, label, hint, error, children } = props;
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children}
      {error && (
        <span class="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}

function described(id: string, hint?: string, error?: string): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** How much room is left, said from four fifths on; empty before. */
function roomLeft(value: string, most: number | undefined): string {
  if (most === undefined || value.length < most * 0.8) return "";
  return t("parts.left", { count: Math.max(0, most - value.length) });
}

/** One line to type in. */
export function Field({ label, hint, error, inputRef, type = "text", ...rest }: FieldProps) {
  const id = useId();
  const box = {
    class: "input",
    id,
    ref: inputRef ?? null,
    "aria-invalid": error ? ("true" as const) : undefined,
    "aria-describedby": described(id, hint, error),
    ...rest,
  };
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      {type === "date" ? <input type="date" {...box} /> : <input type="text" {...box} />}
    </Frame>
  );
}

/** Several lines to type in; it grows with what is written. */
export function TextArea({ label, hint, error, inputRef, ...rest }: TextAreaProps) {
  const id = useId();
  const left = roomLeft(rest.value, rest.maxLength);
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea
        class="input"
        id={id}
        ref={inputRef ?? null}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={described(id, hint, error)}
        {...rest}
      />
      {left && <span class="field-hint">{left}</span>}
    </Frame>
  );
}
