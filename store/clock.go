package store

import (
	"context"

	"gorm.io/gorm"

	"jiangxin/domain/civil"
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

// CityClock is the city's statutory clock of a case: limit is in working days, from policy.
func (s *Store) CityClock(ctx context.Context, c Case, limit int) (civil.Clock, error) {
	clock, err := cityClock(s.DB.WithContext(ctx), c, limit)
	return clock, fail(err, "read the clock")
}

func cityClock(db *gorm.DB, c Case, limit int) (civil.Clock, error) {
	var rows []clockPause
	clock := civil.Clock{Limit: limit, Start: civil.Of(c.OpenedAt)}
	if err := db.Where("case_no = ?", c.CaseNo).Order("seq").Find(&rows).Error; err != nil {
		return clock, err
	}
	for _, p := range rows {
		clock.Pauses = append(clock.Pauses, civil.Pause{From: p.PausedOn, To: undated(p.ResumedOn), Reason: civil.Reason(p.Reason)})
	}
	return clock, nil
}
