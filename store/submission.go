package store

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"jiangxin/contract"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

// Submission is a draft on its way to becoming a case.
type Submission struct {
	Application Application
	Version     int // that the applicant saw
	Enterprise  Enterprise
	Command     Command
	Input       contract.Filing            // of the workflow, without the case number
	WrapKey     func(caseNo string) string // makes the case's own file key
}

// Submit closes the draft, numbers the case, and commits case and command. Everything afterwards can be
// done again from these rows.
func (s *Store) Submit(ctx context.Context, in Submission) (Command, error) {
	err := s.In(ctx, func(tx *gorm.DB) error {
		moved := tx.Exec(`UPDATE applications SET state = 'submitted', updated_at = ?, version = version + 1
			WHERE id = ? AND state = 'draft' AND version = ?`, in.Command.CreatedAt, in.Application.ID, in.Version)
		if moved.Error != nil {
			return moved.Error
		}
		if moved.RowsAffected == 0 {
			return fault.New(fault.Stale, "申请已在别处修改或提交，请刷新后核对再提交", "The application was changed or submitted elsewhere; reload, compare and submit again")
		}
		if err := mayApply(tx, in.Enterprise); err != nil {
			return err
		}
		caseNo, err := nextCaseNo(tx, in.Input.Region, in.Command.CreatedAt)
		if err != nil {
			return err
		}
		in.Input.CaseNo = caseNo
		if err := begin(tx, Case{
			CaseNo: caseNo, Procedure: contract.FilingWorkflow, ProcedureVersion: in.Input.Version, Policy: in.Input.Policy,
			WorkflowID: contract.FilingID(caseNo), Region: in.Input.Region, EnterpriseID: in.Enterprise.ID, EnterpriseName: in.Enterprise.Name,
			Competent: in.Input.Competent, Bureau: in.Input.Bureau, KeyWrapped: in.WrapKey(caseNo),
		}, in.Input, &in.Command); err != nil {
			return err
		}
		return tx.Exec(`UPDATE applications SET case_no = ? WHERE id = ?`, caseNo, in.Application.ID).Error
	})
	return in.Command, err
}

// mayApply refuses a second application beside one that is under way, and one by an enterprise that is filed.
func mayApply(tx *gorm.DB, e Enterprise) error {
	// The row lock makes two submissions of one enterprise follow one another.
	if err := tx.Exec(`SELECT 1 FROM enterprises WHERE id = ? FOR UPDATE`, e.ID).Error; err != nil {
		return err
	}
	var filed, open []string
	if err := tx.Raw(`SELECT filing_no FROM filings WHERE enterprise_id = ?`, e.ID).Scan(&filed).Error; err != nil {
		return err
	}
	if len(filed) > 0 {
		return fault.New(fault.NotReady, "贵单位已备案（"+filed[0]+"），增加职业请提交增项申请", "Your enterprise is filed already ("+filed[0]+"); apply for an addition instead")
	}
	if err := tx.Raw(`SELECT case_no FROM cases WHERE enterprise_id = ? AND procedure = ? AND closed_at IS NULL`, e.ID, contract.FilingWorkflow).Scan(&open).Error; err != nil {
		return err
	}
	if len(open) > 0 {
		return fault.New(fault.NotReady, "贵单位已有办理中的申请（"+open[0]+"），请先办结或撤回", "An application of yours is under way ("+open[0]+"); finish or withdraw it first").
			With("caseNo", open[0])
	}
	return nil
}

// nextCaseNo numbers a case within its city and year.
func nextCaseNo(tx *gorm.DB, region string, at time.Time) (string, error) {
	year := civil.Of(at).Year()
	serial, err := nextNumber(tx, fmt.Sprintf("case/%s/%d", region, year))
	return fmt.Sprintf("%s-%d-%06d", region, year, serial), err
}

// AwaitCommand looks at a command until it is no longer on its way, or the patience ends.
func (s *Store) AwaitCommand(ctx context.Context, id string, patience time.Duration) (Command, error) {
	deadline := time.Now().Add(patience)
	for wait := 20 * time.Millisecond; ; wait = min(2*wait, 250*time.Millisecond) {
		c, err := s.Command(ctx, id)
		if err != nil || c.State != CommandSent || time.Now().After(deadline) {
			return c, err
		}
		select {
		case <-ctx.Done():
			return c, nil
		case <-time.After(wait):
		}
	}
}
