// Every address as every role: somebody who may not see it is told so in words, nobody sees a raw error, a code of the
// program where words belong, or a white page.
import { crew, play, seed } from "./lib/play.mjs";
import { rawIn } from "./lib/raw.mjs";
import { tour } from "./lib/tour.mjs";

const roles = (routes) => [
  undefined, routes.draft.clerk, routes.filed.clerk, routes.results.clerk, "sy-bureau-handler", "sy-bureau-reviewer", "sy-bureau-signer", "sy-authority-handler", "dl-bureau-handler",
  routes.cases.expertReview.who, "centre-handler", "centre-reviewer", "department-handler", "department-signer", "operator",
].map((login) => ({ login })); // nobody is a visitor

/** Of addresses that differ only in what they are about, these stand for the others. */
const skipped = /^(catalogue-address|cases-of|queue-of|messages-of|case-of|months-of|batch-of|certificate-of|catalogue-of|section-(?!unit|staff))/;

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
        for (const line of await rawIn(desk.page)) here.note(`${stop.name} as ${login ?? "a visitor"}: ${line}`);
        const text = await desk.page.locator("body").innerText();
        if (text.trim().length < 20) here.note(`${stop.name} as ${login ?? "a visitor"} is all but empty`);
        if (!(await desk.page.title())) here.note(`${stop.name} as ${login ?? "a visitor"} has no title`);
      } catch (failure) {
        here.note(`${stop.name} as ${login ?? "a visitor"}: ${failure.message.split("\n")[0]}`);
      }
    }
    await desk.close();
  });
});
