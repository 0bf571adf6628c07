import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// File names are stable, so that templates name them without a lookup; `manifest.json` says
// what was built. The digest that tells a stale bundle is kept by `hatch_build.py`.
export default defineConfig({
  root: here("."),
  base: "./",
  css: { lightningcss: { errorRecovery: true } },
  build: {
    outDir: here("../src/localvision/workbench/platform/static/platform/built"),
    emptyOutDir: true,
    target: "es2022",
    manifest: "manifest.json",
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: {
        app: here("src/app/app.ts"),
        coder: here("src/coder/coder.ts"),
      },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "chunk-[name].js",
        assetFileNames: "[name][extname]",
      },
    },
  },
  test: { include: ["src/**/*.test.ts"] },
});
