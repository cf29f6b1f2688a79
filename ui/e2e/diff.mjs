// S5: after a supplement the officer sees exactly what changed: what was mended has lost its verdict, everything else has
// kept it, and the deadline on the screen is the one that the server computed without the pause.
import assert from "node:assert/strict";
import { Person } from "./lib/person.mjs";
import { play, seed } from "./lib/play.mjs";
import { addressOf } from "./lib/tour.mjs";
import { words } from "./lib/words.mjs";

const a = words("acceptance");
const w = words("words");

await play("diff", async (here) => {
  const { task, file } = seed();
  const officer = await Person.named(task.who);
  const { materials } = await officer.get("/api/reference/filing");
  const desk = await here.desk({ login: task.who });
  await desk.go(addressOf(task));
  const list = desk.page.getByRole("navigation", { name: a("list.label") });
  await list.waitFor();
  await desk.shot("round-2");

  here.step("marks and kept verdicts");
  for (const { number, name } of materials) {
    const entry = await list.getByRole("button", { name }).first().innerText();
    const changed = entry.includes(a("mark.changed")), answered = entry.includes(a("mark.answered"));
    const open = entry.includes(w("finding."));
    if (number === 4) assert.ok(changed && open, `the replaced material reads: ${entry}`);
    else if (number === 6) assert.ok(answered && open, `the answered material reads: ${entry}`);
    else assert.ok(!changed && !answered && entry.includes(w("finding.pass")), `material ${number} has not changed and reads: ${entry}`);
  }

  here.step("the new file beside the old one");
  await list.getByRole("button", { name: materials[3].name }).first().click();
  const files = desk.page.getByRole("list", { name: a("read.files") });
  const fresh = await files.getByRole("button").filter({ hasText: file }).innerText();
  assert.ok(fresh.includes(a("since.replaced")) || fresh.includes(a("since.added")), `the new file reads: ${fresh}`);
  await desk.shot("compare");

  here.step("differences and deadline are the server's");
  const { items } = await officer.get(`/api/cases/${task.caseNo}/differences?from=1&to=2`);
  assert.ok(items.length > 0 && items.every((one) => one.pointer.startsWith("/materials")), JSON.stringify(items.map((one) => one.pointer)));
  const view = await officer.get(`/api/cases/${task.caseNo}/tasks/${task.task.stage}/${task.task.round}/${task.task.slot}`);
  await desk.page.getByText(view.task.deadline.text, { exact: false }).first().waitFor();
});
