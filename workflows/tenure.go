package workflows

import (
	"cmp"
	"errors"
	"slices"
	"time"

	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/procedure"
)

// remindHour is when reminders of a tenure go out whose input names no hour.
const remindHour = 8

// Tenure lives the validity of one filing (notice 四(二): 资质有效期为3年): reminders before the end, and the
// lapse after the last day. Renewal and the rest are asked for in cases of their own.
func (s Set) Tenure(ctx workflow.Context, in contract.Tenure) error {
	var state contract.DeskState
	if in.State != nil {
		state = *in.State
	}
	desk := NewDesk(ctx, Procedure{
		CaseNo: in.FilingNo, City: in.Region, Names: in.Names, MayStop: s.mayStop,
		Next: func(string) string { return procedure.TenureLapsed },
		Allows: func(string, contract.Operation) error {
			return refusal(contract.ErrNotAllowedNow, "a tenure takes no such operation")
		},
		Correct: func(contract.Operation) {},
	}, state)
	if err := desk.Open(ctx); err != nil {
		return err
	}
	err := live(ctx, desk, in)
	if errors.Is(err, ErrContinue) {
		state = desk.State()
		in.State = &state
		return workflow.NewContinueAsNewError(ctx, contract.TenureWorkflow, in)
	}
	return err
}

func live(ctx workflow.Context, desk *Desk, in contract.Tenure) error {
	through, err := civil.Parse(in.Through)
	if err != nil {
		return err
	}
	if desk.State().Seq == 0 {
		desk.Note(ctx, casework.Opened, contract.OpenedData{Procedure: contract.TenureWorkflow, ProcedureVersion: 1, Policy: in.Policy})
		desk.Enter(ctx, procedure.TenureValid, "")
	}
	hour := time.Duration(cmp.Or(in.RemindHour, remindHour)) * time.Hour
	remind := slices.Sorted(slices.Values(in.Remind))
	slices.Reverse(remind) // the longest notice first
	for _, days := range remind {
		at := through.AddDays(-days).Start().Add(hour)
		if !at.After(desk.State().Since) {
			continue // lived through in an earlier run, or past when the filing began
		}
		if err := desk.Sleep(ctx, at); err != nil {
			return err
		}
		desk.Note(ctx, filing.ReminderDue, contract.ReminderData{FilingNo: in.FilingNo, Days: days})
	}
	if !desk.State().Ended {
		if err := desk.Sleep(ctx, through.AddDays(1).Start()); err != nil {
			return err
		}
		desk.Enter(ctx, procedure.TenureLapsed, "")
		desk.Note(ctx, filing.Lapsed, contract.LapsedData{FilingNo: in.FilingNo, Through: in.Through})
		desk.Note(ctx, casework.CaseClosed, contract.ClosedData{Outcome: procedure.TenureLapsed})
	}
	return desk.Close(ctx)
}
