package contract

// Certification is the input of the Certification workflow and, with State, of each later run of it: one batch of
// results from its submission to the certificates.
type Certification struct {
	CaseNo     string `json:"caseNo"`  // the batch number
	Version    int    `json:"version"` // of the procedure; fixed at start
	Region     string `json:"region"`
	Enterprise string `json:"enterprise"` // enterprise ID
	FilingNo   string `json:"filingNo"`
	Authority  string `json:"authority"` // body that audits
	Command    string `json:"command"`   // the submission
	Snapshot   string `json:"snapshot"`  // digest of what was handed in
	Policy     string `json:"policy"`    // edition

	// Names are what operators read for the IDs above.
	Names map[string]string `json:"names,omitempty"`

	Rules CertificationRules  `json:"rules"`
	State *CertificationState `json:"state,omitempty"`
}

// CertificationRules are the policy's values that steer the procedure, fixed at start.
type CertificationRules struct {
	Steps   []string          `json:"steps"`   // inner steps of the audit
	DueDays map[string]int    `json:"dueDays"` // stage → days until its tasks are due
	DueUnit map[string]string `json:"dueUnit,omitempty"`
	Makers  int               `json:"makers"` // activities that make certificates side by side
}

// CertificationState is what a batch carries into a new run.
type CertificationState struct {
	Version int       `json:"version"`
	Desk    DeskState `json:"desk"`
	Outcome string    `json:"outcome,omitempty"`
}

// Inquiry is the input of the workflows that put one question and act on the answer: the revocation of a
// certificate, and a monthly summary, whose answer the authority checks.
type Inquiry struct {
	CaseNo     string            `json:"caseNo"`
	Version    int               `json:"version"`
	Region     string            `json:"region"`
	Enterprise string            `json:"enterprise,omitempty"`
	Body       string            `json:"body"`              // who is asked: a body, or the enterprise
	Check      string            `json:"check,omitempty"`   // body that checks the answer, where one does
	Subject    string            `json:"subject"`           // what it is about: a certificate number, or a month as 202611
	Steps      []string          `json:"steps,omitempty"`   // inner steps where the answer is an institutional act
	DueDays    map[string]int    `json:"dueDays,omitempty"` // stage → working days
	Command    string            `json:"command,omitempty"` // that began it; empty where a schedule did
	Policy     string            `json:"policy"`
	Names      map[string]string `json:"names,omitempty"`
	State      *InquiryState     `json:"state,omitempty"`
}

// InquiryState is what an inquiry carries into a new run.
type InquiryState struct {
	Version int       `json:"version"`
	Desk    DeskState `json:"desk"`
}

// Month is the input of the MonthEnd workflow; empty means the month in which it was due to start.
type Month struct {
	Month string `json:"month,omitempty"` // as 202611
}

// MonthOpened says what the end of a month opened. Running it twice opens nothing twice.
type MonthOpened struct {
	Month     string `json:"month"`
	Summaries int    `json:"summaries"`
}

// ResultsSubmittedData says that results were handed in, first or again.
type ResultsSubmittedData struct {
	Round   int    `json:"round"`
	Command string `json:"command"`
}

// ResultsAuditedData says that an audit of results took effect; the verdicts of the rows are in the words of
// its first step.
type ResultsAuditedData struct {
	Round   int    `json:"round"`
	Command string `json:"command"` // of the first step
	Verdict string `json:"verdict"`
}

// CertificatesIssuedData numbers the certificates of a batch. The numbers are the database's.
type CertificatesIssuedData struct {
	Command string `json:"command"`
}

// CertificationVersion is the procedure's version of batches that are handed in now. Since 2 an audit that takes effect
// orders its opinion (结果审核意见).
const CertificationVersion = 2

// Keys of RecordResult for an audit of results: how many rows of the batch now stand with each verdict, decimal.
const (
	CountPassed   = "passed"
	CountReturned = "returned"
	CountFailed   = "failed"
)

// Keys of RecordResult for an issue of certificates.
const (
	CountCertificates = "certificates" // how many, decimal
	FirstCertificate  = "firstCertificate"
	LastCertificate   = "lastCertificate"
)

// CertificateRevokedData takes a certificate out of force.
type CertificateRevokedData struct {
	Number  string `json:"number"`
	Command string `json:"command"` // whose sheet holds reason and public words
	By      string `json:"by"`      // body, or the enterprise
}

// SummaryData is a step of a monthly summary: reported by the enterprise, accepted by the authority.
type SummaryData struct {
	Month   string `json:"month"`
	Command string `json:"command"`
}
