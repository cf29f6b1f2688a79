import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const source = fileURLToPath(new URL("./src", import.meta.url));
const page = (name: string) => fileURLToPath(new URL(`./${name}.html`, import.meta.url));

/** In development the three pages answer the same addresses as in the binary (api/pages.go). */
function pages(): Plugin {
  return {
    name: "jiangxin-pages",
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? "/").split("?")[0] ?? "/";
        const asset = path.startsWith("/api/") || path.startsWith("/@") || path.startsWith("/src/") || path.startsWith("/node_modules/") || /\.[a-z0-9]+$/i.test(path);
        if (!asset) {
          const name = /^\/(app|design)(\/|$)/.exec(path)?.[1] ?? (/^\/visit(\/|$)/.test(path) ? "visit" : "index");
          request.url = `/${name}.html`;
        }
        next();
      });
    },
  };
}

/** The public pages are built apart, on Preact: React alone would weigh what such a page may weigh in all. */
const preact = [
  { find: /^react\/jsx-(dev-)?runtime$/, replacement: "preact/jsx-runtime" },
  { find: /^react(-dom)?$/, replacement: "preact/compat" },
  { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
];

export default defineConfig(({ command, mode }) => ({
  plugins: [react(), pages()],
  resolve: { alias: [...(mode === "public" ? preact : []), { find: "@", replacement: source }] },
  html: { cspNonce: "__CSP_NONCE__" },
  server: {
    port: 5173,
    strictPort: true,
    host: "127.0.0.1",
    proxy: { "/api": { target: process.env.JIANGXIN_URL ?? "http://127.0.0.1:8080", changeOrigin: false } },
  },
  build: {
    manifest: mode === "public" ? ".vite/manifest-public.json" : true,
    emptyOutDir: mode !== "public",
    sourcemap: false,
    assetsInlineLimit: 0, // a data: address of a font or character table would not pass connect-src
    target: "es2022",
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: mode === "public" ? { index: page("index") } : { app: page("app"), visit: page("visit"), ...(command === "serve" ? { index: page("index"), design: page("design") } : {}) },
      output: {
        // Seven characters tell two builds of a chunk apart; the first page lists the names of all chunks and carries each.
        entryFileNames: "assets/[name]-[hash:7].js",
        chunkFileNames: "assets/[name]-[hash:7].js",
        assetFileNames: "assets/[name]-[hash:7][extname]",
        manualChunks(id: string) {
          if (mode !== "public" && /node_modules\/(react|react-dom|scheduler)\//.test(id)) return "react";
          return undefined;
        },
      },
    },
  },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"], setupFiles: ["src/test-setup.ts"], testTimeout: 30_000 },
}));
