// J3: the centre approves a case, sees the result and opens the next: at most three presses, and by keyboard alone none.
import assert from "node:assert/strict";
import { Person } from "./lib/person.mjs";
import { play, seed } from "./lib/play.mjs";
import { like, words } from "./lib/words.mjs";

const t = words("act");
const s = words("shell");
const goal = 3;

await play("j3", async (here) => {
  const { cases, login } = seed();
  const centre = await Person.named(login);
  const desk = await here.desk({ login });
  const proposed = (caseNo) => centre.get(`/api/cases/${caseNo}`).then((now) => now.openTasks.some((task) => task.stage === "centreReview" && task.step === "review"));
  for (const byKeyboard of [false, true]) {
    here.step(byKeyboard ? "by keyboard alone" : "with a pointer");
    await desk.go("/app/queue?stage=centreReview");
    const rows = desk.page.getByRole("row").filter({ has: desk.page.getByRole("link") });
    await rows.nth(1).waitFor();
    const address = await rows.nth(0).getByRole("link").first().getAttribute("href");
    const caseNo = cases.find((one) => address.includes(one.caseNo))?.caseNo;
    assert.ok(caseNo, `the first row leads to ${address}`);
    desk.clicks.restart();
    if (byKeyboard) await desk.press("j", "Enter");
    else await rows.nth(0).getByRole("link").first().click();
    const agree = desk.button(new RegExp(`^(${t("review.propose")}|${t("review.go")})$`));
    await agree.waitFor();
    if (!byKeyboard) await desk.shot("review");
    if (byKeyboard) await desk.press("Control+Enter");
    else await agree.click();
    await desk.page.getByRole("heading", { name: like(s("done.recorded")) }).waitFor();
    assert.ok(await proposed(caseNo), "the result is shown before it is recorded");
    if (!byKeyboard) await desk.shot("result");
    const before = desk.page.url();
    if (byKeyboard) await desk.press("n");
    else await desk.button(s("done.next")).click();
    await desk.page.waitForURL((url) => url.href !== before);
    await agree.waitFor();
    console.log(`j3: ${desk.clicks.count} presses of ${goal}`);
    assert.ok(desk.clicks.count <= (byKeyboard ? 0 : goal), `${desk.clicks.count} presses`);
  }
});
