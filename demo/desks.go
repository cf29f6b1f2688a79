package demo

import (
	"context"
	"fmt"

	"jiangxin/demo/cast"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/filing"
	"jiangxin/domain/procedure"
)

// waiting is where filings rest when every desk is to have something to do: some stages twice, as real queues have them.
var waiting = []filing.Stage{
	filing.Acceptance, filing.Acceptance, filing.Acceptance, filing.Panel, filing.Panel, filing.ExpertReview, filing.Deliberation, filing.SiteVisit,
	filing.Assessment, filing.Signature, filing.Verification, filing.Commitment, filing.CommitmentCheck, filing.Submission, filing.CentreReview,
	filing.Receipt, filing.Publication,
}

// candidates is how many people the batch holds that waits for its audit.
const candidates = 24

// Desks gives every desk of a city, the exam centre and the Department something to do: it files for fresh
// enterprises until their cases rest at one stage each, and brings one batch of results to its audit. It
// tells where each case rests.
func (w *World) Desks(ctx context.Context, city cast.City, tell func(caseNo string, rests casework.Name)) error {
	for _, stage := range waiting {
		c, err := w.File(ctx, city, stage)
		if err != nil {
			return fmt.Errorf("bring a filing to %s: %w", stage, err)
		}
		tell(c.No, procedure.StageName(string(stage)))
	}
	c, err := w.File(ctx, city, filing.Finished)
	if err != nil {
		return fmt.Errorf("bring a filing to its end: %w", err)
	}
	tell(c.No, procedure.StageName(string(filing.Finished)))
	b, err := w.Batch(ctx, c, candidates)
	if err != nil {
		return err
	}
	if err := b.Fill(ctx); err != nil {
		return err
	}
	if _, err := b.Confirm(ctx); err != nil {
		return err
	}
	submitted, err := b.Submit(ctx)
	if err != nil {
		return fmt.Errorf("hand in batch %s: %w", b.No, err)
	}
	tell(submitted.CaseNo, procedure.StageName(string(certification.Audit)))
	return nil
}
