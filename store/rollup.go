package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

// RollUpState is what an authority sees before it hands a month on.
type RollUpState struct {
	Waiting int // accepted summaries that no edition holds
	Rows    int // of these
	Missing int // filed enterprises of the city without an accepted summary
}

// RollUpState says what an edition made now would hold.
func (s *Store) RollUpState(ctx context.Context, region, month string) (RollUpState, error) {
	state, err := rollUpState(s.DB.WithContext(ctx), region, month)
	return state, fail(err, "look at the month's summaries")
}

func rollUpState(tx *gorm.DB, region, month string) (RollUpState, error) {
	var state RollUpState
	through, err := monthEnd(month)
	if err != nil {
		return state, err
	}
	year, of, _ := through.Parts()
	err = tx.Raw(`SELECT COUNT(*) FILTER (WHERE m.accepted_at IS NOT NULL AND m.roll_up = 0) AS waiting,
			COALESCE(SUM(m.rows) FILTER (WHERE m.accepted_at IS NOT NULL AND m.roll_up = 0), 0) AS rows,
			COUNT(*) FILTER (WHERE m.accepted_at IS NULL) AS missing
		FROM filings f LEFT JOIN monthly_summaries m ON m.filing_no = f.filing_no AND m.month = ?
		WHERE f.region = ? AND (m.month IS NOT NULL OR f.valid_through >= ? AND f.valid_from <= ?)`,
		month, region, civil.On(year, of, 1), through).Scan(&state).Error
	return state, err
}

// RollUpRequest hands a month on to the exam centre (汇总上报).
type RollUpRequest struct {
	Region  string
	Month   string
	Body    string
	By      uuid.UUID
	Missing int // that the officer saw and acknowledged
	At      time.Time
}

// RollUp makes the next edition of a month from all summaries that are accepted and not yet handed on. Nothing to
// hand on is fault.NotReady; more enterprises missing than the officer acknowledged, fault.Stale.
func (s *Store) RollUp(ctx context.Context, in RollUpRequest) (RollUp, error) {
	made := RollUp{Region: in.Region, Month: in.Month, BodyID: in.Body, MadeBy: in.By, MadeAt: in.At}
	err := s.In(ctx, func(tx *gorm.DB) error {
		// The locks make two presses of one button follow one another.
		if err := tx.Exec(`SELECT 1 FROM monthly_summaries WHERE region = ? AND month = ? ORDER BY filing_no FOR UPDATE`, in.Region, in.Month).Error; err != nil {
			return err
		}
		state, err := rollUpState(tx, in.Region, in.Month)
		switch {
		case err != nil:
			return err
		case state.Waiting == 0:
			return fault.New(fault.NotReady, "没有可上报的汇总：已接收的都已上报", "There is nothing to hand on: all accepted summaries are in an edition")
		case state.Missing > in.Missing:
			return fault.New(fault.Stale, "未报送的企业有变化，请刷新核对后再上报", "More enterprises are missing than you saw; reload and check again").
				With("missing", itoa(state.Missing))
		}
		made.Rows, made.Summaries, made.Missing = state.Rows, state.Waiting, state.Missing
		if err := tx.Raw(`SELECT COALESCE(MAX(edition), 0) + 1 FROM roll_ups WHERE region = ? AND month = ?`, in.Region, in.Month).Scan(&made.Edition).Error; err != nil {
			return err
		}
		if err := tx.Create(&made).Error; err != nil {
			return err
		}
		return tx.Exec(`UPDATE monthly_summaries SET roll_up = ? WHERE region = ? AND month = ? AND accepted_at IS NOT NULL AND roll_up = 0`,
			made.Edition, in.Region, in.Month).Error
	})
	return made, err
}

// RollUps lists the editions of a month, of one city or, with an empty region, of the province.
func (s *Store) RollUps(ctx context.Context, region, month string) ([]RollUp, error) {
	query := s.DB.WithContext(ctx).Where("month = ?", month)
	if region != "" {
		query = query.Where("region = ?", region)
	}
	var rows []RollUp
	err := query.Order("region, edition").Find(&rows).Error
	return rows, fail(err, "list the roll-ups")
}

// RollUpEntries lists what an edition holds, by enterprise, batch and row.
func (s *Store) RollUpEntries(ctx context.Context, region, month string, edition int) ([]SummaryEntry, error) {
	var rows []SummaryEntry
	err := s.DB.WithContext(ctx).Raw(`SELECT b.filing_no, b.enterprise_name, r.batch_no, r.no, r.name, r.id_sealed, r.id_masked, r.content,
			b.occupation, b.occupation_name, b.work_type, b.level, r.audited_on, COALESCE(c.number, '') AS number, c.issued_on
		FROM monthly_summaries m JOIN batches b ON b.enterprise_id = m.enterprise_id AND b.filing_no = m.filing_no AND b.audited_on IS NOT NULL
		JOIN result_rows r ON r.batch_no = b.batch_no AND r.summary_month = m.month
		LEFT JOIN certificates c ON c.batch_no = r.batch_no AND c.row_no = r.no AND c.issued_at <= m.reported_at
		WHERE m.region = ? AND m.month = ? AND m.roll_up = ? ORDER BY b.filing_no, r.batch_no, r.no`, region, month, edition).Scan(&rows).Error
	return rows, fail(err, "list the rows of a roll-up")
}
