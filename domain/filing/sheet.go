package filing

import (
	"encoding/json"
	"slices"
	"time"

	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/form"
)

// Sheet is what a decision says beside its verdict; one type for each kind of task.
type Sheet interface {
	check(p *problems, verdict casework.Verdict, facts Facts)
}

// Facts are what the stored case knows when a sheet is checked. Whoever calls fills what the stage needs.
type Facts struct {
	Now         time.Time
	Applicant   string                  // ID of the enterprise
	Delegated   bool                    // the city delegated the verification
	Case        string                  // its number
	Body        string                  // ID of the acting officer's body
	OnBehalf    bool                    // an officer enters for somebody (代录)
	Expert      string                  // user ID of that somebody
	SignedSheet DocumentID              // the scan that came with such an entry, where the sheet names none
	Documents   map[DocumentID]Document // the documents that this sheet may name
	Occupations []OccupationRow         // what was applied for
	OnlineAsked []int                   // materials for which an online check is asked for and none has failed yet
	Defects     []Defect                // the last notice to the applicant; empty before the first
	Points      []Point                 // what the last verification wants mended
	Fallen      []Section               // of what was handed in, what no longer holds and may be mended too

	PanelMinimum int                  // experts, from policy
	PanelEven    bool                 // policy allows an even number
	VisitMinimum int                  // experts on the site visit, from policy; at least one
	Candidates   map[string]Candidate // who may be appointed, by expert ID
	Panel        []string             // the experts appointed, by ID

	Conclusion  Conclusion // of the written assessment
	Recommended []Grant    // by the written assessment

	Granted      []Grant // what a receipt would file; empty while nothing has passed the verification
	ReceiptAhead int     // days by which a validity may begin before or after today, from policy

	RectifyMin, RectifyMax int    // working days for mending, from policy; RectifyMax 0 sets no bound
	AccountForm            bool   // policy allows the commitment letter by account
	PasswordAsked          bool   // policy asks whoever takes this step for the password again
	PasswordConfirmed      bool   // the API has just checked the signer's password again
	CommitmentDigest       string // SHA-256, hex, of the letter to be confirmed
	Authorised             bool   // an authorisation (授权委托书) is on file from an earlier letter of the enterprise
}

// Candidate is an expert who may be appointed.
type Candidate struct {
	Employer string // enterprise ID of the employer, if it is one of ours
	Conflict bool   // declared a conflict of interest with this applicant
}

// passwordPointer is where the password stands in the body {"verdict":…, "sheet":{…}, "password":…}.
const passwordPointer = "/password"

// Validate checks a decision: that the task offers the verdict, and that the sheet says what this
// verdict must say. It reports every wrong field at once.
func Validate(stage Stage, step casework.Step, verdict casework.Verdict, raw json.RawMessage, facts Facts) error {
	if !slices.Contains(Verdicts(stage, step), verdict) {
		return form.NotOffered(stage.Name().ZH, stage.Name().EN)
	}
	sheet := NewSheet(stage, step, verdict)
	if err := form.ReadSheet(raw, sheet, ListLimit); err != nil {
		return err
	}
	p := newProblems(form.SheetRoot)
	if back, ok := sheet.(*BackSheet); ok {
		back.from = stage
	}
	sheet.check(p, verdict, facts)
	p.password(verdict, facts)
	return p.Err()
}

// NewSheet makes the empty sheet for a task's verdict, to decode into.
func NewSheet(stage Stage, step casework.Step, verdict casework.Verdict) Sheet {
	switch {
	case step == casework.StepReview || step == casework.StepSign:
		return &StepSheet{}
	case verdict == casework.Back:
		return &BackSheet{}
	}
	switch stage {
	case Acceptance:
		return &AcceptanceSheet{}
	case Supplement:
		return &SupplementSheet{}
	case Panel:
		return &PanelSheet{}
	case ExpertReview:
		return &ExpertReviewSheet{}
	case Deliberation:
		return &DeliberationSheet{}
	case SiteVisit:
		return &SiteVisitSheet{}
	case Assessment:
		return &AssessmentSheet{}
	case Signature:
		return &SignatureSheet{}
	case Verification:
		return &VerificationSheet{}
	case Rectification:
		return &RectificationSheet{}
	case Commitment:
		return &CommitmentSheet{}
	case CommitmentCheck:
		return &CommitmentCheckSheet{}
	case DelegateOpinion, Submission, CentreReview:
		return &OpinionSheet{stage: stage}
	case Receipt:
		return &ReceiptSheet{}
	case Publication:
		return &PublicationSheet{}
	}
	return &StepSheet{}
}

// today is the legal date of the facts.
func (f Facts) today() civil.Date { return civil.Of(f.Now) }

// documents checks that every document named is one of the case and completely stored.
func (p *problems) documents(pointer string, ids []DocumentID, facts Facts) {
	p.Documents(pointer, ids, facts.Documents)
}

func (p *problems) document(pointer string, id DocumentID, facts Facts) {
	p.Document(pointer, id, facts.Documents)
}

// uploaded checks that a document was uploaded for the purpose, to this case, by the enterprise or body.
func (p *problems) uploaded(pointer string, id DocumentID, purpose DocumentPurpose, by string, facts Facts) {
	p.Uploaded(pointer, id, purpose, facts.Case, by, facts.Documents)
}

// signedSheet asks for the scan when an officer enters for an expert (代录): one that this officer's body
// uploaded, and that nobody has used for another expert.
func (p *problems) signedSheet(id DocumentID, facts Facts) {
	if !facts.OnBehalf {
		if id != "" {
			p.uploaded("/signedSheet", id, ForSheet, "", facts)
		}
		return
	}
	scans := slices.DeleteFunc([]DocumentID{id, facts.SignedSheet}, func(scan DocumentID) bool { return scan == "" })
	for _, scan := range slices.Compact(scans) {
		p.uploaded("/signedSheet", scan, ForSheet, facts.Body, facts)
		if used := facts.Documents[scan].UsedFor; used != "" && used != facts.Expert {
			p.Add("/signedSheet", "used", "该扫描件已用于另一位专家，请上传本专家签字的扫描件", "This scan was used for another expert; upload the one that this expert signed")
		}
	}
	if len(scans) == 0 {
		p.Add("/signedSheet", "required", "代录须附专家本人签字的扫描件，请上传", "An entry on behalf needs the scan of the signed sheet; upload it")
	}
}
