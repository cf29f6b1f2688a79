package api

import (
	"context"
	"regexp"
	"time"

	"github.com/google/uuid"

	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/policy"
	"jiangxin/domain/region"
	"jiangxin/store"
)

// factsFor gathers what the stored case knows, as far as the task's stage needs it to check a sheet.
func (s *Server) factsFor(ctx context.Context, c store.Case, t store.Task, raw []byte, actor uuid.UUID) (filing.Facts, error) {
	f := filing.Facts{
		Now: time.Now().UTC(), Case: c.CaseNo, Body: CallerOf(ctx).Body.ID, Applicant: c.EnterpriseID.String(), Delegated: c.Competent != c.Bureau,
	}
	documents, err := s.store.DocumentsNamed(ctx, documentIDs(raw), c, actor)
	if err != nil {
		return f, err
	}
	f.Documents = make(map[filing.DocumentID]filing.Document, len(documents))
	for _, d := range documents {
		known := documentFact(d)
		f.Documents[known.ID] = known
	}
	if err := s.markUsed(ctx, c, f.Documents); err != nil {
		return f, err
	}
	if f.PasswordAsked, err = s.asksPassword(ctx, c, t); err != nil {
		return f, err
	}
	if casework.Step(t.Step) == casework.StepReview || casework.Step(t.Step) == casework.StepSign {
		return f, nil
	}
	for _, need := range factNeeds[filing.Stage(t.Stage)] {
		if err := need(ctx, s, c, &f); err != nil {
			return f, err
		}
	}
	return f, nil
}

// factNeeds lists what each stage must know beside the documents.
var factNeeds = map[filing.Stage][]func(context.Context, *Server, store.Case, *filing.Facts) error{
	filing.Acceptance:    {fromSnapshot, fromLastNotice},
	filing.Supplement:    {fromLastNotice, fromHandedIn(filing.Fallen)},
	filing.Panel:         {fromPolicy, fromExperts},
	filing.ExpertReview:  {fromSnapshot},
	filing.Deliberation:  {fromPanel},
	filing.SiteVisit:     {fromPolicy, fromPanel},
	filing.Assessment:    {fromSnapshot},
	filing.Verification:  {fromSnapshot, fromPolicy, fromAssessment},
	filing.Rectification: {fromLastRectification, fromHandedIn(filing.FallenAfterVisit)},
	filing.Commitment:    {fromPolicy, fromCommitmentLetter, fromAuthorisation},
	filing.Receipt:       {fromSnapshot, fromPolicy, fromGrants},
}

func fromSnapshot(ctx context.Context, s *Server, c store.Case, f *filing.Facts) error {
	frozen, err := s.frozen(ctx, c.CaseNo)
	if err != nil {
		return err
	}
	f.Occupations = frozen.Application.Occupations.Rows
	for _, m := range frozen.Application.Materials.Items {
		if m.OnlineCheck {
			f.OnlineAsked = append(f.OnlineAsked, m.Number)
		}
	}
	return nil
}

// frozen reads what the applicant handed in last.
func (s *Server) frozen(ctx context.Context, caseNo string) (filing.Frozen, error) {
	snapshots, err := s.store.Snapshots(ctx, caseNo)
	if err != nil || len(snapshots) == 0 {
		return filing.Frozen{}, err
	}
	return filing.Thaw([]byte(snapshots[len(snapshots)-1].Content))
}

func fromLastNotice(ctx context.Context, s *Server, c store.Case, f *filing.Facts) error {
	var sheet filing.AcceptanceSheet
	if _, err := s.lastSheet(ctx, c, filing.Acceptance, casework.Return, &sheet); err != nil {
		return err
	}
	f.Defects = sheet.Defects()
	return nil
}

func fromLastRectification(ctx context.Context, s *Server, c store.Case, f *filing.Facts) error {
	var sheet filing.VerificationSheet
	if _, err := s.lastSheet(ctx, c, filing.Verification, casework.Rectify, &sheet); err != nil {
		return err
	}
	f.Points = sheet.Points
	return nil
}

// fromHandedIn says what of the last snapshot no longer holds today.
func fromHandedIn(fallen func(filing.Frozen, filing.Lookups) []filing.Section) func(context.Context, *Server, store.Case, *filing.Facts) error {
	return func(ctx context.Context, s *Server, c store.Case, f *filing.Facts) error {
		frozen, err := s.frozen(ctx, c.CaseNo)
		if err != nil || frozen.Version == 0 {
			return err
		}
		enterprise, err := s.store.Enterprise(ctx, c.EnterpriseID)
		if err != nil {
			return err
		}
		lookups, err := s.lookups(ctx, enterprise)
		if err != nil {
			return err
		}
		f.Fallen = fallen(frozen, lookups)
		return nil
	}
}

func fromAssessment(ctx context.Context, s *Server, c store.Case, f *filing.Facts) error {
	var sheet filing.AssessmentSheet
	if _, err := s.lastSheet(ctx, c, filing.Assessment, casework.Conclude, &sheet); err != nil {
		return err
	}
	f.Conclusion, f.Recommended = sheet.Conclusion, sheet.Recommended
	return nil
}

func fromPanel(ctx context.Context, s *Server, c store.Case, f *filing.Facts) error {
	var err error
	f.Panel, err = s.store.Panel(ctx, c.CaseNo)
	return err
}

