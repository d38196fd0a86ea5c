import type { ButtonHTMLAttributes, ComponentChildren, Ref } from "preact";

/** `main`: the one thing to do here. `quiet`: looks like a link. `danger`: takes something away. */
export type ButtonKind = "plain" | "main" | "quiet" | "danger";

interface Looks {
  kind?: ButtonKind;
  big?: boolean;
  wide?: boolean;
  children: ComponentChildren;
}

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children" | "type">, Looks {
  submit?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
}

/** A button. It sends a form only when `submit` says so. */
export function Button({ kind = "plain", big, wide, submit, children, buttonRef, ...rest }: ButtonProps) {
  return (
    <button
      class="button"
      data-kind={kind}
      data-big={big ? "" : undefined}
      data-wide={wide ? "" : undefined}
      type={submit ? "submit" : "button"}
      ref={buttonRef ?? null}
      {...rest}
    >
      {children}
    </button>
  );
}

interface LinkProps extends Looks {
  href: string;
  newTab?: boolean;
  download?: string;
  onClick?: () => void;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({ kind = "plain", big, wide, href, newTab, children, ...rest }: LinkProps) {
  return (
    <a
      class="button"
      data-kind={kind}
      data-big={big ? "" : undefined}
      data-wide={wide ? "" : undefined}
      href={href}
      target={newTab ? "_blank" : undefined}
      rel={newTab ? "noopener noreferrer" : undefined}
      {...rest}
    >
      {children}
    </a>
  );
}

/** A round button with a drawing only; `label` is what it is called. */
export function IconButton({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: () => void;
  children: ComponentChildren;
}) {
  return (
    <button class="icon-button" type="button" aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}
