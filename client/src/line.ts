// The socket itself: how it is opened, and that it can be opened while this device still asks for its place.
import { io, type Socket } from "socket.io-client";
import { veiled } from "./veil.ts";

/** The part of a Socket.IO socket that is used here. */
export interface Line {
  readonly connected: boolean;
  on(event: string, hear: (...said: never[]) => void): unknown;
  emit(event: string, ...said: unknown[]): unknown;
  connect(): unknown;
  disconnect(): unknown;
  /** The order in which ways of transport are tried; read again at each attempt. */
  readonly io?: { readonly opts: { transports?: unknown } };
}

let warm: Socket | null = null;

function made(): Socket {
  return io({
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnection: false,
    autoConnect: false,
    timeout: 5000,
    withCredentials: false,
  });
}

/** Opens a line that says nothing yet: whoever joins waits for their place and for the line at the same time. */
export function warmLine(): void {
  warm ??= made();
  warm.io.open();
}

/** The line of whoever has this token; the one that is warm already, if there is one. `connect` opens it. */
export function openLine(token: string): Line {
  const socket = warm ?? made();
  warm = null;
  socket.auth = { token };
  const emit = socket.emit.bind(socket);
  socket.emit = (event: string, said: unknown, ...rest: unknown[]) =>
    emit(event, event === "ask" ? veiled(said) : said, ...rest);
  return socket;
}
