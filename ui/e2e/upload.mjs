// S2: the network is cut at 40 % of a file of 50 MB; after a reload the same file goes on where it stopped, and what arrives
// is what was chosen.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { Person } from "./lib/person.mjs";
import { play, seed } from "./lib/play.mjs";
import { Line } from "./lib/trouble.mjs";
import { like, words } from "./lib/words.mjs";

const d = words("design");
const speed = 10e6; // bytes per second, so that there is time to cut
const cutAt = 40; // per cent

async function digestOf(path) {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part);
  return hash.digest("hex");
}

await play("upload", async (here) => {
  const { id, clerk: login, big, size } = seed();
  const clerk = await Person.named(login);
  const desk = await here.desk({ login });
  const { page } = desk;
  desk.watch.allow(/net::ERR_|Failed to fetch/); // the network is cut on purpose
  let sent = 0;
  page.on("response", async (response) => { // of each part; one that was cut off has none
    const put = response.request();
    if (put.method() === "PUT" && !put.url().includes("/api/")) sent += Number((await put.allHeaders())["content-length"] ?? 0);
  });
  const choose = async () => {
    const group = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2 }) }).nth(3);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), group.getByRole("button", { name: new RegExp(`^${d("upload.choose")}`) }).click()]);
    await chooser.setFiles(big);
  };

  await desk.go(`/app/applications/${id}/materials`);
  let line = await Line.of(page);
  await line.narrow(speed);
  here.step("send until 40 %");
  await choose();
  const bar = page.getByRole("progressbar", { name: d("upload.progress", { name: basename(big) }) });
  await bar.waitFor();
  await page.waitForFunction((at) => (document.querySelector("progress")?.value ?? 0) >= at, cutAt, { timeout: 60_000 });
  const reached = await page.locator("progress").first().getAttribute("value");
  here.step(`cut the network at ${reached} %`);
  await line.cut();
  await page.getByText(d("upload.interrupted")).or(page.getByRole("button", { name: d("upload.retry") })).first().waitFor({ timeout: 60_000 });
  await desk.shot("cut");
  const before = sent;

  here.step("reload and choose the same file again");
  await line.mend();
  await page.reload();
  await desk.ready();
  line = await Line.of(page);
  await line.narrow(speed);
  await page.getByText(like(d("upload.begun"))).waitFor();
  await desk.shot("begun");
  sent = 0;
  await choose();
  await bar.waitFor({ state: "detached", timeout: 120_000 });
  await page.getByRole("button", { name: new RegExp(`^${d("upload.preview")}.*${basename(big)}`) }).waitFor({ timeout: 30_000 });
  await desk.shot("done");
  assert.equal(await page.getByText(like(d("upload.begun"))).count(), 0, "the page still asks for the rest of the file");

  const { items } = await clerk.get("/api/documents?limit=50");
  const arrived = items.filter((one) => one.name === basename(big) && one.state === "accepted");
  assert.equal(arrived.length, 1, "the file arrived once");
  assert.equal(arrived[0].sha256, await digestOf(big), "what arrived is not what was chosen");
  console.log(`upload: cut at ${reached} %, ${(before / 1e6).toFixed(1)} MB before and ${(sent / 1e6).toFixed(1)} MB of ${(size / 1e6).toFixed(1)} after the reload`);
  assert.ok(sent > 0 && before > 0, "the parts were not seen on their way");
  assert.ok(sent < size * (1 - cutAt / 100) + 17e6, `${sent} bytes were sent after the reload: it began anew`);
});
