import type { ComponentChildren } from "preact";

interface ChoiceProps {
  type: "radio" | "checkbox";
  name: string;
  label: string;
  hint?: string | undefined;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** One thing that can be picked; the whole line can be pressed. */
export function Choice({ type, name, label, hint, checked, disabled, onChange }: ChoiceProps) {
  return (
    <label class="choice">
      <input
        type={type}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
      {hint && <span class="choice-hint">{hint}</span>}
    </label>
  );
}

/** Several choices under one question. */
export function Choices({ legend, children }: { legend: string; children: ComponentChildren }) {
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
