package certification

import (
	"encoding/json"
	"slices"
	"time"

	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
	"jiangxin/domain/form"
)

// Sheet is what a decision says beside its verdict; one type for each kind of task.
type Sheet interface {
	check(p *form.Problems, verdict casework.Verdict, facts Facts)
}

// Facts are what the stored case knows when a sheet is checked. Whoever calls fills what the stage needs.
type Facts struct {
	Now time.Time

	Rows    []int              // numbers of the batch's rows
	Sampled []int              // rows of the random sample
	Flagged []int              // rows with an automatic finding
	Settled map[int]RowVerdict // what the last round decided on rows that have not changed since
	Mended  []int              // with Correction: returned rows that were changed or taken out

	Passed int    // with Issue: rows that passed the audit
	Holder string // with Revocation: the name on the certificate
	People int    // with Summary: rows of the month
	NilToo bool   // with Summary: policy allows a nil return
}

// Validate checks a decision: that the task offers the verdict, and that the sheet says what this verdict must
// say. It reports every wrong field at once; pointers start in the body {"verdict":…, "sheet":{…}}.
func Validate(stage Stage, step casework.Step, verdict casework.Verdict, raw json.RawMessage, facts Facts) error {
	if !slices.Contains(Verdicts(stage, step), verdict) {
		return form.NotOffered(stage.Name().ZH, stage.Name().EN)
	}
	sheet := NewSheet(stage, step)
	if err := form.ReadSheet(raw, sheet, max(form.ListLimit, len(facts.Rows))); err != nil {
		return err
	}
	p := &form.Problems{Root: form.SheetRoot}
	sheet.check(p, verdict, facts)
	return p.Err()
}

// NewSheet makes the empty sheet for a task, to decode into.
func NewSheet(stage Stage, step casework.Step) Sheet {
	if step == casework.StepReview || step == casework.StepSign {
		return &StepSheet{}
	}
	switch stage {
	case Audit:
		return &AuditSheet{}
	case Correction:
		return &CorrectionSheet{}
	case Issue:
		return &IssueSheet{}
	case Revocation:
		return &RevocationSheet{}
	case Summary:
		return &SummarySheet{}
	case SummaryCheck:
		return &SummaryCheckSheet{}
	}
	return &StepSheet{}
}

// WholeSheet writes the sheet of a recorded decision as JSON in which every field stands and no list is null;
// what goes with an operation has no sheet of its own and stays as it is.
func WholeSheet(stage Stage, step casework.Step, verdict casework.Verdict, raw json.RawMessage) (json.RawMessage, error) {
	if !slices.Contains(Verdicts(stage, step), verdict) || len(raw) == 0 {
		return raw, nil
	}
	return form.Whole(raw, NewSheet(stage, step))
}

// StepSheet is what the later steps of an act say (审核, 签发).
type StepSheet filing.StepSheet

func (s *StepSheet) check(p *form.Problems, verdict casework.Verdict, _ Facts) {
	p.Step(s.Words, verdict)
}
