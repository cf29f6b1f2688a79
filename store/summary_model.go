package store

import (
	"time"

	"github.com/google/uuid"
)

// MonthlySummary is 附件7 of one filed enterprise and month (notice 四(四)3).
type MonthlySummary struct {
	FilingNo     string `gorm:"primaryKey"`
	Month        string `gorm:"primaryKey"` // as 202611
	CaseNo       string
	EnterpriseID uuid.UUID
	Region       string
	Rows         int // once reported; 0 is a nil return
	ReportedAt   *time.Time
	AcceptedAt   *time.Time // by the authority
	RollUp       int        // edition that holds it; 0 = none
}

// TableName is the table of monthly summaries.
func (MonthlySummary) TableName() string { return "monthly_summaries" }

// RollUp is what an authority handed to the exam centre for one month: all summaries accepted and not yet handed on.
type RollUp struct {
	Region    string `gorm:"primaryKey"`
	Month     string `gorm:"primaryKey"`
	Edition   int    `gorm:"primaryKey"`
	BodyID    string
	Rows      int
	Summaries int
	Missing   int // filed enterprises without an accepted summary
	MadeBy    uuid.UUID
	MadeAt    time.Time
}

// TableName is the table of roll-ups.
func (RollUp) TableName() string { return "roll_ups" }
