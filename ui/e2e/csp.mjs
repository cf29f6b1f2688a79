// S13: the content policy stands on every page, has a nonce of its own, runs no foreign script, and lets the page do its work:
// PDF, Word and pictures open under it. Every desk of every script is watched for breaches besides.
import assert from "node:assert/strict";
import { base, play, seed } from "./lib/play.mjs";
import { addressOf } from "./lib/tour.mjs";
import { words } from "./lib/words.mjs";

const a = words("acceptance");

/** drawn says whether a canvas shows anything but one colour. */
const drawn = (canvas) =>
  canvas.evaluate((c) => {
    const { data } = c.getContext("2d").getImageData(0, 0, c.width, c.height);
    for (let i = 4; i < data.length; i += 4) if (data[i] !== data[0]) return true;
    return false;
  });

await play("csp", async (here) => {
  const nonces = new Set();
  for (const path of ["/", "/app", "/visit"]) {
    const answer = await fetch(base + path);
    const policy = answer.headers.get("content-security-policy");
    const body = await answer.text();
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
    assert.ok(nonce && body.includes(`nonce="${nonce}"`), `${path} has no nonce: ${policy}`);
    assert.ok(!/unsafe|style-src-attr/.test(policy), `${path} is lenient: ${policy}`);
    assert.ok(!/<script(?![^>]*nonce=)|<style(?![^>]*nonce=)|\son[a-z]+=|\sstyle=/.test(body), `${path} has something inline:\n${body}`);
    nonces.add(nonce);
  }
  assert.equal(nonces.size, 3, "a nonce is used twice");

  here.step("foreign script does not run");
  const visitor = await here.desk();
  await visitor.go("/");
  visitor.watch.allow(/content policy|Content Security Policy/);
  await visitor.page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="window.ran = 1">');
    const script = document.createElement("script");
    script.textContent = "window.ran = 2";
    document.body.append(script);
  });
  await visitor.page.waitForTimeout(200);
  assert.equal(await visitor.page.evaluate(() => window.ran), undefined, "foreign script ran");
  await visitor.close();

  here.step("documents open");
  const { task, word, picture, pdf } = seed();
  const desk = await here.desk({ login: task.who });
  await desk.go(addressOf(task));
  const { page } = desk;
  const read = page.locator("section", { has: page.getByRole("list", { name: a("read.files") }) });
  const list = page.getByRole("navigation", { name: a("list.label") });
  const begun = Date.now();
  await list.locator("ol > li").nth(pdf.number - 1).getByRole("button").first().click();
  const canvas = read.locator("canvas").first();
  await canvas.waitFor();
  while (!(await drawn(canvas))) {
    assert.ok(Date.now() - begun < 30_000, "the PDF stays blank");
    await page.waitForTimeout(100);
  }
  console.log(`csp: the first page of a PDF stands after ${Date.now() - begun} ms`);
  await desk.shot("pdf");
  await list.locator("ol > li").nth(picture.number - 1).getByRole("button").first().click();
  const image = read.getByRole("img").first();
  await image.waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll("section img")].some((one) => one.naturalWidth > 100));
  await list.locator("ol > li").nth(word.number - 1).getByRole("button").first().click();
  await read.getByText(word.says).first().waitFor();
  await desk.shot("word");
});
