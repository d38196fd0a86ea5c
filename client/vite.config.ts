import { defineConfig } from "vitest/config";
import { compress } from "./compress.ts";
import { fetchedImports } from "./fetched-imports.ts";
import { feedWorker } from "./worker-feed.ts";

export default defineConfig({
  base: "/static/",
  // Vite reads jsx and jsxImportSource from tsconfig.json: no plug-in is needed for Preact.
  plugins: [fetchedImports(), compress(), feedWorker()],
  build: {
    outDir: "../server/static",
    emptyOutDir: true,
    target: "es2022",
    // Everything stays a file of our own: the pages are served with script-src 'self'.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // A preload that fails is remembered like an import that fails: what is imported later is fetched by fetchedImports.
      resolveDependencies: (_, deps, { hostType }) =>
        hostType === "html" ? deps : deps.filter((path) => path.endsWith(".css")),
    },
    // What everybody loads first is one file, however much of it later ones share.
    rolldownOptions: {
      // The service worker is one file of a fixed name, which the server gives out at its top.
      input: { index: "index.html", worker: "src/worker/worker.ts" },
      output: {
        entryFileNames: ({ name }) => (name === "worker" ? "worker.js" : "assets/[name]-[hash].js"),
        advancedChunks: { groups: [{ name: "first", test: /src\/main\.tsx$|rolldown\/runtime/ }] },
      },
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
