package filing

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
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

// Document is what is known of an uploaded document.
type Document struct {
	ID     DocumentID `json:"id"`
	Name   string     `json:"name"`
	SHA256 string     `json:"sha256"` // hex; empty while the upload is not complete

	// What the stored document says of itself; a snapshot does not keep it.
	Purpose  DocumentPurpose `json:"-"`
	Case     string          `json:"-"` // number of the case that it was uploaded to; empty before there is one
	Uploader string          `json:"-"` // ID of the enterprise or body whose person uploaded it; empty of an expert
	Personal bool            `json:"-"` // it may hold ID numbers
	UsedFor  string          `json:"-"` // user ID of the expert for whom it was handed in already (代录)
}

// DocumentPurpose is what a document was uploaded for.
type DocumentPurpose string

// The purposes that a sheet or an application asks for.
const (
	ForRule       DocumentPurpose = "rule"       // 管理办法
	ForSheet      DocumentPurpose = "sheet"      // 专家签字的评审表
	ForCommitment DocumentPurpose = "commitment" // 承诺书、授权委托书
)

// Candidate is an expert who may be appointed.
type Candidate struct {
	Employer string // enterprise ID of the employer, if it is one of ours
	Conflict bool   // declared a conflict of interest with this applicant
}

// Pointers of every error of Validate start in the body {"verdict":…, "sheet":{…}, "password":…}.
const (
	verdictPointer  = "/verdict"
	sheetPointer    = "/sheet"
	passwordPointer = "/password"
)

// Validate checks a decision: that the task offers the verdict, and that the sheet says what this
// verdict must say. It reports every wrong field at once.
func Validate(stage Stage, step casework.Step, verdict casework.Verdict, raw json.RawMessage, facts Facts) error {
	if !slices.Contains(Verdicts(stage, step), verdict) {
		return fault.Wrong(verdictPointer, "verdict", fmt.Sprintf("“%s”环节没有这个选项，请刷新后重新选择", stage.Name().ZH),
			fmt.Sprintf("%s does not offer this verdict; reload and choose again", stage.Name().EN))
	}
	if len(bytes.TrimSpace(raw)) == 0 || bytes.Equal(bytes.TrimSpace(raw), []byte("null")) {
		raw = json.RawMessage("{}")
	}
	value, err := tree(raw, sheetPointer)
	if err != nil {
		return err
	}
	p := &problems{root: sheetPointer}
	p.shape(value, "")
	if err := p.err(); err != nil {
		return err
	}
	sheet := NewSheet(stage, step, verdict)
	if err := decode(raw, sheet); err != nil {
		return err
	}
	if back, ok := sheet.(*BackSheet); ok {
		back.from = stage
	}
	sheet.check(p, verdict, facts)
	p.password(verdict, facts)
	return p.err()
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

func decode(raw []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(into)
	if err == nil {
		return nil
	}
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return fault.Wrong(sheetPointer+"/"+strings.ReplaceAll(wrong.Field, ".", "/"), "type",
			"填写的类型不对，请刷新页面后重新填写", "The value has the wrong type; reload the page and fill it again").Because(err)
	}
	if _, name, found := strings.Cut(err.Error(), "unknown field "); found {
		return fault.Wrong(sheetPointer+"/"+escape(strings.Trim(name, `"`)), "unknown_field",
			"没有这个填写项，请刷新页面后重新填写", "There is no such field; reload the page and fill it again").Because(err)
	}
	return fault.Wrong(sheetPointer, "value", "有一项的格式不对（例如日期），请检查后重新填写",
		"A value has the wrong form, such as a date; check and fill it again").Because(err)
}

// shape checks what holds for every text and list of every sheet.
func (p *problems) shape(value any, pointer string) {
	switch v := value.(type) {
	case string:
		p.text(pointer, v, NoteLimit)
	case []any:
		if len(v) > ListLimit {
			p.add(pointer, "too_many", fmt.Sprintf("最多 %d 项，请减少", ListLimit), fmt.Sprintf("At most %d entries; remove some", ListLimit))
			return
		}
		for i, item := range v {
			p.shape(item, pointer+"/"+strconv.Itoa(i))
		}
	case map[string]any:
		for _, key := range sortedKeys(v) {
			p.shape(v[key], pointer+"/"+escape(key))
		}
	}
}

// today is the legal date of the facts.
func (f Facts) today() civil.Date { return civil.Of(f.Now) }

// documents checks that every document named is one of the case and completely stored.
func (p *problems) documents(pointer string, ids []DocumentID, facts Facts) {
	for i, id := range ids {
		p.document(pointer+"/"+strconv.Itoa(i), id, facts)
	}
}

func (p *problems) document(pointer string, id DocumentID, facts Facts) {
	if known, ok := facts.Documents[id]; !ok || known.SHA256 == "" {
		p.add(pointer, "document", "找不到这个文件，或文件尚未上传完成，请重新上传", "The document is unknown or not completely uploaded; upload it again")
	}
}

// uploaded checks that a document was uploaded for the purpose, to this case, by the enterprise or body.
func (p *problems) uploaded(pointer string, id DocumentID, purpose DocumentPurpose, by string, facts Facts) {
	d, known := facts.Documents[id]
	if !known || d.SHA256 == "" {
		p.document(pointer, id, facts)
		return
	}
	if d.Purpose != purpose || d.Case != facts.Case || (by != "" && d.Uploader != by) {
		zh, en := purpose.words()
		p.add(pointer, "purpose", "这里须是本单位为本办件上传的“"+zh+"”，请按该用途重新上传",
			"This must be "+en+" that your own office or enterprise uploaded to this case; upload it for that purpose")
	}
}

func (d DocumentPurpose) words() (zh, en string) {
	switch d {
	case ForSheet:
		return "专家签字表", "a signed sheet"
	case ForCommitment:
		return "承诺书及授权委托书", "a commitment letter or authorisation"
	}
	return string(d), "a document for " + string(d)
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
			p.add("/signedSheet", "used", "该扫描件已用于另一位专家，请上传本专家签字的扫描件", "This scan was used for another expert; upload the one that this expert signed")
		}
	}
	if len(scans) == 0 {
		p.add("/signedSheet", "required", "代录须附专家本人签字的扫描件，请上传", "An entry on behalf needs the scan of the signed sheet; upload it")
	}
}
