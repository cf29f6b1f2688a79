package activities

import (
	"context"
	"errors"
	"time"

	"jiangxin/contract"
	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/policy"
	"jiangxin/domain/region"
	"jiangxin/store"
)

// OpenMonth opens the monthly summaries (附件7) of a month, one for each enterprise that is filed on a day of it, and
// starts their workflows. It is safe to run twice: a summary that is there stays, and so does a workflow that runs.
func (s *Starter) OpenMonth(ctx context.Context, in contract.Month) (contract.MonthOpened, error) {
	now := time.Now().UTC().Truncate(time.Microsecond)
	ask, err := s.summaryInput(ctx, civil.Of(now))
	if err != nil {
		return contract.MonthOpened{}, travelling(err)
	}
	count, unstarted, err := s.Store.OpenSummaries(ctx, store.Months{Month: in.Month, At: now, Ask: ask})
	if err != nil {
		return contract.MonthOpened{}, travelling(err)
	}
	var problems []error
	for _, c := range unstarted {
		if err := s.Dispatch.Start(ctx, c); err != nil {
			problems = append(problems, err)
		}
	}
	return contract.MonthOpened{Month: in.Month, Summaries: count}, travelling(errors.Join(problems...))
}

// summaryInput says who is asked and checks, as directory and policy stand on the day.
func (s *Starter) summaryInput(ctx context.Context, day civil.Date) (func(store.Filing) (contract.Inquiry, error), error) {
	reference, err := s.Store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	edition := reference.Policy.At(day)
	due := map[string]int{}
	for stage, key := range map[certification.Stage]string{
		certification.Summary: policy.SummaryDays, certification.SummaryCheck: policy.SummaryCheckDays,
	} {
		if due[string(stage)], err = edition.Int(key); err != nil {
			return nil, err
		}
	}
	return func(f store.Filing) (contract.Inquiry, error) {
		authority, err := reference.Directory.Competent(region.Audit, f.Region, day)
		return contract.Inquiry{
			Version: 1, Check: authority.ID, DueDays: due, Policy: edition.Version(),
			Names: map[string]string{authority.ID: authority.Name(day).ZH, f.EnterpriseID.String(): f.EnterpriseName},
		}, err
	}, nil
}
