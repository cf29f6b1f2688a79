package activities

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/paper"
	"jiangxin/store"
)

// file is the case file as a builder reads it: the rows of store.PaperFile with their contents unpacked.
type file struct {
	store.PaperFile
	printer   *Printer
	reference *store.Reference
	day       civil.Date // of the paper

	// Of a filing.
	bodies   contract.Filing // who acts, as corrected by then
	panel    []string        // user IDs as corrected by then, the leader first; empty where the sheets say it
	panelSeq int
	applied  filing.Frozen // what was handed in last
}

func (p *Printer) open(ctx context.Context, in contract.EffectRequest) (*file, error) {
	rows, err := p.Store.PaperFile(ctx, in.CaseNo, in.ID)
	if err != nil {
		return nil, err
	}
	reference, err := p.Store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	f := &file{PaperFile: rows, printer: p, reference: reference, day: civil.Of(rows.Paper.OrderedAt)}
	if f.Snapshot.Content == "" {
		return nil, unprintable(fmt.Errorf("nothing was handed in before event %d", rows.Paper.Seq))
	}
	if f.Case.Procedure != contract.FilingWorkflow {
		return f, nil
	}
	return f, f.thaw()
}

// thaw unpacks what only filings have: the application and the bodies that act.
func (f *file) thaw() error {
	var err error
	if f.applied, err = filing.Thaw([]byte(f.Snapshot.Content)); err != nil {
		return unprintable(err)
	}
	if err := json.Unmarshal([]byte(f.Case.Input), &f.bodies); err != nil {
		return unprintable(fmt.Errorf("read the case's input: %w", err))
	}
	return f.correct()
}

// correct applies what an operator corrected, so that a paper from before a correction keeps the old bodies.
func (f *file) correct() error {
	for _, e := range f.Corrections {
		var op contract.OperationData
		if err := json.Unmarshal(e.Data, &op); err != nil {
			return unprintable(fmt.Errorf("read the correction %d: %w", e.Seq, err))
		}
		switch op.Fact {
		case contract.FactCompetent:
			f.bodies.Competent = op.Value
		case contract.FactBureau:
			f.bodies.Bureau = op.Value
		case contract.FactPublisher:
			f.bodies.Publisher = op.Value
		case contract.FactPanel:
			f.panel, f.panelSeq = op.People, e.Seq
		}
	}
	return nil
}

// head is what every paper has. issuer is the full name on it. Where no body is to seal the paper, nothing
// marks it as 待用印.
func (f *file) head(issuer string) paper.Head {
	return paper.Head{
		Number: number(f.Paper), CaseNumber: f.Paper.CaseNo, Issuer: issuer,
		IssuedOn: f.day.String(), PrintedAt: f.Paper.OrderedAt, Sealed: f.Paper.Body == "",
	}
}

// headOf is the head of a paper that a body issues: the one whose seal it waits for, or the competent one.
func (f *file) headOf() (paper.Head, error) {
	issuer, err := f.body(cmp.Or(f.Paper.Body, f.bodies.Competent))
	return f.head(issuer), err
}

// body is what a body is called on the day of the paper. One that the directory does not know may be added,
// so that is no reason to give up.
func (f *file) body(id string) (string, error) {
	b, err := f.reference.Directory.Body(id)
	return b.Name(f.day).ZH, err
}

func (f *file) city() string {
	r, err := f.reference.Directory.Region(f.Case.Region)
	if err != nil {
		return f.Case.Region
	}
	return r.Name(f.day).ZH
}

func (f *file) enterprise() paper.Enterprise {
	return paper.Enterprise{Name: f.applied.Application.Unit.Name, CreditCode: f.applied.Application.Unit.CreditCode}
}

// name is a person's name.
func (f *file) name(id uuid.UUID) string { return f.People[id].Name }

// due is the last day of the task that was put to a stage together with the paper.
func (f *file) due(stage filing.Stage) (day string, provisional bool) {
	for id, at := range f.Recorded.Due {
		if strings.HasPrefix(id, string(stage)+"/") {
			return civil.Of(at).String(), f.Provisional[id]
		}
	}
	return "", false
}

// earlier is the number of the newest paper of a kind that was ordered before; empty where there is none.
func (f *file) earlier(kind casework.PaperKind) string {
	for _, p := range slices.Backward(f.Earlier) {
		if p.Kind == string(kind) {
			return number(p)
		}
	}
	return ""
}

// decided is the decision of a filing's stage in a round: of an act, that of its first step, whose words hold.
func (f *file) decided(stage string, round int) (store.Statement, error) {
	return f.said(stage, round, filing.Verdicts(filing.Stage(stage), casework.StepHandle))
}

// said is the statement of a stage in a round that gave one of the verdicts.
func (f *file) said(stage string, round int, offers []casework.Verdict) (store.Statement, error) {
	for _, s := range f.Statements {
		if s.Stage == stage && s.Round == round && s.TaskID != "" && slices.Contains(offers, casework.Verdict(s.Verdict)) {
			return s, nil
		}
	}
	return store.Statement{}, unprintable(fmt.Errorf("no decision of %s in round %d", stage, round))
}

// last is the newest statement of a stage with one of the verdicts.
func (f *file) last(stage filing.Stage, verdicts ...casework.Verdict) (store.Statement, bool) {
	for _, s := range slices.Backward(f.Statements) {
		if s.Stage == string(stage) && s.TaskID != "" && slices.Contains(verdicts, casework.Verdict(s.Verdict)) {
			return s, true
		}
	}
	return store.Statement{}, false
}

// steps names who took the inner steps of the paper's act, in their order.
func (f *file) steps() []paper.Step {
	var steps []paper.Step
	for _, s := range f.Statements {
		if s.Stage == f.Paper.Stage && s.Round == f.Paper.Round && s.Step != "" {
			steps = append(steps, paper.Step{
				Name: casework.Step(s.Step).Role().Name().ZH, Who: f.name(s.Actor), On: civil.Of(s.At).String(),
			})
		}
	}
	return steps
}

// sheetOf reads what was said with a decision beside its verdict.
func sheetOf[S any](s store.Statement) (S, error) {
	var sheet S
	if err := s.ReadSheet(&sheet); err != nil {
		return sheet, unprintable(fmt.Errorf("read the words of event %d: %w", s.Seq, err))
	}
	return sheet, nil
}

// lastSheet reads the sheet of the newest statement of a stage with the verdict; an empty one where there is none.
func lastSheet[S any](f *file, stage filing.Stage, verdict casework.Verdict) (sheet S, said store.Statement, err error) {
	said, found := f.last(stage, verdict)
	if !found {
		return sheet, said, nil
	}
	sheet, err = sheetOf[S](said)
	return sheet, said, err
}
