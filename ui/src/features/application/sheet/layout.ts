import type { SectionCode } from "../section";

/** Block is a part of a section's record: some fields, or a table of a list's entries, or one set of fields for each entry. */
export type Block =
  | { kind: "fields"; fields: readonly string[] }
  | { kind: "table"; list: string; columns: readonly string[] }
  | { kind: "each"; list: string; fields: readonly string[] };

const fields = (...names: string[]): Block => ({ kind: "fields", fields: names });
const table = (list: string, ...columns: string[]): Block => ({ kind: "table", list, columns });
const each = (list: string, ...names: string[]): Block => ({ kind: "each", list, fields: names });

/** layout says in which order a section is read. Names are steps of the JSON pointer from the section on. */
export const layout: Record<SectionCode, readonly Block[]> = {
  unit: [
    fields("name", "creditCode", "creditCodeReason", "region", "nature", "industry", "legalRepresentative", "registeredAddress", "officeAddress", "staffTotal", "dispatchedStaff"),
    table("skilled", "level", "count"),
    fields("contact/name", "contact/phone", "contact/email", "centralBranch", "parent"),
  ],
  organisation: [fields("name", "head", "headTitle", "phone", "duties", "fullTime", "experts", "assessors", "qualitySupervisors", "documents")],
  staff: [table("", "kind", "name", "idNumber", "position", "title", "occupation", "level", "cardNo", "validThrough", "employment")],
  conditions: [each("items", "statement", "documents")],
  occupations: [each("rows", "levels", "standard/kind", "standard/name", "standard/document", "ways", "passRule")],
  plan: [
    fields("document", "form/profile", "form/candidates", "form/evaluation", "form/results", "form/policy", "form/bodies", "form/facilities", "form/regulations", "form/team", "form/teaching", "form/quality", "form/informatics"),
  ],
  rules: [fields("examination/document", "examination/public", "quality/document", "quality/public", "certificate/document", "certificate/public")],
  premises: [
    each("sites", "address", "rooms", "places", "area", "tenure"),
    table("equipment", "name", "model", "quantity", "occupation"),
    fields("video/cameras", "video/storageDays", "video/description", "video/documents", "proofs"),
  ],
  funding: [fields("source", "annual", "nonProfit", "charges", "documents")],
  materials: [],
  promise: [fields("truthful", "effective", "lawful", "by", "at")],
};

/** whenBlank are fields that say nothing when they are empty: they belong to a special case, or another field stands in for them. */
export const whenBlank = new Set([
  "unit.creditCodeReason", "unit.centralBranch", "unit.parent", "occupations.rows.standard.document", "occupations.rows.passRule", "materials.items.onlineCheck",
  "plan.form.profile", "plan.form.candidates", "plan.form.evaluation", "plan.form.results", "plan.form.policy", "plan.form.bodies", "plan.form.facilities",
  "plan.form.regulations", "plan.form.team", "plan.form.teaching", "plan.form.quality", "plan.form.informatics", "conditions.items.documents",
]);
