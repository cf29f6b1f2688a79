// axe (WCAG 2.2 AA and best practice) finds nothing in the states that an address alone does not show: lists without
// entries, servers that do not answer, dialogs over the page, dark screens, the mode for elders. frames.mjs looks at every
// address as it loads, at both sizes.
import { phone, screen } from "./lib/browser.mjs";
import { atSize, axeFinds, picture } from "./lib/look.mjs";
import { crew, play, seed } from "./lib/play.mjs";
import { addressOf } from "./lib/tour.mjs";
import { failing } from "./lib/trouble.mjs";
import { words } from "./lib/words.mjs";

const a = words("application"), c = words("case"), d = words("design"), s = words("shell"), q = words("queue"), acc = words("acceptance"), pub = words("public"), com = words("commitment");

/** look asks axe at both sizes and keeps pictures. */
async function look(desk, name) {
  for (const size of desk.page.viewportSize().width === phone.width ? [phone] : [screen, phone]) {
    await atSize(desk.page, size, async () => {
      await picture(desk.page, `axe-${name}`);
      for (const line of await axeFinds(desk.page)) desk.play.note(`${name} at ${size.width} px: ${line}`);
    });
  }
}

/** attempt goes on with the other states where one cannot be reached. */
async function attempt(here, name, act) {
  here.step(name);
  try {
    await act();
  } catch (failure) {
    here.note(`${name}: ${failure.message.split("\n").slice(0, 4).join(" ")}`);
  }
}

/** empty lists, by address and person. */
const empty = (routes) => [
  ["empty-catalogue", "/?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E5%AE%B6"], ["empty-desk", "/app/desk", routes.fresh], ["empty-messages", "/app/messages", routes.fresh],
  ["empty-cases", "/app/cases", routes.fresh], ["empty-queue", "/app/queue?q=nothing-of-the-kind", "sy-bureau-handler"], ["empty-done", "/app/queue?tab=done", "dl-bureau-signer"],
  ["empty-reviews", "/app/queue", routes.idleExpert], ["empty-visits", "/visit", routes.idleExpert], ["empty-stuck", "/app/operator/stuck", "operator"],
];

/** what does not answer, by address and person. */
const broken = (routes) => [
  ["error-catalogue", "/", "**/api/public/institutions*"], ["error-institution", `/catalogue/${routes.number}`, "**/api/public/institutions/*"], ["error-guide", "/guide", "**/api/public/guide"],
  ["error-receipt", `/receipts/${routes.receipt}`, "**/api/public/receipts/*"],
  ["error-desk", "/app/desk", "**/api/applications*", routes.draft.clerk], ["error-section", `/app/applications/${routes.draft.id}/unit`, "**/api/applications/*", routes.draft.clerk],
  ["error-queue", "/app/queue", "**/api/tasks*", "sy-bureau-handler"], ["error-case", `/app/cases/${routes.filed.caseNo}`, "**/api/cases/*", "sy-bureau-handler"],
  ["error-task", addressOf(routes.cases.acceptance), "**/api/**/tasks/**", "sy-bureau-handler"], ["error-messages", "/app/messages", "**/api/messages*", "sy-bureau-handler"],
  ["error-stuck", "/app/operator/stuck", "**/api/operator/stuck", "operator"], ["error-visits", "/visit", "**/api/tasks*", routes.cases.siteVisit.who],
];

/** review gives every material a verdict by keyboard; one of them a worse one, with its first reason in words. */
async function review(desk, number, key) {
  for (let at = 1; at <= 7; at++) {
    await desk.press(String(at));
    await desk.page.getByRole("heading", { name: new RegExp(`^${at}\\. `) }).waitFor();
    await desk.press(at === number ? key : "p");
    if (at !== number) continue;
    const reasons = desk.page.getByRole("group", { name: acc(key === "b" ? "reasons.supplement" : "reasons.refuse") });
    await reasons.getByRole("checkbox").first().check();
    const said = reasons.getByRole("textbox").first();
    await said.fill("请按通知要求补充。");
    await said.blur(); // digits are digits where words are written
  }
}

const press = (desk, name) => desk.button(name).first().click();

/** dialogs: where they are, and what opens them. */
const dialogs = (routes) => [
  ["dialog-discard", `/app/applications/${routes.draft.id}`, routes.draft.clerk, (desk) => press(desk, a("discard.open"))],
  ["dialog-import", `/app/applications/${routes.draft.id}/staff`, routes.draft.clerk, (desk) => press(desk, a("staff.import"))],
  ["dialog-add", `/app/applications/${routes.draft.id}/staff`, routes.draft.clerk, (desk) => press(desk, new RegExp(`^${a("staff.add", { list: "" })}`))],
  ["dialog-withdraw", `/app/cases/${routes.cases.acceptance.caseNo}`, routes.cases.acceptance.clerk, (desk) => press(desk, c("withdraw.open"))],
  ["dialog-seal", `/app/cases/${routes.filed.caseNo}?tab=papers`, "sy-bureau-handler", (desk) => press(desk, c("papers.seal"))],
  ["dialog-hand", addressOf(routes.cases.acceptance), "sy-bureau-handler", (desk) => press(desk, s("task.hand"))],
  ["dialog-back", addressOf(routes.cases.centreReview), "centre-handler", (desk) => press(desk, s("back.open"))],
  ["dialog-views", "/app/queue?stage=acceptance", "sy-bureau-handler", (desk) => press(desk, q("views"))],
  ["dialog-bulk", "/app/queue", "sy-bureau-handler", async (desk) => {
    await desk.page.locator("tbody").getByRole("checkbox").first().check();
    await press(desk, q("bulk.hand"));
  }],
  ["dialog-keys", "/app/queue", "sy-bureau-handler", (desk) => desk.press("?")],
  ["menu-person", "/app/queue", "sy-bureau-handler", (desk) => desk.page.locator("[aria-controls=person-menu]").click()],
  ["dialog-notice", addressOf(routes.cases.acceptance), "sy-bureau-handler", async (desk) => {
    await review(desk, 4, "b");
    await press(desk, acc("main.return"));
  }],
  ["dialog-refusal", addressOf(routes.cases.acceptance), "sy-bureau-head", async (desk) => {
    await review(desk, 1, "f");
    await press(desk, acc("main.refuse"));
  }],
  ["dialog-institution", "/app/catalogue", "sy-bureau-handler", (desk) => desk.page.locator("tbody").getByRole("link").or(desk.page.locator("tbody").getByRole("button")).first().click()],
  ["why", addressOf(routes.cases.commitment), routes.cases.commitment.clerk, async (desk) => {
    await desk.button(com("go.paper")).focus(); // Playwright would wait for it to be enabled
    await desk.press("Enter");
  }],
];

