package api

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/store"
)

// freeze turns a complete application into the canonical bytes of a snapshot. What is missing or wrong comes
// back all at once.
func (s *Server) freeze(ctx context.Context, a store.Application) ([]byte, error) {
	gaps, err := s.gaps(ctx, a)
	if err != nil {
		return nil, err
	}
	if len(gaps) > 0 {
		refused := fault.New(fault.NotReady, fmt.Sprintf("申请还有 %d 处需要填写或更正，请逐项处理后再提交", len(gaps)),
			fmt.Sprintf("%d entries are missing or wrong; mend them and submit again", len(gaps)))
		refused.Fields = gaps
		return nil, refused
	}
	var content filing.Application
	if err := json.Unmarshal([]byte(a.Content), &content); err != nil {
		return nil, fmt.Errorf("read the application: %w", err)
	}
	rows, err := s.store.StaffOf(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	staff := make([]filing.StaffFact, 0, len(rows))
	for _, row := range rows {
		fact := filing.StaffFact{IDDigest: hex.EncodeToString(row.IDNumberDigest)}
		if err := json.Unmarshal([]byte(row.Details), &fact.StaffDetails); err != nil {
			return nil, fmt.Errorf("read the staff: %w", err)
		}
		staff = append(staff, fact)
	}
	documents, err := s.documentFacts(ctx, a.EnterpriseID)
	if err != nil {
		return nil, err
	}
	frozen, _, err := filing.Snapshot(content, staff, documents)
	return frozen, err
}

// documentFacts lists the accepted documents of an enterprise.
func (s *Server) documentFacts(ctx context.Context, enterprise uuid.UUID) ([]filing.Document, error) {
	rows, err := s.store.AcceptedDocuments(ctx, enterprise)
	if err != nil {
		return nil, err
	}
	out := make([]filing.Document, 0, len(rows))
	for _, d := range rows {
		out = append(out, documentFact(d))
	}
	return out, nil
}

// freezeAgain freezes the application of a case as it stands after the applicant mended it, and says at which
// version.
func (s *Server) freezeAgain(ctx context.Context, of store.Case) (frozen []byte, version int, err error) {
	a, err := s.store.ApplicationOfCase(ctx, of.CaseNo)
	if err != nil {
		return nil, 0, err
	}
	frozen, err = s.freeze(ctx, a)
	return frozen, a.Version, err
}
