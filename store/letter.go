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
	KindCertificatesIssued = "certificatesIssued"
	KindCertificateRevoked = "certificateRevoked"
	KindSummaryAccepted    = "summaryAccepted"
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

// CertificatesIssued tells the authority which certificates an enterprise has issued; their data are to be uploaded.
type CertificatesIssued struct {
	BatchNo    string `json:"batchNo"`
	Enterprise string `json:"enterprise"` // its name
	Count      string `json:"count"`
	First      string `json:"first"` // number
	Last       string `json:"last"`
}

// CertificateRevoked tells the other side that a certificate is out of force.
type CertificateRevoked struct {
	Number string `json:"number"`
	Reason string `json:"reason"` // code
}

// SummaryAccepted tells the enterprise that the authority has taken its monthly summary.
type SummaryAccepted struct {
	Month string `json:"month"` // as 202611
	Rows  string `json:"rows"`
}

func (TaskOpened) kind() string         { return KindTaskOpened }
func (ActTaken) kind() string           { return KindActTaken }
func (CaseClosed) kind() string         { return KindCaseClosed }
func (ReceiptIssued) kind() string      { return KindReceiptIssued }
func (ReceiptCopied) kind() string      { return KindReceiptCopied }
func (CataloguePublished) kind() string { return KindCataloguePublished }
func (TenureReminder) kind() string     { return KindTenureReminder }
func (TenureLapsed) kind() string       { return KindTenureLapsed }
func (CertificatesIssued) kind() string { return KindCertificatesIssued }
func (CertificateRevoked) kind() string { return KindCertificateRevoked }
func (SummaryAccepted) kind() string    { return KindSummaryAccepted }
