import { defineConfig } from "vitest/config";
import { compress } from "./compress.ts";

export default defineConfig({
  base: "/static/",
  // Vite reads jsx and jsxImportSource from tsconfig.json: no plug-in is needed for Preact.
  plugins: [compress()],
  build: {
    outDir: "../server/static",
    emptyOutDir: true,
    target: "es2022",
    // Everything stays a file of our own: the pages are served with script-src 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What everybody loads first is one file, however much of it later ones share.
    rolldownOptions: {
      output: { advancedChunks: { groups: [{ name: "first", test: /src\/main\.tsx$|rolldown\/runtime/ }] } },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}", "*.test.ts"],
    setupFiles: ["./after-each.ts"],
    restoreMocks: true,
    // Each file has its own world, but the page's environment is loaded once: five times as fast.
    pool: "vmThreads",
    maxWorkers: "100%",
  },
});
