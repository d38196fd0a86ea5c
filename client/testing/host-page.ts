// A page in a frame, and the host around it: what was posted to the host, and what the host says.
import type { HostPage } from "../src/hosts/adapter.ts";

export interface Posted {
  readonly message: unknown;
  readonly to: string;
  readonly ports: readonly MessagePort[];
}

/** A page at `address`, framed by a host at `origin` that keeps what it is sent and calls `hears` with it. */
export function framed(address: string, origin: string) {
  const { search, hash, pathname } = new URL(address, "https://board.example");
  const posted: Posted[] = [];
  const target = new EventTarget();
  let hears: (message: unknown, ports: readonly MessagePort[]) => void = () => {};
  const parent: HostPage["parent"] = {
    postMessage(message, { targetOrigin, transfer = [] }) {
      posted.push({ message, to: targetOrigin, ports: transfer as MessagePort[] });
      queueMicrotask(() => hears(message, transfer as MessagePort[]));
    },
  };
  const page = Object.assign(target, {
    location: { search, hash, pathname },
    parent,
    document: { referrer: `${origin}/` },
  });
  return {
    page: page as unknown as HostPage,
    posted,
    hear: (listener: typeof hears) => {
      hears = listener;
    },
    /** The host says something, or somebody else who plays it. */
    say(data: unknown, from = origin, source: unknown = parent) {
      target.dispatchEvent(Object.assign(new Event("message"), { data, origin: from, source }));
    },
  };
}
