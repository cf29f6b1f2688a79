package api

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/procedure"
	"jiangxin/store"
)

// ListCaseEvents lists what happened in a case, and whether its hash chain is whole. The applicant reads what
// concerns it; officers read all.
func (s *Server) ListCaseEvents(ctx context.Context, in ListCaseEventsRequestObject) (ListCaseEventsResponseObject, error) {
	c, err := s.mayView(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	rows, err := s.store.Events(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	brokenAt, err := s.store.VerifyChain(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	list := EventList{Items: []Event{}, Verified: brokenAt == 0, Total: len(rows)}
	if brokenAt != 0 {
		list.Problem = say(ctx, fault.Text{ZH: "记录链从第 " + itoa(brokenAt) + " 条起不一致，请立即报告运维人员", EN: "The chain breaks at event " + itoa(brokenAt) + "; tell the operators at once"})
	}
	reader := applicantReader{enterprise: c.EnterpriseID.String(), own: map[string]bool{}}
	for _, row := range rows {
		if CallerOf(ctx).Enterprise != uuid.Nil {
			told, concerned, err := reader.read(row)
			if err != nil {
				return nil, err
			}
			if concerned {
				list.Items = append(list.Items, told)
			}
			continue
		}
		list.Items = append(list.Items, Event{Seq: row.Seq, Type: row.Type, At: row.At.UTC(), Body: RawJSON(row.Body), Digest: hexOf(row.Digest)})
	}
	return ListCaseEvents200JSONResponse(list), nil
}

// ListStatements lists what was said with each decision. The applicant reads its own words and what was said
// to it; experts' and officers' words among themselves stay among themselves.
func (s *Server) ListStatements(ctx context.Context, in ListStatementsRequestObject) (ListStatementsResponseObject, error) {
	c, err := s.mayView(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	rows, err := s.store.Statements(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	ids := make([]uuid.UUID, 0, 2*len(rows))
	for _, row := range rows {
		ids = append(ids, row.Actor)
		if row.OnBehalf != nil {
			ids = append(ids, *row.OnBehalf)
		}
	}
	names, err := s.store.Names(ctx, ids)
	if err != nil {
		return nil, err
	}
	own := ownCase(CallerOf(ctx), c)
	var proposed []int
	if own {
		if proposed, err = s.store.Proposed(ctx, c.CaseNo); err != nil {
			return nil, err
		}
	}
	list := StatementList{Items: []Statement{}}
	for _, row := range rows {
		if own && (!saidToApplicant(row) || slices.Contains(proposed, row.Seq)) {
			continue
		}
		shown, err := showStatement(ctx, row, names)
		if err != nil {
			return nil, err
		}
		list.Items = append(list.Items, shown)
	}
	return ListStatements200JSONResponse(list), nil
}

func showStatement(ctx context.Context, row store.Statement, names map[uuid.UUID]string) (Statement, error) {
	body, err := row.Body()
	if err != nil {
		return Statement{}, err
	}
	body.Snapshot = "" // it is shown as a snapshot, once
	body.Sheet, err = filing.WholeSheet(filing.Stage(row.Stage), casework.Step(row.Step), casework.Verdict(row.Verdict), body.Sheet)
	if err != nil {
		return Statement{}, err
	}
	content, err := json.Marshal(body)
	if err != nil {
		return Statement{}, err
	}
	shown := Statement{
		Seq: row.Seq, TaskId: row.TaskID, Stage: row.Stage, StageName: stageName(ctx, row.Stage), Round: row.Round, Step: row.Step,
		Actor: personOf(&row.Actor, names[row.Actor]), Verdict: row.Verdict, VerdictName: sayName(ctx, procedure.VerdictName(row.Stage, casework.Verdict(row.Verdict))),
		Target: row.Target, Content: content, At: row.At.UTC(),
	}
	if row.OnBehalf != nil {
		shown.OnBehalf = personOf(row.OnBehalf, names[*row.OnBehalf])
	}
	return shown, nil
}

// saidToApplicant says whether a statement is the applicant's own or addressed to the applicant.
func saidToApplicant(row store.Statement) bool {
	switch filing.Stage(row.Stage) {
	case filing.Supplement, filing.Rectification, filing.Commitment:
		return true
	case filing.Acceptance:
		return row.Verdict == string(casework.Return) || row.Verdict == string(casework.Refuse)
	case filing.CommitmentCheck:
		return row.Verdict == string(casework.Return)
	}
	return false
}

// ListSnapshots lists what the applicant handed in.
func (s *Server) ListSnapshots(ctx context.Context, in ListSnapshotsRequestObject) (ListSnapshotsResponseObject, error) {
	if _, err := s.mayView(ctx, in.CaseNo); err != nil {
		return nil, err
	}
	rows, err := s.store.Snapshots(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	list := SnapshotList{Items: []Snapshot{}}
	for _, row := range rows {
		content, err := filing.Whole([]byte(row.Content), &filing.Frozen{})
		if err != nil {
			return nil, err
		}
		list.Items = append(list.Items, Snapshot{Round: row.Round, Content: content, Digest: hexOf(row.Digest), CreatedAt: row.CreatedAt.UTC()})
	}
	return ListSnapshots200JSONResponse(list), nil
}

// GetDifferences marks exactly what changed between two snapshots.
func (s *Server) GetDifferences(ctx context.Context, in GetDifferencesRequestObject) (GetDifferencesResponseObject, error) {
	of, err := s.mayView(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	rows, err := s.store.Snapshots(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	before, beforeErr := roundOf(rows, in.Params.From, "/from")
	after, afterErr := roundOf(rows, in.Params.To, "/to")
	if err := errors.Join(beforeErr, afterErr); err != nil {
		return nil, err
	}
	if of.Procedure == contract.CertificationWorkflow {
		list, err := s.batchDifferences(ctx, before, after)
		return GetDifferences200JSONResponse(list), err
	}
	changes, err := filing.Diff([]byte(before.Content), []byte(after.Content))
	if err != nil {
		return nil, err
	}
	list := DifferenceList{Items: []Difference{}}
	for _, change := range changes {
		section, _, _ := strings.Cut(strings.TrimPrefix(change.Pointer, "/"), "/")
		list.Items = append(list.Items, Difference{
			Section: section, Pointer: change.Pointer, Label: say(ctx, change.Label), Kind: DifferenceKind(change.Kind), Before: change.Old, After: change.New,
		})
	}
	return GetDifferences200JSONResponse(list), nil
}

func roundOf(rows []store.Snapshot, round int, pointer string) (store.Snapshot, error) {
	for _, row := range rows {
		if row.Round == round {
			return row, nil
		}
	}
	return store.Snapshot{}, fault.Wrong(pointer, "round", "没有这一次提交，请从列表中选择", "There is no such submission; choose one from the list")
}
