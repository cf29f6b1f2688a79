package store

import (
	"context"
	"time"

	"gorm.io/gorm"

	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
)

// clockPause is one standstill of the city's clock.
type clockPause struct {
	CaseNo    string `gorm:"primaryKey"`
	Seq       int    `gorm:"primaryKey"`
	PausedOn  civil.Date
	ResumedOn *civil.Date
	Reason    string
}

func (clockPause) TableName() string { return "clock_pauses" }

// CityClock is the city's statutory clock of a case (from acceptance to submission): limit is in working days,
// from policy. Before the acceptance it has no start.
func (s *Store) CityClock(ctx context.Context, c Case, limit int) (civil.Clock, error) {
	clock, err := cityClock(s.DB.WithContext(ctx), c, limit)
	return clock, fail(err, "read the clock")
}

func cityClock(db *gorm.DB, c Case, limit int) (civil.Clock, error) {
	clock := civil.Clock{Limit: limit}
	var accepted []time.Time
	if err := db.Raw(`SELECT at FROM statements WHERE case_no = ? AND stage = ? AND verdict = ? ORDER BY seq LIMIT 1`,
		c.CaseNo, string(filing.Acceptance), string(casework.Accept)).Scan(&accepted).Error; err != nil || len(accepted) == 0 {
		return clock, err
	}
	clock.Start = civil.Of(accepted[0])
	var rows []clockPause
	if err := db.Where("case_no = ? AND (resumed_on IS NULL OR resumed_on > ?)", c.CaseNo, clock.Start).Order("seq").Find(&rows).Error; err != nil {
		return clock, err
	}
	for _, p := range rows {
		clock.Pauses = append(clock.Pauses, civil.Pause{From: p.PausedOn, To: undated(p.ResumedOn), Reason: civil.Reason(p.Reason)})
	}
	return clock, nil
}
