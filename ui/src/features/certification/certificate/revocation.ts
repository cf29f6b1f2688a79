/** Why a certificate is revoked (domain/certification.RevocationReasons). */
export const revocationReasons = ["error", "fraud", "other"] as const;

/** RevocationReason is one of them. */
export type RevocationReason = (typeof revocationReasons)[number];

/** RevocationSheet decides on the revocation of one certificate (domain/certification.RevocationSheet). */
export interface RevocationSheet {
  reason: RevocationReason | "";
  text: string;
  public: string;
}

/** emptyRevocation is the sheet before anything is written. */
export const emptyRevocation: RevocationSheet = { reason: "", text: "", public: "" };

/** RevocationGap is something that stands against a verdict. */
export type RevocationGap = "reason" | "text" | "public" | "personal" | "why";

/** revocationGaps lists what stands against a verdict: what anybody will read names nobody and holds no long number. */
export function revocationGaps(sheet: RevocationSheet, verdict: "revoke" | "decline", holder: string): RevocationGap[] {
  if (verdict === "decline") return sheet.text.trim() ? [] : ["why"];
  const gaps: RevocationGap[] = [];
  if (!sheet.reason) gaps.push("reason");
  if (!sheet.text.trim()) gaps.push("text");
  if (!sheet.public.trim()) gaps.push("public");
  else if (isPersonal(sheet.public, holder)) gaps.push("personal");
  return gaps;
}

/** isPersonal says whether words for the public name the holder or hold what may be an ID or phone number. */
export function isPersonal(words: string, holder: string): boolean {
  return (holder !== "" && words.includes(holder)) || /\d{11,}/.test(words.normalize("NFKC"));
}

/** revocationWish is the sheet as it goes with the decision. */
export function revocationWish(sheet: RevocationSheet, verdict: "revoke" | "decline"): RevocationSheet {
  const text = sheet.text.trim();
  return verdict === "revoke" ? { reason: sheet.reason, text, public: sheet.public.trim() } : { reason: "", text, public: "" };
}
