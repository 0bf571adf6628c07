import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// What the bundle is made of and under which licence: it travels with the bundle.
const LICENCES: Record<string, string> = {
  "govuk-frontend": "licences/govuk-frontend.txt",
  "Source Sans 3": "node_modules/@fontsource-variable/source-sans-3/LICENSE",
  "Source Serif 4": "node_modules/@fontsource-variable/source-serif-4/LICENSE",
};

function licences(): Plugin {
  const texts = () => Object.entries(LICENCES).map(([name, file]) => `${name}\n\n${readFileSync(here(file), "utf8").trim()}\n`);
  return {
    name: "licences",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "licences.txt", source: texts().join("\n\n") });
    },
  };
}

// File names are stable, so that templates name them without a lookup; `manifest.json` says
// what was built. The digest that tells a stale bundle is kept by `hatch_build.py`.
export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [licences()],
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
