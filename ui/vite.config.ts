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

export default defineConfig(({ command }) => ({
  plugins: [react(), pages()],
  resolve: { alias: { "@": source } },
  html: { cspNonce: "__CSP_NONCE__" },
  server: {
    port: 5173,
    strictPort: true,
    host: "127.0.0.1",
    proxy: { "/api": { target: process.env.JIANGXIN_URL ?? "http://127.0.0.1:8080", changeOrigin: false } },
  },
  build: {
    manifest: true,
    sourcemap: false,
    target: "es2022",
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: page("index"), app: page("app"), visit: page("visit"), ...(command === "serve" ? { design: page("design") } : {}) },
      output: {
        manualChunks(id: string) {
          if (/node_modules\/(react|react-dom|scheduler)\//.test(id)) return "react";
          if (/node_modules\/@tanstack\/(query-core|react-query)\//.test(id)) return "query";
          return undefined;
        },
      },
    },
  },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"], setupFiles: ["src/test-setup.ts"] },
}));
