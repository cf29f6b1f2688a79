// How fast a page is for somebody with a slow machine and a slow line, by what the browser itself measures.

/** A machine and a line: how many times slower, bits per second, milliseconds. */
export const slowOffice = { cpu: 4, bits: 10e6, latency: 60 };
export const slowPhone = { cpu: 6, bits: 1.6e6, latency: 150 };

/** measured opens a page in a browser that has cached nothing, slowed down. */
export async function measured(browser, options, terms) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN", ...options });
  await context.addInitScript(observe);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await slowDown(session, terms);
  return { context, page, session };
}

/** slowDown sets machine and line; without terms they are as they are. */
export async function slowDown(session, terms = { cpu: 1, bits: 0, latency: 0 }) {
  await session.send("Emulation.setCPUThrottlingRate", { rate: terms.cpu });
  const bytes = terms.bits ? terms.bits / 8 : -1;
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: terms.latency, downloadThroughput: bytes, uploadThroughput: bytes });
}

/** observe runs in the page before anything else and keeps what the browser tells of its work. */
function observe() {
  const kept = { lcp: 0, fcp: 0, shift: 0, long: [], interactions: new Map() };
  window.kept = kept;
  const watch = (type, use, more = {}) => new PerformanceObserver((list) => list.getEntries().forEach(use)).observe({ type, buffered: true, ...more });
  watch("largest-contentful-paint", (entry) => (kept.lcp = entry.startTime));
  watch("paint", (entry) => entry.name === "first-contentful-paint" && (kept.fcp = entry.startTime));
  watch("layout-shift", (entry) => !entry.hadRecentInput && (kept.shift += entry.value));
  watch("longtask", (entry) => kept.long.push([entry.startTime, entry.duration]));
  watch("event", (entry) => entry.interactionId && kept.interactions.set(entry.interactionId, Math.max(kept.interactions.get(entry.interactionId) ?? 0, entry.duration)), { durationThreshold: 16 });
}

/** loaded reads what loading cost: largest paint, blocked time beyond 50 ms a task after the first paint, and shifts. */
export const loaded = (page) =>
  page.evaluate(() => {
    const { lcp, fcp, shift, long } = window.kept;
    const blocked = long.filter(([start]) => start >= fcp).reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);
    return { lcp, tbt: blocked, shift };
  });

/** slowest reads the longest of the interactions since the page was opened: from the press to the next paint. */
export const slowest = (page) => page.evaluate(() => Math.max(0, ...window.kept.interactions.values()));

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
