// What a page looks like and how it can be reached: pictures at both sizes, nothing that sticks out, nothing that axe finds.
import axe from "axe-core";
import { artifacts, phone, screen } from "./browser.mjs";

const settle = 250; // ms for a page to take a new size
const longest = 4000; // px of a picture

/** picture stores a page as it stands under ui/e2e/artifacts; from its top, or what sticks would lie across the middle. */
export async function picture(page, name) {
  const { width } = page.viewportSize();
  const [height, scrolled] = await page.evaluate((longest) => {
    const found = [Math.min(longest, document.documentElement.scrollHeight), scrollY];
    scrollTo(0, 0);
    return found;
  }, longest);
  await page.screenshot({ path: `${artifacts}${name}-${width}.png`, fullPage: true, clip: { x: 0, y: 0, width, height }, animations: "disabled", timeout: 60_000 });
  await page.evaluate((top) => scrollTo(0, top), scrolled);
}

/** shot stores a page at both sizes. */
export async function shot(page, name) {
  for (const size of [screen, phone]) await atSize(page, size, () => picture(page, name));
}

/** atSize does something while a page has another size. */
export async function atSize(page, size, act) {
  const before = page.viewportSize();
  const other = before.width !== size.width;
  if (other) {
    await page.setViewportSize(size);
    await page.waitForTimeout(settle);
  }
  try {
    return await act();
  } finally {
    if (other) await page.setViewportSize(before);
  }
}

/** sticksOut lists what is wider than the window, outside of what scrolls by itself. */
export function sticksOut(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const found = [];
    if (document.scrollingElement.scrollWidth > wide) found.push(`the page scrolls to ${document.scrollingElement.scrollWidth} px of ${wide}`);
    const scrolls = (element) => {
      for (let e = element.parentElement; e && e !== document.body; e = e.parentElement) {
        if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(e).overflowX)) return true;
      }
      return false;
    };
    for (const element of document.body.querySelectorAll("*")) {
      const box = element.getBoundingClientRect();
      if (box.width > 1 && box.right > wide + 1 && getComputedStyle(element).position !== "fixed" && !scrolls(element)) {
        found.push(`<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ends at ${Math.round(box.right)} px: ${element.textContent.slice(0, 40)}`);
      }
    }
    return found.slice(0, 8);
  });
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** axeFinds lists what axe has against a page as it stands, in lines for people. Bars at the edge of the window rest at their
 * own place meanwhile: what lies under one can be scrolled free, but axe would call it covered. */
export async function axeFinds(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async (values) => {
    const bars = [...document.querySelectorAll("body *")].filter((e) => getComputedStyle(e).position === "sticky" && getComputedStyle(e).bottom !== "auto");
    bars.forEach((bar) => (bar.style.position = "static"));
    const found = await window.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    bars.forEach((bar) => (bar.style.position = ""));
    return found;
  }, tags);
  return violations.flatMap((v) => v.nodes.map((node) => `${v.id} (${v.impact}): ${node.target.join(" ")} ${node.html.slice(0, 120)}\n      ${node.failureSummary.split("\n").slice(1, 3).map((line) => line.trim()).join("; ")}`));
}
