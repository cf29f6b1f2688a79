package store

// Kinds of messages. They are stored for ever and never renamed.
const (
	KindTaskOpened         = "taskOpened"
	KindActTaken           = "actTaken"
	KindCaseClosed         = "caseClosed"
	KindReceiptIssued      = "receiptIssued"
	KindReceiptCopied      = "receiptCopied"
	KindCataloguePublished = "cataloguePublished"
	KindTenureReminder     = "tenureReminder"
	KindTenureLapsed       = "tenureLapsed"
)

// MessageFacts are the facts that one kind of message tells of: codes, numbers and dates, for the reader's
// language to put into words.
type MessageFacts interface{ kind() string }

// TaskOpened tells of a task that waits for the reader.
type TaskOpened struct {
	Task  string `json:"task"` // its ID
	Stage string `json:"stage"`
}

// ActTaken tells of an institutional act that took effect.
type ActTaken struct {
	Stage   string `json:"stage"`
	Verdict string `json:"verdict"`
}

// CaseClosed tells how a case ended.
type CaseClosed struct {
	Outcome string `json:"outcome"`
}

// ReceiptIssued tells of the filing number.
type ReceiptIssued struct {
	FilingNo     string `json:"filingNo"`
	ValidFrom    string `json:"validFrom"`
	ValidThrough string `json:"validThrough"`
}

// ReceiptCopied is the copy of a receipt (抄送).
type ReceiptCopied struct {
	FilingNo   string `json:"filingNo"`
	Enterprise string `json:"enterprise"` // its name
}

// CataloguePublished tells of an edition of a city's catalogue.
type CataloguePublished struct {
	FilingNo string `json:"filingNo"`
	Region   string `json:"region"`
	Edition  string `json:"edition"`
}

// TenureReminder tells that a validity ends soon.
type TenureReminder struct {
	FilingNo string `json:"filingNo"`
	Days     string `json:"days"` // calendar days left
}

// TenureLapsed tells that a validity has ended.
type TenureLapsed struct {
	FilingNo     string `json:"filingNo"`
	ValidThrough string `json:"validThrough"`
}

func (TaskOpened) kind() string         { return KindTaskOpened }
func (ActTaken) kind() string           { return KindActTaken }
func (CaseClosed) kind() string         { return KindCaseClosed }
func (ReceiptIssued) kind() string      { return KindReceiptIssued }
func (ReceiptCopied) kind() string      { return KindReceiptCopied }
func (CataloguePublished) kind() string { return KindCataloguePublished }
func (TenureReminder) kind() string     { return KindTenureReminder }
func (TenureLapsed) kind() string       { return KindTenureLapsed }
