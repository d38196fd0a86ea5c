// Blind signatures by Cloudflare's library and the browser's own cryptography: wherever there is any.
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import type { Way } from "./blinding.ts";

const suite = RSABSSA.SHA384.PSS.Randomized();

function read(key: Uint8Array): Promise<CryptoKey> {
  const algorithm = { name: "RSA-PSS", hash: "SHA-384" };
  return crypto.subtle.importKey("spki", new Uint8Array(key), algorithm, true, ["verify"]);
}

export const web: Way = {
  prepare: (message) => suite.prepare(message),
  async blind(key, prepared) {
    const { blindedMsg, inv } = await suite.blind(await read(key), prepared);
    return { request: blindedMsg, inverse: inv };
  },
  finish: async (key, prepared, answer, inverse) => suite.finalize(await read(key), prepared, answer, inverse),
};
