package activities

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/paper"
	"jiangxin/store"
)

// auditOpinion builds the 结果审核意见 of an audit that took effect. Its counts are those that were recorded with the
// audit, its reasons those of the sheets up to then, because the rows themselves move on.
func auditOpinion(ctx context.Context, f *file) (paper.Document, error) {
	head, err := f.headOf()
	if err != nil {
		return nil, err
	}
	batch, err := f.printer.Store.Batch(ctx, f.Case.CaseNo)
	if err != nil {
		return nil, err
	}
	enterprise, err := f.printer.Store.Enterprise(ctx, batch.EnterpriseID)
	if err != nil {
		return nil, err
	}
	var handedIn store.FrozenBatch
	var plan certification.Plan
	if err := json.Unmarshal([]byte(f.Snapshot.Content), &handedIn); err != nil {
		return nil, unprintable(fmt.Errorf("read what was handed in: %w", err))
	}
	if err := json.Unmarshal(handedIn.Plan, &plan); err != nil {
		return nil, unprintable(fmt.Errorf("read the plan: %w", err))
	}
	said, sheet, err := f.audit(f.Paper)
	if err != nil {
		return nil, err
	}
	unsettled, err := f.unsettled(sheet)
	if err != nil {
		return nil, err
	}
	line := f.audited(batch, plan)
	return &paper.AuditOpinion{
		Head: head, Enterprise: paper.Enterprise{Name: batch.EnterpriseName, CreditCode: enterprise.CreditCode},
		FilingNumber: batch.FilingNo, BatchNumber: batch.BatchNo, Way: plan.Way.Name().ZH, From: plan.From.String(), Through: plan.To.String(),
		Round: f.Snapshot.Round, Result: paper.AuditResult(said.Verdict), Lines: []paper.AuditLine{line}, Looked: len(sheet.Looked),
		Opinion: opinionOf(sheet, line), Grounds: unsettled, Steps: f.steps(),
	}, nil
}

// audit is the statement of the audit that ordered the paper, and its sheet.
func (f *file) audit(ordered store.Paper) (store.Statement, certification.AuditSheet, error) {
	said, err := f.said(ordered.Stage, ordered.Round, certification.Verdicts(certification.Audit, casework.StepHandle))
	if err != nil {
		return said, certification.AuditSheet{}, err
	}
	sheet, err := sheetOf[certification.AuditSheet](said)
	return said, sheet, err
}

// unsettled lists the rows that do not pass with this audit, by their number: what its sheet returns or fails, and
// what an earlier audit failed, which this one leaves as it was.
func (f *file) unsettled(sheet certification.AuditSheet) ([]paper.AuditGround, error) {
	standing := map[int]certification.RowVerdict{}
	for _, earlier := range f.Earlier {
		if earlier.Kind != f.Paper.Kind {
			continue
		}
		_, before, err := f.audit(earlier)
		if err != nil {
			return nil, err
		}
		settle(standing, before.Rows)
		maps.DeleteFunc(standing, func(_ int, row certification.RowVerdict) bool { return row.Verdict == certification.RowReturn })
	}
	settle(standing, sheet.Rows)
	grounds := make([]paper.AuditGround, 0, len(standing))
	for _, no := range slices.Sorted(maps.Keys(standing)) {
		row := standing[no]
		ground := paper.AuditGround{Row: no, Verdict: "退回修改", Reason: row.Reason}
		if row.Verdict == certification.RowFail {
			ground.Verdict, ground.Clause = "不予通过", clause(row.Clause)
		}
		grounds = append(grounds, ground)
	}
	return grounds, nil
}

// settle puts the verdicts of a sheet over those that stand.
func settle(standing map[int]certification.RowVerdict, rows []certification.RowVerdict) {
	for _, row := range rows {
		delete(standing, row.No)
		if row.Verdict != certification.RowPass {
			standing[row.No] = row
		}
	}
}

// audited counts the rows as they were recorded with the audit.
func (f *file) audited(batch store.Batch, plan certification.Plan) paper.AuditLine {
	return paper.AuditLine{
		Occupation: batch.OccupationName, WorkType: plan.WorkType, Level: plan.Level.Text().ZH,
		Passed: f.counted(contract.CountPassed), Returned: f.counted(contract.CountReturned), Failed: f.counted(contract.CountFailed),
	}
}

// counted is how many rows were recorded with a verdict.
func (f *file) counted(key string) int {
	n, _ := strconv.Atoi(f.Recorded.Numbers[key]) // 0 where nothing was counted
	return n
}

// opinionOf is what the auditor wrote, else what the counts say.
func opinionOf(sheet certification.AuditSheet, line paper.AuditLine) string {
	if words := strings.TrimSpace(sheet.Note); words != "" {
		return words
	}
	parts := []string{fmt.Sprintf("经审核，通过%d人", line.Passed)}
	if line.Returned > 0 {
		parts = append(parts, fmt.Sprintf("退回修改%d人", line.Returned))
	}
	if line.Failed > 0 {
		parts = append(parts, fmt.Sprintf("不予通过%d人", line.Failed))
	}
	return strings.Join(parts, "，") + "。"
}
