import type { Schemas } from "@/api/client";
import { dayOf, type Text } from "@/i18n";
import type { Names } from "./people";

/** EventBody is what the record keeps of an event: codes, IDs, dates and digests. */
interface EventBody {
  taskId?: string;
  actor?: string;
  data?: Record<string, unknown>;
}

/** EventWords is what turns the codes of an event into words. */
export interface EventWords {
  t: Text<"case">;
  roles: Text<"words">;
  names: Names;
  stageOf(code: string): string;
  verdictOf(stage: string, code: string): string;
  outcomeOf(code: string): string;
  bodyOf(id: string): string;
  paperOf(kind: string): string;
}

/** Told is an event in words. */
export interface Told {
  title: string;
  who: string;
  body: string;
  tone: "plain" | "ok" | "warn" | "seal" | "quiet";
}

/** What the opening of a case says, by its procedure; a filing's is the usual one. */
const openings: Record<string, Parameters<Text<"case">>[0]> = {
  Tenure: "event.tenure", Certification: "event.batch", Revocation: "event.revocation", MonthlySummary: "event.summary",
};

const str = (value: unknown): string => (typeof value === "string" ? value : "");
const num = (value: unknown): number => (typeof value === "number" ? value : 0);

/** stageAt reads the stage and the step of a task from its ID, <stage>/<round>/<slot>. */
export function stageAt(taskId: string): { stage: string; step: string } {
  const [stage = "", , slot = ""] = taskId.split("/");
  return { stage, step: slot === "handle" || slot === "review" || slot === "sign" ? slot : "" };
}

/** tell words one event of a case for people. */
export function tell(words: EventWords, event: Schemas["Event"]): Told {
  const { t, roles, names, stageOf, verdictOf, outcomeOf, bodyOf, paperOf } = words;
  const { taskId = "", actor = "", data = {} } = (event.body ?? {}) as EventBody;
  const { stage, step } = stageAt(taskId);
  const where = step ? t("event.step", { stage: stageOf(stage), step: roles.of(`step.${step}`, step) }) : stageOf(stage);
  const who = names.get(actor) ?? "";
  const told = (key: Parameters<Text<"case">>[0], values: Record<string, string | number> = {}, rest: Partial<Told> = {}): Told => ({
    title: t(key, values), who, body: "", tone: "plain", ...rest,
  });
  switch (event.type) {
    case "opened":
      return told(openings[str(data.procedure)] ?? "event.opened", {}, { body: str(data.policy) && t("event.policy", { edition: str(data.policy) }) });
    case "stageEntered":
      return told("event.stage", { stage: stageOf(str(data.stage)) }, {
        body: [num(data.round) > 1 ? t("event.round", { n: num(data.round) }) : "", str(data.pause) ? t("event.pause", { reason: t.of(`pause.${str(data.pause)}`, "") }) : ""].filter(Boolean).join(t("said.comma")),
      });
    case "taskOpened":
      return told("event.task", { where }, { tone: "quiet", body: [names.get(str(data.assignee)) ?? bodyOf(str(data.body)), roles.of(`role.${str(data.role)}`, "")].filter(Boolean).join(t("said.comma")) });
    case "decided":
      return told("event.decided", { where, verdict: verdictOf(stage, str(data.verdict)) }, {
        body: [str(data.target) && t("event.target", { stage: stageOf(str(data.target)) }), str(data.onBehalf) && t("event.behalf", { name: names.get(str(data.onBehalf)) ?? t("said.somebody") })].filter(Boolean).join(t("said.comma")),
      });
    case "taskVoided":
      return told("event.voided", { where }, { tone: "quiet" });
    case "taskReassigned":
      return told("event.reassigned", { where }, { tone: "warn", body: names.get(str(data.assignee)) ?? bodyOf(str(data.body)) });
    case "taskExtended":
      return told("event.extended", { where, n: num(data.days) }, { tone: "warn" });
    case "actTaken":
      return told("event.act", { stage: stageOf(str(data.stage)), verdict: verdictOf(str(data.stage), str(data.verdict)) }, { tone: "ok", body: bodyOf(str(data.body)) });
    case "paperDue":
      return told("event.paperDue", { paper: paperOf(str(data.kind)) }, { tone: "quiet" });
    case "paperMade":
      return told("event.paperMade", { paper: paperOf(str(data.id).split("/").at(-1) ?? "") }, { tone: "quiet", body: str(data.sha256) && t("event.digest", { digest: str(data.sha256).slice(0, 16) }) });
    case "effectSkipped":
      return told("event.skipped", { effect: paperOf(str(data.effect).split("/").at(-1) ?? "") }, { tone: "warn" });
    case "withdrawn":
      return told("event.withdrawn", {}, { tone: "warn" });
    case "reopened":
      return told("event.reopened", { stage: stageOf(str(data.stage)) }, { tone: "warn" });
    case "corrected":
      return told("event.corrected", { fact: t.of(`fact.${str(data.fact)}`, "") }, { tone: "warn", body: bodyOf(str(data.value)) });
    case "caseClosed":
      return told("event.closed", { outcome: outcomeOf(str(data.outcome)) }, { tone: ["filed", "issued", "reported"].includes(str(data.outcome)) ? "ok" : "seal" });
    case "receiptIssued":
      return told("event.receipt", { n: num(data.years) }, { tone: "seal" });
    case "cataloguePublished":
      return told("event.published", {}, { tone: "ok", body: [str(data.filingNo), bodyOf(str(data.publisher))].filter(Boolean).join(t("said.comma")) });
    case "resultsSubmitted":
      return told("event.resultsSubmitted", {}, { body: num(data.round) > 1 ? t("event.round", { n: num(data.round) }) : "" });
    case "resultsAudited":
      return told("event.resultsAudited", { verdict: verdictOf("audit", str(data.verdict)) }, { tone: "ok" });
    case "certificatesIssued":
      return told("event.certificatesIssued", {}, { tone: "seal" });
    case "certificateRevoked":
      return told("event.certificateRevoked", {}, { tone: "seal", body: str(data.number) });
    case "summaryReported":
      return told("event.summaryReported", {}, { tone: "ok" });
    case "summaryAccepted":
      return told("event.summaryAccepted", {}, { tone: "ok" });
    case "reminderDue":
      return told("event.reminder", { n: num(data.days) });
    case "lapsed":
      return told("event.lapsed", {}, { tone: "seal", body: str(data.through) && dayOf(str(data.through)) });
    default:
      return told("event.other", {}, { tone: "quiet" });
  }
}
