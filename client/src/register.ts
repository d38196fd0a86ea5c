// The keys of a view by their kind, in order. It is handed on from one state of a view to the next: to sort a board
// of thousands again for every change is what an old phone has no time for.

type View = ReadonlyMap<string, unknown>;
type Register = ReadonlyMap<string, readonly string[]>;

const known = new WeakMap<View, Register>();
const NONE: readonly string[] = [];

/** "card" of "card:ID"; what stands alone is of its own kind. */
function kindOf(key: string): string {
  const end = key.indexOf(":");
  return end < 0 ? key : key.slice(0, end);
}

function added(register: Map<string, readonly string[]>, keys: Iterable<string>): void {
  const fresh = new Map<string, string[]>();
  for (const key of keys) {
    const kind = kindOf(key);
    const there = fresh.get(kind);
    if (there) there.push(key);
    else fresh.set(kind, [key]);
  }
  for (const [kind, more] of fresh) register.set(kind, [...(register.get(kind) ?? NONE), ...more].sort());
}

function registerOf(view: View): Register {
  const found = known.get(view);
  if (found) return found;
  const made = new Map<string, readonly string[]>();
  added(made, view.keys());
  known.set(view, made);
  return made;
}

/** The keys of one kind, in order. */
export function keysOf(view: View, kind: string): readonly string[] {
  return registerOf(view).get(kind) ?? NONE;
}

/** A view with these entries set and those keys gone; the view itself stays as it is. */
export function changed(view: View, set: Iterable<readonly [string, unknown]>, gone: Iterable<string>): View {
  const next = new Map(view);
  const fresh: string[] = [];
  for (const [key, entry] of set) {
    if (!next.has(key)) fresh.push(key);
    next.set(key, entry);
  }
  const lost = new Set<string>();
  for (const key of gone) if (next.delete(key)) lost.add(key);
  const before = known.get(view);
  if (before === undefined) return next;
  if (fresh.length === 0 && lost.size === 0) {
    known.set(next, before);
    return next;
  }
  const register = new Map(before);
  added(register, fresh);
  for (const kind of new Set([...lost].map(kindOf))) {
    register.set(
      kind,
      (register.get(kind) ?? NONE).filter((key) => !lost.has(key)),
    );
  }
  known.set(next, register);
  return next;
}
