// Every address of the web app with somebody who may see it, for scripts that look at all of them.
import { crew } from "./play.mjs";

/** addressOf gives the address of a task. */
export const addressOf = ({ task }) => `/app/cases/${task.caseNo}/tasks/${task.stage}/${task.round}/${encodeURIComponent(task.slot)}`;

const sections = ["unit", "organisation", "staff", "conditions", "occupations", "plan", "rules", "premises", "funding", "materials", "promise"];

/** tour lists name, address and person; nobody is a visitor. `routes` is what everyRoute of the Go side prepared. */
export function tour(routes) {
  const draft = `/app/applications/${routes.draft.id}`;
  const clerk = routes.draft.clerk, officer = "sy-bureau-handler", auditor = "sy-authority-handler", operator = "operator", certified = routes.results;
  const acceptance = routes.cases.acceptance, visit = routes.cases.siteVisit;
  const stops = [
    ["catalogue", "/"], ["catalogue-address", "/catalogue"], ["institution", `/catalogue/${routes.number}`], ["institution-unknown", "/catalogue/Y000021999999"],
    ["guide", "/guide"], ["receipt", `/receipts/${routes.receipt}`], ["receipt-unknown", "/receipts/GUESSED"], ["nothing-public", "/no-such-page"],
    ["sign-in", "/app/login"],
    ["desk", "/app/desk", clerk], ["desk-filed", "/app/desk", routes.filed.clerk], ["desk-returned", "/app/desk", routes.cases.supplement.clerk],
    ["application", draft, clerk], ...sections.map((section) => [`section-${section}`, `${draft}/${section}`, clerk]), ["check", `${draft}/check`, clerk],
    ["case-of-clerk", `/app/cases/${acceptance.caseNo}`, acceptance.clerk], ["cases-of-clerk", "/app/cases", acceptance.clerk], ["messages-of-clerk", "/app/messages", routes.filed.clerk],
    ["queue", "/app/queue", officer], ["cases", "/app/cases", officer], ["case", `/app/cases/${acceptance.caseNo}`, officer],
    ["case-finished", `/app/cases/${routes.filed.caseNo}`, officer], ["case-returned", `/app/cases/${routes.cases.supplement.caseNo}`, officer],
    ...["application", "materials", "statements", "papers", "record", "messages"].map((tab) => [`case-${tab}`, `/app/cases/${routes.filed.caseNo}?tab=${tab}`, officer]),
    ["messages", "/app/messages", officer], ["catalogue-of-officer", "/app/catalogue", officer], ["nothing", "/app/no-such-page", officer],
    ...Object.entries(routes.cases).map(([stage, place]) => [`task-${stage}`, addressOf(place), place.who]),
    ["queue-of-centre", "/app/queue", "centre-handler"], ["queue-of-department", "/app/queue", "department-handler"], ["queue-of-expert", "/app/queue", routes.cases.expertReview.who],
    ["stuck", "/app/operator/stuck", operator], ["operate", `/app/cases/${acceptance.caseNo}?tab=operate`, operator], ["cases-of-operator", "/app/cases", operator], ["case-of-operator", `/app/cases/${acceptance.caseNo}`, operator],
    ["certificates", "/certificates"], ["verify", certified.verify], ["verify-unknown", "/verify/GUESSED"], ["results", "/results"],
    ["desk-certifying", "/app/desk", certified.clerk], ["batches", "/app/batches", certified.clerk], ["batch-new", "/app/batches/new", certified.clerk],
    ...["draft", "issued"].map((state) => [`batch-${state}`, `/app/batches/${certified[state]}`, certified.clerk]), ["batch-audit", `/app/batches/${certified.audit.caseNo}`, certified.clerk],
    ["batch-of-officer", `/app/batches/${certified.issued}`, auditor], ["certificate", `/app/certificates/${certified.certificate}`, certified.clerk], ["certificate-of-officer", `/app/certificates/${certified.certificate}`, auditor],
    ...["audit", "issue", "revocation"].map((stage) => [`task-${stage}`, addressOf(certified[stage]), certified[stage].who]), ["case-of-batch", `/app/cases/${certified.audit.caseNo}`, auditor],
    ["queue-of-authority", "/app/queue", auditor], ["calendar", "/app/calendar", auditor], ["months", "/app/months", auditor], ["months-of-clerk", "/app/months", certified.clerk], ["months-of-centre", "/app/months", "centre-handler"],
    ["templates", "/app/result-templates", "centre-handler"], ["template-new", "/app/result-templates/new", "centre-reviewer"],
    ["visits", "/visit", visit.who], ["visit", `/visit/${visit.caseNo}/${visit.task.round}/${encodeURIComponent(visit.task.slot)}`, visit.who],
  ];
  return stops.map(([name, path, login]) => ({ name, path, login, phone: path.startsWith("/visit") }));
}

const most = 8; // stops of one sitting

/** byPerson groups the stops so that people sign in once, or once for each sitting where there is much to see. */
export function byPerson(stops) {
  const groups = new Map();
  for (const stop of stops) {
    const key = `${stop.login ?? ""} ${stop.phone}`;
    groups.set(key, [...(groups.get(key) ?? []), stop]);
  }
  return [...groups.values()].flatMap((group) => Array.from({ length: Math.ceil(group.length / most) }, (_, i) => group.slice(i * most, (i + 1) * most)));
}

/** visitAll goes to every address as its person and does something there, a few people at a time. It notes all that fails,
 * not the first alone. */
export function visitAll(here, stops, act) {
  const longestFirst = byPerson(stops).sort((a, b) => b.length - a.length);
  return crew(longestFirst, async (group) => {
    const desk = await here.desk({ onPhone: group[0].phone });
    if (group[0].login) await desk.enter(group[0].login);
    for (const stop of group) {
      here.step(`${stop.name} as ${stop.login ?? "a visitor"}`);
      desk.watch.at = stop.name;
      try {
        await desk.go(stop.path);
        await act(desk, stop);
      } catch (failure) {
        here.note(`${stop.name} (${stop.path}): ${failure.message.split("\n").slice(0, 4).join(" ")}`);
      }
    }
    await desk.close();
  });
}