// fromGrants reads what a receipt would file, as the record will take it; nothing while nothing has passed.
func fromGrants(ctx context.Context, s *Server, c store.Case, f *filing.Facts) error {
	var assessed filing.AssessmentSheet
	var verified filing.VerificationSheet
	concluded, err := s.lastSheet(ctx, c, filing.Assessment, casework.Conclude, &assessed)
	if err != nil || !concluded {
		return err
	}
	passed, err := s.lastSheet(ctx, c, filing.Verification, casework.Pass, &verified)
	if err != nil || !passed {
		return err
	}
	f.Granted, err = filing.Granted(f.Occupations, &assessed, &verified)
	if fault.Is(err, fault.NotReady) { // the sheet says so where a receipt is to be issued
		return nil
	}
	return err
}

func fromExperts(ctx context.Context, s *Server, c store.Case, f *filing.Facts) error {
	experts, err := s.store.Candidates(ctx, c.Region)
	if err != nil {
		return err
	}
	f.Candidates = make(map[string]filing.Candidate, len(experts))
	for _, e := range experts {
		f.Candidates[e.UserID.String()] = filing.Candidate{Conflict: e.Employer == c.EnterpriseName}
	}
	return nil
}

// fromPolicy reads the edition under which the case started.
func fromPolicy(ctx context.Context, s *Server, c store.Case, f *filing.Facts) error {
	edition, err := s.edition(ctx, c.Policy)
	if err != nil {
		return err
	}
	if f.PanelMinimum, err = edition.Int(policy.PanelSizeMin); err != nil {
		return err
	}
	odd, err := edition.Bool(policy.PanelSizeOdd)
	if err != nil {
		return err
	}
	f.PanelEven = !odd
	if f.VisitMinimum, err = edition.Int(policy.PanelVisitMin); err != nil {
		return err
	}
	if f.ReceiptAhead, err = edition.Int(policy.ReceiptAheadDays); err != nil {
		return err
	}
	if f.RectifyMax, err = edition.Int(policy.RectificationDays); err != nil {
		return err
	}
	f.RectifyMin = 1
	f.AccountForm, err = edition.Bool(policy.CommitmentByAccount)
	return err
}

// asksPassword says whether policy asks whoever takes this step for the password again: the step by which the
// decision on the receipt takes effect.
func (s *Server) asksPassword(ctx context.Context, c store.Case, t store.Task) (bool, error) {
	if filing.Stage(t.Stage) != filing.Receipt {
		return false, nil
	}
	edition, err := s.edition(ctx, c.Policy)
	if err != nil {
		return false, err
	}
	steps, err := edition.Steps(string(region.Department), "receipt")
	if err != nil || string(steps[len(steps)-1]) != t.Step {
		return false, err
	}
	return edition.Bool(policy.ReceiptPassword)
}

func (s *Server) edition(ctx context.Context, version string) (policy.Edition, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return policy.Edition{}, err
	}
	return reference.Policy.Edition(version)
}

func fromCommitmentLetter(ctx context.Context, s *Server, c store.Case, f *filing.Facts) error {
	papers, err := s.store.Papers(ctx, c.CaseNo)
	if err != nil {
		return err
	}
	for _, p := range papers {
		if p.Kind == string(filing.CommitmentLetter) && p.State == store.PaperMade {
			f.CommitmentDigest = p.SHA256
		}
	}
	return nil
}

func fromAuthorisation(ctx context.Context, s *Server, c store.Case, f *filing.Facts) error {
	var err error
	f.Authorised, err = s.store.Authorised(ctx, c.EnterpriseID)
	return err
}

// documentFact is what the check of a sheet or an application knows of a stored document.
func documentFact(d store.Document) filing.Document {
	known := filing.Document{
		ID: filing.DocumentID(d.ID.String()), Name: d.Name, SHA256: d.SHA256, Purpose: filing.DocumentPurpose(d.Purpose), Personal: d.Personal,
	}
	if d.CaseNo != nil {
		known.Case = *d.CaseNo
	}
	switch {
	case d.EnterpriseID != nil:
		known.Uploader = d.EnterpriseID.String()
	case d.BodyID != nil:
		known.Uploader = *d.BodyID
	}
	return known
}

// markUsed notes for which expert a signed sheet was handed in already.
func (s *Server) markUsed(ctx context.Context, c store.Case, documents map[filing.DocumentID]filing.Document) error {
	var sheets []string
	for id, d := range documents {
		if d.Purpose == filing.ForSheet {
			sheets = append(sheets, string(id))
		}
	}
	used, err := s.store.SheetsUsed(ctx, c.CaseNo, sheets)
	for id, expert := range used {
		d := documents[filing.DocumentID(id)]
		d.UsedFor = expert
		documents[d.ID] = d
	}
	return err
}

// lastSheet reads what the newest statement of a stage with this verdict says, and whether there is one.
func (s *Server) lastSheet(ctx context.Context, c store.Case, stage filing.Stage, verdict casework.Verdict, into any) (bool, error) {
	said, found, err := s.store.LastStatement(ctx, c.CaseNo, string(stage), verdict)
	if err != nil || !found {
		return false, err
	}
	return true, said.ReadSheet(into)
}

var uuidForm = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)

// documentIDs finds what may be a document's ID in a sheet; the store says which of them are documents.
func documentIDs(raw []byte) []uuid.UUID {
	seen := map[uuid.UUID]bool{}
	var ids []uuid.UUID
	for _, text := range uuidForm.FindAll(raw, -1) {
		if id, err := uuid.ParseBytes(text); err == nil && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}
