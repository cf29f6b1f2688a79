/** By says which number goes with the name. */
export type By = "number" | "idNumber";

/** Asked is a query as it is typed. */
export interface Asked {
  name: string;
  by: By;
  number: string;
}

/** Fault is what is wrong with a query before it is sent. */
export type Fault = "name" | "number" | "idNumber" | "isId" | "isNumber" | "shape";

const certificate = /^[YS]\d{14}[1-5TS]\d{6}$/;
const resident = /^\d{17}[\dX]$/;

/** plain writes a number as it is kept: half width, in capitals, without the blanks and dashes of its groups. */
export function plain(text: string): string {
  return text.normalize("NFKC").replace(/[\s\-·]/g, "").toUpperCase();
}

/** faultsOf lists what is wrong with a query. It judges the form alone and says nothing of any certificate. */
export function faultsOf({ name, by, number }: Asked): Fault[] {
  const faults: Fault[] = [];
  if (!name.trim()) faults.push("name");
  const given = plain(number);
  if (!given) faults.push(by);
  else if (by === "number" && resident.test(given)) faults.push("isId");
  else if (by === "number" && !certificate.test(given)) faults.push("shape");
  else if (by === "idNumber" && certificate.test(given)) faults.push("isNumber");
  return faults;
}

/** wishOf is the query as it is sent. */
export function wishOf({ name, by, number }: Asked): { name: string; number?: string; idNumber?: string } {
  return by === "number" ? { name: name.trim(), number: plain(number) } : { name: name.trim(), idNumber: plain(number) };
}

/** Outcome is what a query or a scan has led to. */
export type Outcome = "valid" | "revoked" | "none" | "unavailable";

/** outcomeOf words an answer; what did not answer says nothing of the certificate. */
export function outcomeOf(items: readonly { state: "valid" | "revoked" }[] | undefined): Outcome {
  if (!items) return "unavailable";
  if (items.length === 0) return "none";
  return items.some((item) => item.state === "valid") ? "valid" : "revoked";
}

/** resultsAddress writes the city into the address of the list of results. */
export function resultsAddress(region: string): string {
  return region ? `/results?region=${encodeURIComponent(region)}` : "/results";
}

/** regionIn reads the city of an address. */
export function regionIn(search: string): string {
  const region = new URLSearchParams(search).get("region") ?? "";
  return /^\d{6}$/.test(region) ? region : "";
}
