// The other half of S5: on a certain day, which both the server and the browser take for today, the deadlines on the
// screens are word for word those that the rules of working days give.
import assert from "node:assert/strict";
import { play, seed } from "./lib/play.mjs";

await play("clock", async (here) => {
  const { day, now, login, screens } = seed();
  const desk = await here.desk();
  await desk.context.clock.setSystemTime(new Date(now));
  await desk.signIn(login);
  for (const [n, { path, words }] of screens.entries()) {
    here.step(`${day}: ${path} says ${words.join(", ")}`);
    await desk.go(path);
    const text = await desk.page.locator("main").innerText();
    for (const said of words) assert.ok(text.includes(said), `「${said}」 is not on the screen:\n${text.slice(0, 1500)}`);
    await desk.shot(`${day}-${n + 1}`);
  }
});
