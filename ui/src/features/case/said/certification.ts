import { kept, line, table, text, type Block } from "./blocks";
import type { Words } from "./words";

interface Audited {
  rows?: { no: number; verdict: string; clause: string; reason: string }[];
  looked?: number[];
  note?: string;
}

/** auditBlocks is the audit of a batch: the rows that do not pass with their reasons, and what was looked at. Rows are named by number, not by person. */
export function auditBlocks({ t }: Words, { rows = [], looked = [], note = "" }: Audited): Block[] {
  const against = rows.filter((row) => row.verdict !== "pass");
  return kept(
    against.length === 0 ? line(t("said.rows"), t("said.rowsPass")) : undefined,
    table(t("said.rows"), [t("said.rowNo"), t("said.rowVerdict"), t("said.rowReason")], against.map((row) => [
      String(row.no), t.of(`said.row.${row.verdict}`, row.verdict), [row.clause && t("said.clause", { clause: row.clause }), row.reason].filter(Boolean).join(t("said.dash")),
    ])),
    looked.length > 0 ? line(t("said.looked"), t("said.lookedAt", { n: looked.length })) : undefined,
    text(t("said.note"), note),
  );
}

/** correctionBlocks is what the enterprise says of its mended rows. */
export function correctionBlocks({ t }: Words, sheet: { note?: string }): Block[] {
  return kept(text(t("said.note"), sheet.note));
}

/** issueBlocks is the enterprise's word before it issues. */
export function issueBlocks({ t }: Words, sheet: { confirmed?: boolean }): Block[] {
  return kept(sheet.confirmed ? line(t("said.confirmed"), t("said.confirmedIssue")) : undefined);
}

/** revocationBlocks decides on the revocation of a certificate. */
export function revocationBlocks({ t }: Words, sheet: { reason?: string; text?: string; public?: string }): Block[] {
  return kept(
    sheet.reason ? line(t("said.reasons"), t.of(`said.revoke.${sheet.reason}`, sheet.reason)) : undefined,
    text(t("said.words"), sheet.text),
    text(t("said.public"), sheet.public),
  );
}

/** summaryBlocks is the enterprise's report of a month. */
export function summaryBlocks({ t }: Words, sheet: { filler?: string; checker?: string; note?: string }): Block[] {
  return kept(line(t("said.filler"), sheet.filler), line(t("said.checker"), sheet.checker), text(t("said.note"), sheet.note));
}

/** summaryCheckBlocks is the authority's check of a reported month. */
export function summaryCheckBlocks({ t }: Words, sheet: { reason?: string }): Block[] {
  return kept(text(t("said.reasons"), sheet.reason));
}
