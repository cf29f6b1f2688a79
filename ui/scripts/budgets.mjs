// Fails when a page weighs more than it may (kB of 1000 bytes, gzip). A cold route is everything that a browser
// loads before it shows content: the page's script with its static imports, the chunks that the route asks for,
// theirs, and the words in Chinese.
import { readdir, readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const dist = process.argv[2] ? pathToFileURL(`${process.argv[2]}/`) : new URL("../dist/", import.meta.url);
const read = async (name) => JSON.parse(await readFile(new URL(`.vite/${name}.json`, dist), "utf8"));
const desks = await read("manifest"), publicPages = await read("manifest-public"); // built apart, see vite.config.ts

const words = ["shell", "words", "design"];
const desk = (name, modules, more, js) => ({ name, page: "app.html", modules: ["shell/Desks.tsx", ...modules], words: [...words, ...more], js, css: 40 });
const anybody = (name, modules) => ({ name, page: "index.html", modules, words: ["public", "design"], js: 85, css: 25 });
const section = (form) => desk(`section ${form}`, ["application/SectionPage.tsx", `application/${form}Section.tsx`], ["application"], 300);
const task = (panel, more) => desk(`task ${panel.split("/").pop()}`, ["task/TaskPage.tsx", `${panel}Panel.tsx`], ["case", "act", ...more], 340);

/** routes: the page, the modules that the address loads, their words, and the limits of script and style. */
const routes = [
  anybody("public catalogue", []),
  anybody("public guide", ["public/GuidePage.tsx"]),
  anybody("public institution", ["public/InstitutionPage.tsx"]),
  anybody("public receipt", ["public/ReceiptPage.tsx"]),
  anybody("public check of a certificate", ["public/CertificatesPage.tsx"]),
  anybody("public scan of a certificate", ["public/VerifyPage.tsx"]),
  anybody("public results", ["public/ResultsPage.tsx"]),
  { name: "phone", page: "visit.html", modules: [], words: ["visit", ...words], js: 150, css: 25 },
  { name: "sign-in", page: "app.html", modules: ["shell/SignInPage.tsx"], words, js: 130, css: 40 },
  desk("queue", ["queue/QueuePage.tsx"], ["queue"], 290),
  desk("case", ["case/CasePage.tsx"], ["case"], 340),
  desk("enterprise's desk", ["application/DeskPage.tsx"], ["desk", "application"], 300),
  desk("application", ["application/ApplicationPage.tsx"], ["application"], 300),
  ...["Unit", "Organisation", "Staff", "Conditions", "Occupations", "Plan", "Rules", "Premises", "Funding", "Materials", "Promise"].map(section),
  desk("batches", ["certification/batch/BatchesPage.tsx"], ["batch"], 290),
  desk("new batch", ["certification/batch/NewBatchPage.tsx"], ["batch"], 300),
  desk("batch", ["certification/batch/BatchPage.tsx"], ["batch"], 300),
  desk("result templates", ["certification/template/index.ts"], ["template"], 290),
  desk("months", ["certification/month/MonthsPage.tsx"], ["month"], 290),
  task("certification/batch/Correction", ["batch"]),
  task("certification/batch/Issue", ["batch"]),
  task("certification/month/Summary", ["month"]),
  task("certification/month/SummaryCheck", ["month"]),
  task("acceptance/Acceptance", ["acceptance"]),
  task("application/Supplement", ["application"]),
  task("panel/Panel", ["panel"]),
  task("expert/ExpertReview", ["expert"]),
  task("expert/Assessment", ["expert"]),
  task("verification/Verification", ["verification"]),
  task("commitment/Commitment", ["commitment"]),
  task("act/Opinion", []),
  task("receipt/Receipt", ["receipt"]),
  task("publication/Publication", ["publication"]),
  task("certification/audit/Audit", ["audit", "application"]),
  task("certification/certificate/Revocation", ["revocation", "certificate"]),
  desk("calendar", ["certification/calendar/CalendarPage.tsx"], ["calendar"], 290),
  desk("certificate", ["certification/certificate/CertificatePage.tsx"], ["certificate"], 290),
];

/** A chunk may weigh this much; pdf.js, its worker and what turns .docx into text load only when a document is opened. */
const chunkLimit = 150;
const onlyWithADocument = /(^|\/)(pdf|mammoth)[^/]*\.m?js$/;

let heavy = 0;
const weights = new Map();
async function weight(file) {
  if (!weights.has(file)) weights.set(file, gzipSync(await readFile(new URL(file, dist)), { level: 9 }).length);
  return weights.get(file);
}

/** files adds the files of a chunk and of everything that it imports statically. */
function files(manifest, key, js, css) {
  const chunk = manifest[key];
  if (!chunk) {
    console.log(`GONE  the build has no chunk ${key}: change the table of routes in ui/scripts/budgets.mjs`);
    heavy++;
    return;
  }
  for (const sheet of chunk.css ?? []) css.add(sheet);
  if (js.has(chunk.file)) return;
  js.add(chunk.file);
  for (const other of chunk.imports ?? []) files(manifest, other, js, css);
}

const sum = async (names) => (await Promise.all([...names].map(weight))).reduce((a, b) => a + b, 0) / 1000;

function report(name, kind, value, limit) {
  const over = value > limit;
  if (over) heavy++;
  console.log(`${over ? "HEAVY" : "  ok "} ${name.padEnd(24)} ${kind.padEnd(5)} ${value.toFixed(1).padStart(6)} of ${limit} kB`);
}

for (const route of routes) {
  const js = new Set(), css = new Set();
  const manifest = route.page === "index.html" ? publicPages : desks;
  files(manifest, route.page, js, css);
  for (const module of route.modules) files(manifest, `src/features/${module}`, js, css);
  for (const namespace of route.words) files(manifest, `src/locales/zh-CN/${namespace}.json`, js, css);
  report(route.name, "js", await sum(js), route.js);
  report(route.name, "css", await sum(css), route.css);
}

for (const name of await readdir(new URL("assets/", dist))) {
  if (!/\.m?js$/.test(name) || onlyWithADocument.test(name)) continue;
  const size = (await weight(`assets/${name}`)) / 1000;
  if (size > chunkLimit) report(name, "chunk", size, chunkLimit);
}

if (heavy) {
  console.error(`${heavy} weights are above their limit or cannot be told`);
  process.exit(1);
}
