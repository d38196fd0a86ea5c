import { defineConfig } from "vite";

/** The page of parts, built by itself: no file of it reaches the product. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/static/",
  publicDir: "../public",
  build: { target: "es2022", assetsInlineLimit: 0, emptyOutDir: true },
});
