import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Button, type ButtonKind } from "./button.tsx";

interface TwoStepProps {
  /** The first button. */
  label: ComponentChildren;
  /** What will happen, before the second press. */
  children: ComponentChildren;
  confirm: string;
  cancel: string;
  onConfirm: () => void;
  kind?: ButtonKind;
  big?: boolean;
  wide?: boolean;
  disabled?: boolean;
}

/** A button that first says what it will do. The second press does it. */
export function TwoStep({ label, children, confirm, cancel, onConfirm, kind = "plain", ...looks }: TwoStepProps) {
  const [asking, setAsking] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const was = useRef(false);
  const said = useId();
  useEffect(() => {
    if (asking) sure.current?.focus();
    else if (was.current) first.current?.focus();
    was.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <Button kind={kind} buttonRef={first} onClick={() => setAsking(true)} aria-expanded={false} {...looks}>
        {label}
      </Button>
    );
  }
  const back = (event: KeyboardEvent) => event.key === "Escape" && setAsking(false);
  return (
    <div class="sure">
      {/* The focus goes past these words to the button: who listens hears them with it. */}
      <div class="stack stack-s" id={said}>
        {children}
      </div>
      <div class="row">
        <Button
          kind={kind === "plain" ? "main" : kind}
          buttonRef={sure}
          aria-describedby={said}
          onKeyDown={back}
          onClick={() => {
            setAsking(false);
            onConfirm();
          }}
        >
          {confirm}
        </Button>
        <Button kind="quiet" onKeyDown={back} onClick={() => setAsking(false)}>
          {cancel}
        </Button>
      </div>
    </div>
  );
}
