package store

import (
	"context"
	"time"

	"github.com/google/uuid"

	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
)

// Filing is a filed enterprise (备案): the number stays with it through renewal, addition and change.
type Filing struct {
	FilingNo       string `gorm:"primaryKey"`
	EnterpriseID   uuid.UUID
	EnterpriseName string
	CreditCode     string
	Region         string
	CaseNo         string
	ValidFrom      civil.Date
	ValidThrough   civil.Date
	Token          string // behind the receipt's QR code
	Contact        string
	FiledAt        time.Time
	PublishedAt    *time.Time
	LapsedAt       *time.Time
	Version        int
}

// TableName is the table of filings.
func (Filing) TableName() string { return "filings" }

// Standing says how the filing stands on a day.
func (f Filing) Standing(today civil.Date) filing.Standing {
	return filing.StandingOn(today, f.ValidThrough, f.PublishedAt != nil)
}

// FilingOccupation is one occupation of a filing with the levels that it covers.
type FilingOccupation struct {
	FilingNo string `gorm:"primaryKey"`
	Code     string `gorm:"primaryKey"`
	WorkType string `gorm:"primaryKey"`
	Name     string
	Levels   Texts
	Standard string
	AddedOn  civil.Date
}

// TableName is the table of filed occupations.
func (FilingOccupation) TableName() string { return "filing_occupations" }

// CatalogueEdition is one edition of a city's catalogue (附件4).
type CatalogueEdition struct {
	Region      string `gorm:"primaryKey"`
	Edition     int    `gorm:"primaryKey"`
	Publisher   string
	PublishedOn civil.Date
	ReportedOn  civil.Date // to the Department (报省厅)
	CaseNo      string
	Seq         int
	FilingNo    string
}

// TableName is the table of editions.
func (CatalogueEdition) TableName() string { return "catalogue_editions" }

// ReceiptCopy says to which body a receipt was copied (抄送).
type ReceiptCopy struct {
	FilingNo string `gorm:"primaryKey"`
	BodyID   string `gorm:"primaryKey"`
	CopiedAt time.Time
}

// TableName is the table of copies.
func (ReceiptCopy) TableName() string { return "receipt_copies" }

// FilingOfCase reads the filing that a case led to.
func (s *Store) FilingOfCase(ctx context.Context, caseNo string) (Filing, []FilingOccupation, error) {
	var f Filing
	if err := s.DB.WithContext(ctx).Take(&f, "case_no = ?", caseNo).Error; err != nil {
		return f, nil, fail(err, "read the filing")
	}
	var occupations []FilingOccupation
	err := s.DB.WithContext(ctx).Where("filing_no = ?", f.FilingNo).Order("code, work_type").Find(&occupations).Error
	return f, occupations, fail(err, "read the filed occupations")
}
