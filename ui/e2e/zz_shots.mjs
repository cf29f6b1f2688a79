import { open, signIn } from "./lib/browser.mjs";
const base = "http://127.0.0.1:8080";
const password = "Jiangxin-demo-2026";
const jobs = JSON.parse(process.argv[2]);
for (const [name, login, path, size, act] of jobs) {
  const options = size === "phone" ? { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } : { viewport: { width: 1366, height: 768 } };
  const { browser, context, page } = await open(options);
  try {
    page.on("pageerror", (e) => console.log(name, "pageerror", e.message));
    page.on("console", (m) => m.type() === "error" && console.log(name, "console", m.text()));
    if (login) await signIn(context, base, login, password);
    await page.goto(base + path);
    await page.waitForLoadState("networkidle").catch(() => {});
    await page.waitForTimeout(1200);
    if (act) await new Function("page", `return (async()=>{${act}})()`)(page);
    await page.screenshot({ path: `/tmp/j/shots/${name}.png`, fullPage: size === "full" });
    console.log(name, page.url(), await page.evaluate(() => document.documentElement.scrollWidth));
  } catch (e) { console.log(name, "FAILED", e.message); await page.screenshot({ path: `/tmp/j/shots/${name}.png` }).catch(()=>{}); } finally { await browser.close(); }
}
