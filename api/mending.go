package api

import (
	"context"

	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/store"
)

// withinNotice refuses what the applicant changed beyond what was asked for: officers and experts have seen
// the rest, and nobody would look at it again. What no longer holds by itself may be mended too.
func (s *Server) withinNotice(ctx context.Context, of store.Case, stage filing.Stage, facts filing.Facts, frozen []byte) error {
	snapshots, err := s.store.Snapshots(ctx, of.CaseNo)
	if err != nil || len(snapshots) == 0 {
		return err
	}
	changes, err := filing.Diff([]byte(snapshots[len(snapshots)-1].Content), frozen)
	if err != nil {
		return err
	}
	allowed := filing.MendableAfterNotice(facts.Defects)
	if stage == filing.Rectification {
		allowed = filing.MendableAfterVisit(facts.Points)
	}
	beyond := filing.Beyond(changes, append(allowed, facts.Fallen...))
	if len(beyond) == 0 {
		return nil
	}
	refused := fault.New(fault.Invalid, "修改超出了告知的范围，请将其他内容改回后再提交", "You changed more than you were asked to mend; put the rest back and submit again")
	refused.Fields = beyond
	return refused
}
