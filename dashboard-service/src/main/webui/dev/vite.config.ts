import { mergeConfig, type UserConfig } from "vite";
import base from "../vite.config";
import { mockApi } from "./mockApi";

/** What the real server sends with every page. */
const headers = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
    "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

const api = process.env["WEIR_API"];

/** `npm run dev`: the pages over a pretended API; with WEIR_API the real one behind. */
export default mergeConfig(base as UserConfig, {
  root: new URL("..", import.meta.url).pathname,
  plugins: api ? [] : [mockApi()],
  server: {
    port: 5173,
    host: "127.0.0.1",
    // The service takes changes from its own origin alone.
    ...(api ? { proxy: { "/api": { target: api, changeOrigin: true, headers: { Origin: new URL(api).origin } } } } : {}),
  },
  preview: { port: 4173, host: "127.0.0.1", headers },
} satisfies UserConfig);
