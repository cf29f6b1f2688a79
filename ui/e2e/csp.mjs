// S13: on every address the content policy stands, is strict, and blocks nothing that the page needs.
import assert from "node:assert/strict";
import { base, play, seed } from "./lib/play.mjs";
import { tour, visitAll } from "./lib/tour.mjs";

await play("csp", async (here) => {
  const nonces = new Set();
  for (const path of ["/", "/app", "/visit"]) {
    const answer = await fetch(base + path);
    const policy = answer.headers.get("content-security-policy");
    const body = await answer.text();
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
    assert.ok(nonce && body.includes(`nonce="${nonce}"`), `${path} has no nonce: ${policy}`);
    assert.ok(!/unsafe|style-src-attr|data:.*script/.test(policy), `${path} is lenient: ${policy}`);
    assert.ok(!/<script(?![^>]*nonce=)|<style(?![^>]*nonce=)|\son[a-z]+=|style=/.test(body), `${path} has something inline:\n${body}`);
    nonces.add(nonce);
  }
  assert.equal(nonces.size, 3, "a nonce is used twice");

  // A page that is given foreign script runs none of it.
  const desk = await here.desk();
  await desk.go("/");
  desk.watch.allow(/content policy|violates the following Content Security Policy/);
  await desk.page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="window.ran = 1">');
    const script = document.createElement("script");
    script.textContent = "window.ran = 2";
    document.body.append(script);
  });
  await desk.page.waitForTimeout(200);
  assert.equal(await desk.page.evaluate(() => window.ran), undefined, "foreign script ran");
  await desk.close();

  // The watch of each desk fails the script where the policy blocks anything.
  await visitAll(here, tour(seed()), async () => {});
});
