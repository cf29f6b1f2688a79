package store

import (
	"time"

	"github.com/google/uuid"

	"jiangxin/domain/civil"
)

// States of a batch (批次). They follow its case; a draft has none.
const (
	BatchDraft      = "draft"
	BatchAudit      = "audit"
	BatchCorrection = "correction"
	BatchIssue      = "issue"
	BatchIssued     = "issued"
	BatchNonePassed = "nonePassed"
	BatchWithdrawn  = "withdrawn"
)

// Batch is one batch of results of one occupation and level. Its number is also that of its case.
type Batch struct {
	BatchNo        string `gorm:"primaryKey"`
	FilingNo       string
	EnterpriseID   uuid.UUID
	EnterpriseName string
	Region         string
	State          string
	Occupation     string // code
	OccupationName string
	WorkType       string
	Level          string
	Way            string
	ExamFrom       civil.Date
	ExamTo         civil.Date
	Place          string
	Plan           string // certification.Plan as JSON
	Template       int    // version, kept to the end
	Workbook       *uuid.UUID
	Photos         *uuid.UUID
	Source         string // digest of the workbook and photos that the rows come from; empty once one was edited
	Rows           int
	Flagged        int // rows with a finding that somebody must look at
	Wrong          int // rows with a finding that keeps the batch from being handed in
	Passed         int
	Returned       int
	Failed         int
	Round          int // how often results were handed in
	Issued         int // certificates
	Made           int // of these, as PDF
	AuditedOn      *civil.Date
	IssuedOn       *civil.Date
	CreatedBy      uuid.UUID
	CreatedAt      time.Time
	UpdatedAt      time.Time
	SubmittedAt    *time.Time
	Version        int
}

// TableName is the table of batches.
func (Batch) TableName() string { return "batches" }

// ResultRow is one candidate's result as it stands. The ID number stands sealed, digested and masked, and in
// none of the texts.
type ResultRow struct {
	BatchNo      string `gorm:"primaryKey"`
	No           int    `gorm:"primaryKey"`
	Name         string
	IDSealed     string
	IDDigest     []byte
	IDMasked     string
	Content      string // certification.Row as JSON, without the ID number
	Findings     string // []certification.Finding as JSON
	Flags        int    // findings that somebody must look at
	Wrong        int    // findings that keep the row from being handed in
	Sampled      bool
	Verdict      string
	Clause       string
	Reason       string
	Former       string     // content as it was handed in before, of a row mended since that the authority has not decided on again
	FormerPhotos *uuid.UUID // the zip that held its photo then, where the photo was replaced since
	Round        int        // in which it was handed in as it stands; 0 = not yet
	AuditedOn    *civil.Date
	SummaryMonth *string
	Version      int
}

// TableName is the table of results.
func (ResultRow) TableName() string { return "result_rows" }

// ResultRowVersion is a result as it was handed in, round by round.
type ResultRowVersion struct {
	BatchNo  string `gorm:"primaryKey"`
	No       int    `gorm:"primaryKey"`
	Round    int    `gorm:"primaryKey"`
	Name     string
	IDSealed string
	IDDigest []byte
	IDMasked string
	Content  string
}

// TableName is the table of versions.
func (ResultRowVersion) TableName() string { return "result_row_versions" }

// ResultSample is the random sample of one audit; seed, share and minimum make it again.
type ResultSample struct {
	BatchNo string `gorm:"primaryKey"`
	Round   int    `gorm:"primaryKey"`
	Seed    []byte
	Share   int // percent
	Minimum int // rows
	DrawnAt time.Time
}

// TableName is the table of samples.
func (ResultSample) TableName() string { return "result_samples" }

// ResultTemplate is one edition of the result template, owned by the exam centre. Editions are added, never changed;
// Digest covers all of it and the digest of the edition before.
type ResultTemplate struct {
	Version   int `gorm:"primaryKey"`
	ValidFrom civil.Date
	Content   string // certification.Template as JSON
	MadeBy    *uuid.UUID
	MadeAt    time.Time
	BodyID    *string
	Reason    string
	Request   string
	Digest    []byte
}

// TableName is the table of templates.
func (ResultTemplate) TableName() string { return "result_templates" }
