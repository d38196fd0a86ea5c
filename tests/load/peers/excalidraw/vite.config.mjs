// Built with the Vite of `client/`, given by its path: no second bundler is installed for this one page.
export default {
  base: "./",
  define: { "process.env.IS_PREACT": JSON.stringify("false"), "process.env.NODE_ENV": JSON.stringify("production") },
  build: { outDir: "dist", emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 100000, reportCompressedSize: false },
};
