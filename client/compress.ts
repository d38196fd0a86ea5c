// Writes .br and .gz beside each built file, so that the server never compresses at run time.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(js|css|svg|json|webmanifest)$/;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** Compresses every text file under `folder` that becomes smaller by it. */
export function compressFolder(folder: string): number {
  let written = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!TEXT.test(name)) continue;
    const path = join(folder, name);
    const plain = readFileSync(path);
    for (const [end, packed] of [
      [".br", brotliCompressSync(plain, BROTLI)],
      [".gz", gzipSync(plain, { level: 9 })],
    ] as const) {
      if (packed.length >= plain.length) continue;
      writeFileSync(path + end, packed);
      written += 1;
    }
  }
  return written;
}

/** The Vite plugin: runs once, when all files of the build are on disk. */
export function compress(): Plugin {
  return {
    name: "folkmoot-compress",
    apply: "build",
    writeBundle(options) {
      if (options.dir) compressFolder(options.dir);
    },
  };
}
