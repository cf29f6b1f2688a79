// Puts .br and .gz beside each built file that gets smaller by it; the server sends them as they are (api/site.go).
// Pages are left out: they change with every answer.
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const dist = new URL("../dist/", import.meta.url).pathname;
const least = 512; // bytes below which a header costs what is saved
const texts = /\.(js|mjs|css|json|svg|wasm|txt|bcmap|webmanifest)$/;

const forms = {
  ".br": (body) => promisify(brotliCompress)(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  }),
  ".gz": (body) => promisify(gzip)(body, { level: 9 }),
};

async function compress(path) {
  const body = await readFile(path);
  for (const [suffix, form] of Object.entries(forms)) {
    const small = await form(body);
    if (small.length < body.length * 0.95) await writeFile(path + suffix, small);
    else await rm(path + suffix, { force: true });
  }
}

const names = await readdir(dist, { recursive: true });
const wanted = [];
for (const name of names) {
  const path = join(dist, name);
  if (texts.test(name) && !name.startsWith(".") && (await stat(path)).size >= least) wanted.push(path);
}
await Promise.all(wanted.map(compress));
console.log(`compressed ${wanted.length} files`);
