package api

import (
	"context"

	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/store"
)

// judgeCertification checks a decision on a batch, a revocation or a monthly summary.
func (s *Server) judgeCertification(ctx context.Context, of store.Case, t store.Task, d Decision) (judged, error) {
	out := judged{body: bodyOfDecision(d)}
	stage, step, verdict := certification.Stage(t.Stage), casework.Step(t.Step), casework.Verdict(d.Verdict)
	facts := certification.Facts{Now: s.now()}
	if step == "" || step == casework.StepHandle {
		if know, needed := certificationFacts[stage]; needed {
			if err := know(ctx, s, of, &facts); err != nil {
				return out, err
			}
		}
	}
	if err := certification.Validate(stage, step, verdict, out.body.Sheet, facts); err != nil {
		return out, err
	}
	if stage == certification.Correction {
		var err error
		if out.body.Snapshot, out.body.Draft, err = s.store.FreezeBatch(ctx, of.CaseNo); err != nil {
			return out, err
		}
	}
	return out, nil
}

// certificationFacts lists what the stages must know.
var certificationFacts = map[certification.Stage]func(context.Context, *Server, store.Case, *certification.Facts) error{
	certification.Audit:      rowsOfBatch,
	certification.Correction: rowsOfBatch,
	certification.Issue:      issueOfBatch,
	certification.Revocation: holderOfCertificate,
	certification.Summary:    peopleOfMonth,
}

// rowsOfBatch reads which rows there are, and which of them somebody must look at.
func rowsOfBatch(ctx context.Context, s *Server, of store.Case, f *certification.Facts) error {
	b, err := s.store.Batch(ctx, of.CaseNo)
	if err != nil {
		return err
	}
	for no := range b.Rows {
		f.Rows = append(f.Rows, no+1)
	}
	rows, err := s.store.AuditRows(ctx, of.CaseNo)
	if err != nil {
		return err
	}
	f.Settled = map[int]certification.RowVerdict{}
	for _, r := range rows {
		if r.Sampled {
			f.Sampled = append(f.Sampled, r.No)
		}
		if r.Flags > 0 {
			f.Flagged = append(f.Flagged, r.No)
		}
		if r.Mended {
			f.Mended = append(f.Mended, r.No)
		}
		if r.Verdict != "" && !r.Mended {
			f.Settled[r.No] = certification.RowVerdict{No: r.No, Verdict: certification.RowDecision(r.Verdict), Clause: r.Clause, Reason: r.Reason}
		}
	}
	return nil
}

// issueOfBatch reads how many certificates would be issued, and what stands in the way.
func issueOfBatch(ctx context.Context, s *Server, of store.Case, f *certification.Facts) error {
	b, err := s.store.Batch(ctx, of.CaseNo)
	f.Passed = b.Passed
	return err
}

func holderOfCertificate(ctx context.Context, s *Server, of store.Case, f *certification.Facts) error {
	r, err := s.store.RevocationOf(ctx, of.CaseNo)
	if err != nil {
		return err
	}
	c, err := s.store.Certificate(ctx, r.Number)
	f.Holder = c.Name
	return err
}

func peopleOfMonth(ctx context.Context, s *Server, of store.Case, f *certification.Facts) error {
	m, err := s.store.SummaryOfCase(ctx, of.CaseNo)
	if err != nil {
		return err
	}
	entries, err := s.store.SummaryEntries(ctx, m)
	if err != nil {
		return err
	}
	f.People = len(entries)
	settings, err := s.settings(ctx, of.Policy)
	f.NilToo = settings.SummaryNil
	return err
}
