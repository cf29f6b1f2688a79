// Prints one page to PDF again and again, each time with another name: the yardstick of bench/ for certificates.
// PAGE is the page's file. For each line "<pages side by side> <prints>" that is read, it answers with the seconds.
import { createInterface } from "node:readline";
import { launch, setting } from "./lib/browser.mjs";

const address = "file://" + setting("PAGE");
const browser = await launch("--allow-file-access-from-files");
const pages = [];

async function page(n) {
  while (pages.length <= n) {
    const fresh = await browser.newPage();
    await fresh.goto(address);
    await fresh.evaluate(() => document.fonts.ready);
    pages.push(fresh);
  }
  return pages[n];
}

/** print writes one name into the page and prints it. */
async function print(on, n) {
  await on.evaluate((name) => { document.getElementById("name").textContent = name; }, `欧阳${n}`);
  const file = await on.pdf({ width: "297mm", height: "210mm", printBackground: true });
  if (file.length < 10_000) throw new Error(`a certificate of ${file.length} bytes`);
}

for await (const line of createInterface({ input: process.stdin })) {
  const [callers, prints] = line.split(" ").map(Number);
  await Promise.all(Array.from({ length: callers }, async (_, i) => print(await page(i), 0))); // warm
  let next = 0;
  const began = performance.now();
  await Promise.all(Array.from({ length: callers }, async (_, i) => {
    while (next < prints) await print(pages[i], next++);
  }));
  console.log((performance.now() - began) / 1000);
}
await browser.close();
