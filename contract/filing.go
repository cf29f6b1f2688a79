package contract

// Filing is the input of the Filing workflow and, with State, of each later run of it.
type Filing struct {
	CaseNo     string `json:"caseNo"`
	Version    int    `json:"version"` // of the procedure; fixed at start
	Region     string `json:"region"`
	Enterprise string `json:"enterprise"` // enterprise ID
	Competent  string `json:"competent"`  // body that accepts and verifies
	Bureau     string `json:"bureau"`     // body that submits
	Publisher  string `json:"publisher"`  // body that publishes the catalogue
	Centre     string `json:"centre"`
	Department string `json:"department"`
	Command    string `json:"command"` // the submission
	Snapshot   string `json:"snapshot"`
	Policy     string `json:"policy"` // edition

	// Names are what operators read for the IDs above: bodies and the enterprise, never a person.
	Names map[string]string `json:"names,omitempty"`

	Rules FilingRules  `json:"rules"`
	State *FilingState `json:"state,omitempty"`
}

// FilingRules are the policy's values that steer the procedure, fixed at start.
type FilingRules struct {
	Steps   map[string][]string `json:"steps"`   // stage → inner steps of its act
	DueDays map[string]int      `json:"dueDays"` // stage → days until its tasks are due
	DueUnit map[string]string   `json:"dueUnit"` // stage → DueDay or DueCity, where it is not working days
	Pauses  map[string]string   `json:"pauses"`  // stage → reason code when it stops the city's clock
	Years   int                 `json:"years"`   // validity

	// Again are the steps that follow the first of a notice which asks again for what the last one told of.
	Again  []string `json:"again,omitempty"`
	Remind []int    `json:"remind"` // calendar days before the end
}

// FilingState is what a filing carries into a new run.
type FilingState struct {
	Version  int       `json:"version"`
	Desk     DeskState `json:"desk"`
	Panel    []string  `json:"panel,omitempty"` // user IDs, the leader first
	After    string    `json:"after,omitempty"` // stage that a detour returns to
	Days     int       `json:"days,omitempty"`  // granted for the detour
	FilingNo string    `json:"filingNo,omitempty"`
	From     string    `json:"from,omitempty"`
	Through  string    `json:"through,omitempty"`
	Outcome  string    `json:"outcome,omitempty"`
}

// Tenure is the input of the Tenure workflow.
type Tenure struct {
	FilingNo   string            `json:"filingNo"`
	Region     string            `json:"region"`
	Enterprise string            `json:"enterprise"`
	From       string            `json:"from"`                 // first day of validity
	Through    string            `json:"through"`              // last day of validity
	Remind     []int             `json:"remind"`               // calendar days before the end, any order
	RemindHour int               `json:"remindHour,omitempty"` // hour of the day at which reminders go out, Asia/Shanghai; 0 = 8
	Names      map[string]string `json:"names,omitempty"`      // what operators read for body and enterprise IDs
	Policy     string            `json:"policy"`
	State      *DeskState        `json:"state,omitempty"`
}

// EffectRequest names one owed side effect; the activity finds the rest in the database.
type EffectRequest struct {
	CaseNo string `json:"caseNo"`
	ID     string `json:"id"`
}

// EffectResult says what came of it.
type EffectResult struct {
	SHA256 string `json:"sha256,omitempty"`
	Size   int64  `json:"size,omitempty"`
	Key    string `json:"key,omitempty"`
}
