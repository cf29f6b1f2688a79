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

// CityClocks gives the clocks of several cases by one statement, each with the limit that is asked for it.
func (s *Store) CityClocks(ctx context.Context, limits map[string]int) (map[string]civil.Clock, error) {
	clocks, err := cityClocks(s.DB.WithContext(ctx), limits)
	return clocks, fail(err, "read the clocks")
}

func cityClock(db *gorm.DB, c Case, limit int) (civil.Clock, error) {
	clocks, err := cityClocks(db, map[string]int{c.CaseNo: limit})
	return clocks[c.CaseNo], err
}

// cityClocks reads when each case was accepted first, and its pauses that were not over by then.
func cityClocks(db *gorm.DB, limits map[string]int) (map[string]civil.Clock, error) {
	clocks := make(map[string]civil.Clock, len(limits))
	numbers := make(Texts, 0, len(limits))
	for number, limit := range limits {
		clocks[number] = civil.Clock{Limit: limit}
		numbers = append(numbers, number)
	}
	var rows []struct {
		CaseNo     string
		AcceptedAt *time.Time
		PausedOn   *civil.Date
		ResumedOn  *civil.Date
		Reason     string
	}
	err := db.Raw(`SELECT c.case_no, (SELECT s.at FROM statements s WHERE s.case_no = c.case_no AND s.stage = @stage AND s.verdict = @verdict
			ORDER BY s.seq LIMIT 1) AS accepted_at, p.paused_on, p.resumed_on, COALESCE(p.reason, '') AS reason
		FROM cases c LEFT JOIN clock_pauses p ON p.case_no = c.case_no WHERE c.case_no = ANY(@cases) ORDER BY c.case_no, p.seq`,
		map[string]any{"stage": string(filing.Acceptance), "verdict": string(casework.Accept), "cases": numbers}).Scan(&rows).Error
	for _, row := range rows {
		clock := clocks[row.CaseNo]
		if row.AcceptedAt != nil {
			clock.Start = civil.Of(*row.AcceptedAt)
		}
		over := row.ResumedOn != nil && !row.ResumedOn.After(clock.Start)
		if row.PausedOn != nil && !over {
			clock.Pauses = append(clock.Pauses, civil.Pause{From: *row.PausedOn, To: undated(row.ResumedOn), Reason: civil.Reason(row.Reason)})
		}
		clocks[row.CaseNo] = clock
	}
	return clocks, err
}
