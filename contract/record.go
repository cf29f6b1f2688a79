package contract

import (
	"encoding/json"
	"time"
)

// Event is one fact of a case. Seq has no gaps. Data is one of the structs below, by Type; it holds
// codes, IDs, counts and digests, never words or personal data.
type Event struct {
	Seq     int             `json:"seq"`
	At      time.Time       `json:"at"` // UTC, microseconds
	Type    string          `json:"type"`
	TaskID  string          `json:"taskId,omitempty"`
	Command string          `json:"command,omitempty"`
	Actor   string          `json:"actor,omitempty"`
	Data    json.RawMessage `json:"data,omitempty"`
}

// RecordRequest is one batch: everything that happened since the last rest.
type RecordRequest struct {
	CaseNo string  `json:"caseNo"`
	Events []Event `json:"events"`
}

// RecordResult is what only the database knows.
type RecordResult struct {
	Seq     int                  `json:"seq"`
	Due     map[string]time.Time `json:"due,omitempty"`     // task ID → due instant
	Numbers map[string]string    `json:"numbers,omitempty"` // what was numbered → number
}

// OpenedData begins a case.
type OpenedData struct {
	Procedure        string `json:"procedure"`
	ProcedureVersion int    `json:"procedureVersion"`
	Policy           string `json:"policy"` // edition under which the case runs to its end
	Snapshot         string `json:"snapshot,omitempty"`
}

// StageData names a stage and its round.
type StageData struct {
	Stage string `json:"stage"`
	Round int    `json:"round"`
	Pause string `json:"pause,omitempty"` // reason code while the city's clock stands still
}

// DecidedData is a decision as it is recorded.
type DecidedData struct {
	Verdict  string   `json:"verdict"`
	Target   string   `json:"target,omitempty"`
	OnBehalf string   `json:"onBehalf,omitempty"`
	People   []string `json:"people,omitempty"`
	Days     int      `json:"days,omitempty"`
	Digest   string   `json:"digest"`
}

// ActData is an institutional act that took effect.
type ActData struct {
	Stage   string   `json:"stage"`
	Round   int      `json:"round"`
	Body    string   `json:"body"`
	Verdict string   `json:"verdict"`
	Target  string   `json:"target,omitempty"`
	By      []string `json:"by"`      // in the order of the steps
	Command string   `json:"command"` // of the first step, whose words hold
}

// PaperData orders a paper.
type PaperData struct {
	ID      string `json:"id"` // <stage>/<round>/<kind>
	Kind    string `json:"kind"`
	Stage   string `json:"stage"`
	Round   int    `json:"round"`
	Body    string `json:"body,omitempty"` // whose seal it waits for; empty = none
	Command string `json:"command,omitempty"`
}

// PaperMadeData says that a paper is stored.
type PaperMadeData struct {
	ID     string `json:"id"`
	SHA256 string `json:"sha256"`
	Size   int64  `json:"size"`
	Key    string `json:"key"`
}

// OperationData is an operator's or applicant's act on the whole case.
type OperationData struct {
	Operation string   `json:"operation"`
	Stage     string   `json:"stage,omitempty"`
	Effect    string   `json:"effect,omitempty"`
	Fact      string   `json:"fact,omitempty"`
	Value     string   `json:"value,omitempty"`
	Body      string   `json:"body,omitempty"`
	Role      string   `json:"role,omitempty"`
	Assignee  string   `json:"assignee,omitempty"`
	Days      int      `json:"days,omitempty"`
	People    []string `json:"people,omitempty"`
	Digest    string   `json:"digest,omitempty"`
}

// ClosedData ends a case.
type ClosedData struct {
	Outcome string `json:"outcome"`
}

// ReceiptData asks for a filing number. The number is the database's answer, not part of the event:
// it comes back in RecordResult.Numbers under the keys below.
type ReceiptData struct {
	Command string `json:"command"`
	Years   int    `json:"years"` // of validity, from policy
}

// Keys of RecordResult for a receipt.
const (
	NumberFiling = "filing"
	DateFrom     = "validFrom"
	DateThrough  = "validThrough"
)

// PublicationData publishes an edition of the city's catalogue.
type PublicationData struct {
	FilingNo  string `json:"filingNo"`
	Region    string `json:"region"`
	Publisher string `json:"publisher"`
}

// ReminderData is one reminder of a tenure.
type ReminderData struct {
	FilingNo string `json:"filingNo"`
	Days     int    `json:"days"` // calendar days left, the last day of validity not counted
}

// LapsedData ends a tenure.
type LapsedData struct {
	FilingNo string `json:"filingNo"`
	Through  string `json:"through"`
}
