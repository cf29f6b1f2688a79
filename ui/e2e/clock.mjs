// The other half of S5: on certain days, which both the server and the browser take for today, the deadlines on the screens
// are word for word those that the rules of working days give.
import assert from "node:assert/strict";
import { play, seed } from "./lib/play.mjs";

const aDay = 86_400_000; // ms

await play("clock", async (here) => {
  const { clock, login, days } = seed();
  for (const { day, ahead, screens } of days) {
    await fetch(`${clock}?ahead=${ahead}`);
    const desk = await here.desk();
    await desk.context.clock.setSystemTime(new Date(Date.now() + ahead * aDay));
    await desk.signIn(login);
    for (const [path, said] of Object.entries(screens)) {
      here.step(`${day}: ${path} says ${said}`);
      await desk.go(path);
      const text = await desk.page.locator("main").innerText();
      assert.ok(text.includes(said), `「${said}」 is not on the screen:\n${text.slice(0, 1500)}`);
      if (path.startsWith("/app/cases/")) await desk.shot(day);
    }
    await desk.close();
  }
});
