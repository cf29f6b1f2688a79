// Every address as every role: somebody who may not see it is told so in words, nobody sees a raw error, a code of the
// program where words belong, or a white page.
import { crew, play, seed } from "./lib/play.mjs";
import { tour } from "./lib/tour.mjs";

/** What no screen may show: traces of the program, and codes that have words. */
const raw = [
  /\bundefined\b|\bNaN\b|\[object |\bnull\b/, /TypeError|ReferenceError|SyntaxError|\bat .+\.js:\d+/, /\{"[a-z]+":/i, /\bHTTP \d{3}\b|\b(4\d\d|5\d\d) \(/,
  /__[A-Z_]+__/, /\b[a-z]+[A-Z][A-Za-z]*\b/, /(^|\s)[a-z]+(\.[a-zA-Z0-9]+)+(\s|$)/m,
  /(^|[\s“「（：])(acceptance|supplement|panel|deliberation|assessment|signature|verification|rectification|commitment|submission|receipt|publication|finished|handler|reviewer|signer|clerk|expert|operator|accept|return|refuse|agree|pass|open|done|void|claimed|overdue|draft|initial)($|[\s”」）：])/m,
];
/** What looks so and is none: names of files, addresses, and the sources of the law. */
const harmless = /\S+@\S+|https?:\/\/\S+|\S+\.(pdf|docx|xlsx|csv|jpe?g|png)\b|sha256|SHA-256|\b[0-9a-f]{8,}\b|[A-Za-z0-9_-]{20,}/g;

const roles = (routes) => [
  undefined, routes.draft.clerk, routes.filed.clerk, "sy-bureau-handler", "sy-bureau-reviewer", "sy-bureau-signer", "sy-authority-handler", "dl-bureau-handler",
  routes.cases.expertReview.who, "centre-handler", "centre-reviewer", "department-handler", "department-signer", "operator",
].map((login) => ({ login })); // nobody is a visitor

/** Of addresses that differ only in what they are about, these stand for the others. */
const skipped = /^(catalogue-address|cases-of|queue-of|messages-of|case-of|catalogue-of|section-(?!unit|staff))/;

await play("roles", async (here) => {
  const routes = seed();
  const stops = tour(routes).filter((stop) => !skipped.test(stop.name));
  await crew(roles(routes), async ({ login }) => {
    const desk = await here.desk();
    if (login) await desk.enter(login);
    desk.watch.allow(/answer: 404/); // addresses of nothing are asked for on purpose
    here.step(`everything as ${login ?? "a visitor"}`);
    for (const stop of stops) {
      desk.watch.at = stop.name;
      const within = stop.path.startsWith("/app/") && new URL(desk.page.url()).pathname.startsWith("/app/") && login;
      try {
        await (within ? desk.hop(stop.path) : desk.go(stop.path));
        const text = (await desk.page.locator("body").innerText()).replace(harmless, "");
        for (const pattern of raw) {
          const hit = pattern.exec(text);
          if (hit) here.note(`${stop.name} as ${login ?? "a visitor"}: 「${text.slice(Math.max(0, hit.index - 20), hit.index + 40).replace(/\s+/g, " ")}」`);
        }
        if (text.trim().length < 20) here.note(`${stop.name} as ${login ?? "a visitor"} is all but empty`);
        if (!(await desk.page.title())) here.note(`${stop.name} as ${login ?? "a visitor"} has no title`);
      } catch (failure) {
        here.note(`${stop.name} as ${login ?? "a visitor"}: ${failure.message.split("\n")[0]}`);
      }
    }
    await desk.close();
  });
});
