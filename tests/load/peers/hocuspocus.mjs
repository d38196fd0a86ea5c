// Hocuspocus as its documentation starts it: one document, stored whole to a file two to ten seconds after a change.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";

const place = (name) => join(process.env.DATA, `${name}.bin`);
const kept = new Database({
  fetch: ({ documentName }) => readFile(place(documentName)).catch(() => null),
  store: ({ documentName, state }) => writeFile(place(documentName), state),
});
const server = new Server({ quiet: true, address: "127.0.0.1", extensions: [kept] });
server.configuration.port = 0;
await server.listen();
console.log(`ready ${server.httpServer.address().port}`);
