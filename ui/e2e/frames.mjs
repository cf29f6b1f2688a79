// S12, and axe on every address: at 1366×768 and at 390 px nothing sticks out, axe finds nothing, sticky bars stay low, on a
// phone everything can be hit, and the queue shows twelve rows. Pictures of every screen at both sizes are kept.
import assert from "node:assert/strict";
import { phone, screen } from "./lib/browser.mjs";
import { atSize, axeFinds, picture, sticksOut } from "./lib/look.mjs";
import { play, seed } from "./lib/play.mjs";
import { tour, visitAll } from "./lib/tour.mjs";

const barLimit = 56, rowsWanted = 12, target = 44, least = 24; // px

/** tallBars lists what stays at the edge of the window and is higher than it may be. */
const tallBars = (page) =>
  page.evaluate((limit) => [...document.querySelectorAll("body *")].filter((e) => {
    const style = getComputedStyle(e);
    const height = e.getBoundingClientRect().height;
    return style.position === "sticky" && style.bottom !== "auto" && height > limit;
  }).map((e) => `<${e.tagName.toLowerCase()} class="${e.className}"> is ${Math.round(e.getBoundingClientRect().height)} px high`), barLimit);

/** smallTargets lists what is too small to be hit; links inside running text are free (WCAG 2.5.8), and a date opens wherever its frame is pressed. */
const smallTargets = (page, size) =>
  page.evaluate((size) => [...document.querySelectorAll("button, select, input:not([type=hidden]), textarea, summary, [role=button], [role=tab], [role=checkbox], nav a")].filter((e) => {
    const style = getComputedStyle(e);
    if (!e.checkVisibility({ visibilityProperty: true }) || e.closest(".visually-hidden, .skip")) return false; // what is folded away keeps the size of another window
    if (style.display.startsWith("inline") && e.parentElement.textContent.trim().length > e.textContent.trim().length + 3) return false; // within a sentence
    const own = (e.closest(".ant-picker") ?? e).getBoundingClientRect(), label = e.labels?.[0]?.getBoundingClientRect();
    const box = label && label.height > own.height && /^(checkbox|radio|file)$/.test(e.type) ? label : own;
    return box.width > 1 && box.height > 1 && (box.height < size || box.width < Math.min(size, 24));
  }).map((e) => `<${e.tagName.toLowerCase()} class="${e.className}"> ${e.getAttribute("aria-label") ?? e.textContent.slice(0, 20)} is ${Math.round(e.getBoundingClientRect().width)}×${Math.round(e.getBoundingClientRect().height)} px`).slice(0, 6), size);

await play("frames", async (here) => {
  const note = (stop, size, lines) => lines.forEach((line) => here.note(`${stop.name} at ${size.width} px: ${line}`));
  await visitAll(here, tour(seed()), async (desk, stop) => {
    for (const size of stop.phone ? [phone] : [screen, phone]) {
      await atSize(desk.page, size, async () => {
        await picture(desk.page, `frames-${stop.name}`);
        note(stop, size, await sticksOut(desk.page));
        note(stop, size, await axeFinds(desk.page));
        note(stop, size, await smallTargets(desk.page, size === phone ? target : least));
        if (size === screen) note(stop, size, await tallBars(desk.page));
      });
    }
  });

  here.step("twelve rows of the queue");
  const desk = await here.desk({ login: "sy-bureau-handler", path: "/app/queue" });
  await desk.ready();
  await desk.page.locator("table tbody tr").first().waitFor();
  const rows = await desk.page.locator("table tbody tr").evaluateAll((all) => all.map((row) => row.getBoundingClientRect()).map((box) => ({ top: box.top, height: box.height })));
  const first = rows[0];
  assert.ok(first, "the queue is empty");
  const fitting = Math.floor((screen.height - first.top) / first.height);
  assert.ok(fitting >= rowsWanted, `${fitting} rows fit: the first begins at ${first.top} px, a row is ${first.height} px high`);
});