/** moods are how somebody likes the screens: dark, large, in English. */
const moods = (routes) => [
  ["dark", "sy-bureau-handler", async (desk) => {
    await desk.go("/app/queue");
    await desk.page.locator("[aria-controls=person-menu]").click();
    await press(desk, s("dark.on"));
  }, [
    ["queue", "/app/queue"], ["task", addressOf(routes.cases.acceptance)], ["case", `/app/cases/${routes.filed.caseNo}`],
    ["verification", addressOf(routes.cases.verification)], ["catalogue", "/app/catalogue"], ["messages", "/app/messages"],
  ]],
  ["elder", undefined, async (desk) => {
    await desk.go("/");
    await press(desk, pub("elder"));
  }, [["catalogue", "/"], ["guide", "/guide"], ["institution", `/catalogue/${routes.number}`]]],
  ["en", "centre-handler", (desk) => desk.page.addInitScript(() => localStorage.setItem("jiangxin.language", "en")), [
    ["queue", "/app/queue"], ["task", addressOf(routes.cases.centreReview)], ["case", `/app/cases/${routes.filed.caseNo}`], ["catalogue", "/"], ["guide", "/guide"],
  ]],
];

await play("axe", async (here) => {
  const routes = seed();

  /** seat gives a hand its desk of a person: everybody sits down once with each hand. */
  async function seat(own, login, onPhone = false) {
    const key = `${login ?? "visitor"} ${onPhone}`;
    if (!own.has(key)) {
      const desk = await here.desk({ onPhone });
      own.set(key, login ? await desk.enter(login) : desk);
    }
    return own.get(key);
  }

  async function lookEmpty(own, name, path, login) {
    const desk = await seat(own, login, path.startsWith("/visit"));
    await desk.go(path);
    await look(desk, name);
  }

  async function lookBroken(own, name, path, pattern, login) {
    const desk = await seat(own, login, path.startsWith("/visit"));
    const strict = desk.watch.allow(/answer: 503|503 \(|status of 503/);
    const mend = await failing(desk.page, pattern);
    try {
      await desk.go(path);
      const [again, sentences] = name === "error-receipt" ? [pub("again"), [pub("receipt.unsure")]] : [d("problem.retry"), ["e2e-broken", "繁忙"]]; // a receipt is neither genuine nor false then
      const retry = desk.button(again).first();
      await retry.waitFor({ timeout: 15_000 });
      const said = await desk.page.locator("body").innerText();
      for (const sentence of sentences) if (!said.includes(sentence)) here.note(`${name}: 「${sentence}」 is not said: ${said.slice(0, 300).replace(/\s+/g, " ")}`);
      await look(desk, name);
      await mend();
      const mended = retry.waitFor({ state: "hidden" });
      await Promise.race([mended, retry.click().catch(() => undefined)]); // a list may have asked again by itself
      await mended;
    } finally {
      await mend();
      strict();
    }
  }

  async function lookAtDialog(own, name, path, login, open) {
    const desk = await seat(own, login);
    await desk.go(path);
    await open(desk);
    if (name.startsWith("dialog")) await desk.page.getByRole("dialog").first().waitFor();
    await look(desk, name);
    if (name.startsWith("dialog")) {
      await desk.press("Escape");
      await desk.page.getByRole("dialog").first().waitFor({ state: "hidden", timeout: 3000 });
    }
  }

  async function lookInMood(mood, login, begin, places) {
    const desk = await here.desk();
    if (login) await desk.enter(login);
    await begin(desk);
    for (const [name, path] of places) {
      await desk.go(path);
      await look(desk, `${mood}-${name}`);
    }
  }

  const states = [
    ...moods(routes).map(([name, ...more]) => [name, () => lookInMood(name, ...more)]),
    ...dialogs(routes).map(([name, ...more]) => [name, (own) => lookAtDialog(own, name, ...more)]),
    ...broken(routes).map(([name, ...more]) => [name, (own) => lookBroken(own, name, ...more)]),
    ...empty(routes).map(([name, ...more]) => [name, (own) => lookEmpty(own, name, ...more)]),
  ];
  await crew(states, ([name, act], own) => attempt(here, name, () => act(own)));
});
