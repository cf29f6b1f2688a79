import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { queryClient, type Schemas } from "@/api/client";
import { loadText } from "@/i18n";
import { AskedAgain } from "./AskedAgain";
import { gatesOf } from "./gates";
import { NoticeDialog } from "./NoticeDialog";
import type { Review } from "./review";
import { SentBackNote } from "./SentBackNote";
import { emptySheet, judge, sayDefect, toggleReason, type Reason, type Rules, type Sheet } from "./sheet";

const missing: Reason = { code: "missing", text: "材料缺失，请补交", wrong: "材料缺失", todo: "请补交", clause: "四(一)", supplementable: true };
const rules: Rules = { reasons: [missing], noticed: true, asked: [] };
const reference = { reasons: [missing], materials: [1, 2, 3, 4, 5, 6, 7].map((number) => ({ number, name: `材料${number}` })), sections: [] } as unknown as Schemas["FilingReference"];
const passed = [1, 2, 3, 4, 5, 7].reduce((sheet, number) => judge(sheet, number, "pass", rules), emptySheet);
const sheet: Sheet = sayDefect(toggleReason(passed, 6, missing, rules), 6, "missing", "补交件仍缺第三章");
const view = { task: { caseNo: "c", id: "acceptance/2/1", stage: "acceptance", round: 2, slot: "1", enterpriseName: "某厂" } } as unknown as Schemas["TaskView"];

beforeAll(() => Promise.all((["acceptance", "words", "case", "design"] as const).map((namespace) => loadText("zh-CN", namespace))));
afterEach(() => {
  cleanup();
  queryClient.clear();
});

function open(again: readonly string[], told: boolean) {
  const decide = vi.fn(() => Promise.resolve({ seq: 1, stage: "acceptance" }));
  const past = { told: () => (told ? { reason: "missing", words: "缺第三章" } : undefined), late: () => false };
  const draft = { value: sheet, change: () => undefined, flush: () => Promise.resolve(), forget: () => Promise.resolve() };
  queryClient.setQueryData(["case", "c"], { caseNo: "c", policy: "p", competent: { name: "某局" } });
  queryClient.setQueryData(["case", "c", "answer days", "p"], { days: 30, workdays: false });
  render(
    <QueryClientProvider client={queryClient}>
      <NoticeDialog view={view} deciding={{ decide, busy: false } as never} draft={draft as never} review={{ reference, rules, again } as unknown as Review} past={past} gates={gatesOf(sheet, "return", rules, past)} onClose={() => undefined} />
    </QueryClientProvider>,
  );
  return decide;
}

it("tells the first officer before the press that a second one has to agree", () => {
  const decide = open(["review"], true);
  expect(screen.getByText(/发出前须由本单位另一人审核同意/)).toBeTruthy();
  expect(screen.getByText(/上次告知：缺第三章/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "提请审核再次告知", hidden: true }));
  return vi.waitFor(() => expect(decide).toHaveBeenCalledWith(expect.objectContaining({ verdict: "return" })));
});

it("gives the ordinary notice as before", () => {
  open(["review"], false);
  expect(screen.getByRole("button", { name: "发出告知书", hidden: true })).toBeTruthy();
  expect(screen.queryByText(/另一人/)).toBeNull();
});

it("asks for the reason only where the rules of the case want no second officer", () => {
  open([], true);
  expect(screen.getByRole("button", { name: "发出告知书", hidden: true })).toBeTruthy();
  expect(screen.getByText(/上次已经告知过/)).toBeTruthy();
});

it("shows the second officer the old notice, the answer and the reason", async () => {
  const said = (seq: number, stage: string, verdict: string, round: number, content: object) => ({ seq, stage, verdict, round, step: "", at: `2026-03-0${seq}T01:00:00Z`, actor: { name: "王" }, content: { verdict, sheet: content } });
  queryClient.setQueryData(["reference", "filing"], reference);
  queryClient.setQueryData(["case", "c", "snapshots"], { items: [{ round: 1 }, { round: 2 }] });
  queryClient.setQueryData(["case", "c", "statements"], { items: [
    said(1, "acceptance", "return", 1, sayDefect(sheet, 6, "missing", "缺第三章")),
    said(2, "supplement", "submit", 1, { answers: [{ index: 0, text: "第三章已补交", documents: [] }] }),
    said(3, "acceptance", "return", 2, sheet),
  ] });
  render(<QueryClientProvider client={queryClient}><Suspense><AskedAgain caseNo="c" /></Suspense></QueryClientProvider>);
  expect(await screen.findByText("材料缺失，请补交 缺第三章")).toBeTruthy();
  expect(screen.getByText("第三章已补交")).toBeTruthy();
  expect(screen.getByText("补交件仍缺第三章")).toBeTruthy();
});

it("tells the first officer who sent it back, and why", () => {
  render(<SentBackNote back={{ sheet, who: "李", at: "2026-03-04T01:00:00Z", words: "补交件第三章已有" }} />);
  expect(screen.getByText(/李（.*）未同意再次告知/)).toBeTruthy();
  expect(screen.getByText(/补交件第三章已有/)).toBeTruthy();
});
