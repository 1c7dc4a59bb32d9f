import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Everything is a file of our own: nothing is inlined as a data address, so that the content security policy stays strict. */
export default defineConfig({
  build: {
    outDir: "../../../target/classes/META-INF/resources",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: "es2022",
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        // A server that does not know `.mjs` would send the map's worker as bytes, and the browser refuse it.
        assetFileNames: ({ names }) => `assets/[name]-[hash]${names[0]?.endsWith(".mjs") ? ".js" : "[extname]"}`,
        codeSplitting: { groups: [{ name: "maplibre", test: /node_modules[\\/]maplibre-gl/ }] },
      },
    },
    // The map is one lazy part that only the pages with a map load.
    chunkSizeWarningLimit: 1200,
  },
  resolve: {
    alias: [
      { find: /^@uswds-img\//, replacement: here("node_modules/@uswds/uswds/dist/img/") },
      { find: /^@uswds-fonts\//, replacement: here("node_modules/@uswds/uswds/dist/fonts/") },
    ],
  },
  css: {
    preprocessorOptions: {
      scss: { loadPaths: [here("node_modules/@uswds/uswds/packages")], quietDeps: true, style: "compressed" },
    },
  },
  test: { include: ["test/**/*.test.ts"] },
} as Parameters<typeof defineConfig>[0]);
