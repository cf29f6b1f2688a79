package store

import (
	"context"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"jiangxin/contract"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

// monthEnd is the last day of a month such as 202611.
func monthEnd(month string) (civil.Date, error) {
	first, err := time.Parse("200601", month)
	if err != nil {
		return civil.Date{}, fault.New(fault.Invalid, "月份应为六位数字，如 202611", "A month has six digits, as 202611").Because(err)
	}
	return civil.On(first.Year(), first.Month(), 1).MonthEnd(), nil
}

// Months is how a month's summaries are opened.
type Months struct {
	Month string
	At    time.Time
	// Ask says what the summary's workflow of a filing is started with, but for case number, enterprise and subject.
	Ask func(Filing) (contract.Inquiry, error)
}

// OpenSummaries opens a monthly summary, and its case, for every filing that has none yet and was valid on a day of the
// month, or has results that passed the audit by its end and stand in no summary, in one transaction. It gives how many there are of the month, and the cases whose workflow has not begun.
func (s *Store) OpenSummaries(ctx context.Context, in Months) (summaries int, unstarted []Case, err error) {
	through, err := monthEnd(in.Month)
	if err != nil {
		return 0, nil, err
	}
	year, month, _ := through.Parts()
	err = s.In(ctx, func(tx *gorm.DB) error {
		var filings []Filing
		if err := tx.Raw(`SELECT f.* FROM filings f WHERE f.valid_from <= @through
			AND NOT EXISTS (SELECT FROM monthly_summaries m WHERE m.filing_no = f.filing_no AND m.month = @month)
			AND (f.valid_through >= @first OR EXISTS (
				SELECT FROM batches b JOIN result_rows r ON r.batch_no = b.batch_no
				WHERE b.filing_no = f.filing_no AND b.audited_on IS NOT NULL AND r.audited_on <= @through AND r.summary_month IS NULL
					AND NOT EXISTS (SELECT FROM monthly_summaries m
						WHERE m.filing_no = f.filing_no AND m.reported_at IS NULL AND m.month >= to_char(r.audited_on, 'YYYYMM'))))
			ORDER BY f.filing_no`,
			map[string]any{"first": civil.On(year, month, 1), "through": through, "month": in.Month}).Scan(&filings).Error; err != nil {
			return err
		}
		if err := openSummaries(tx, in, filings); err != nil {
			return err
		}
		if err := tx.Raw(`SELECT COUNT(*) FROM monthly_summaries WHERE month = ?`, in.Month).Scan(&summaries).Error; err != nil {
			return err
		}
		return tx.Raw(`SELECT c.* FROM cases c JOIN monthly_summaries m ON m.case_no = c.case_no
			WHERE m.month = ? AND c.started_at IS NULL ORDER BY c.case_no`, in.Month).Scan(&unstarted).Error
	})
	return summaries, unstarted, err
}

func openSummaries(tx *gorm.DB, in Months, filings []Filing) error {
	cases := make([]Case, 0, len(filings))
	rows := make([]MonthlySummary, 0, len(filings))
	for _, f := range filings {
		input, err := in.Ask(f)
		if err != nil {
			return err
		}
		no := contract.SummaryNo(f.FilingNo, in.Month)
		input.CaseNo, input.Region, input.Enterprise, input.Body, input.Subject = no, f.Region, f.EnterpriseID.String(), f.EnterpriseID.String(), in.Month
		c := Case{
			CaseNo: no, Procedure: contract.SummaryWorkflow, ProcedureVersion: input.Version, Policy: input.Policy,
			WorkflowID: contract.SummaryID(f.FilingNo, in.Month), Region: f.Region, EnterpriseID: f.EnterpriseID,
			EnterpriseName: f.EnterpriseName, Competent: input.Check,
		}
		if err := c.freeze(input, in.At); err != nil {
			return err
		}
		cases = append(cases, c)
		rows = append(rows, MonthlySummary{FilingNo: f.FilingNo, Month: in.Month, CaseNo: no, EnterpriseID: f.EnterpriseID, Region: f.Region})
	}
	if len(cases) == 0 {
		return nil
	}
	// Another worker may open the same month at the same moment; one of the two finds everything there.
	if err := tx.Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(cases, 500).Error; err != nil {
		return err
	}
	return tx.Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(rows, 500).Error
}

// Summary reads an enterprise's summary of a month.
func (s *Store) Summary(ctx context.Context, filingNo, month string) (MonthlySummary, error) {
	var m MonthlySummary
	err := s.DB.WithContext(ctx).Take(&m, "filing_no = ? AND month = ?", filingNo, month).Error
	return m, fail(err, "read the summary")
}

// SummaryOfCase reads the summary that a case runs on.
func (s *Store) SummaryOfCase(ctx context.Context, caseNo string) (MonthlySummary, error) {
	var m MonthlySummary
	err := s.DB.WithContext(ctx).Take(&m, "case_no = ?", caseNo).Error
	return m, fail(err, "read the summary")
}

// SummaryLine is one summary with the enterprise's name and where its case stands.
type SummaryLine struct {
	MonthlySummary
	EnterpriseName string
	Stage          string
	Holds          int // rows: as it was reported, or as it would be reported now
}

const summaryLines = `SELECT m.*, c.enterprise_name, c.stage,
		CASE WHEN m.reported_at IS NOT NULL THEN m.rows ELSE (
			SELECT COUNT(*) FROM batches b JOIN result_rows r ON r.batch_no = b.batch_no
			WHERE b.enterprise_id = m.enterprise_id AND b.filing_no = m.filing_no AND b.audited_on IS NOT NULL
				AND (r.summary_month = m.month OR r.summary_month IS NULL AND r.audited_on < to_date(m.month, 'YYYYMM') + interval '1 month')
		) END AS holds
	FROM monthly_summaries m JOIN cases c ON c.case_no = m.case_no `

// SummariesOf lists the summaries of a filing, the latest month first, from before the given one.
func (s *Store) SummariesOf(ctx context.Context, filingNo, before string, limit int) ([]SummaryLine, error) {
	var rows []SummaryLine
	err := s.DB.WithContext(ctx).Raw(summaryLines+`WHERE m.filing_no = @filing AND (@before = '' OR m.month < @before) ORDER BY m.month DESC LIMIT @limit`,
		map[string]any{"filing": filingNo, "before": before, "limit": limit}).Scan(&rows).Error
	return rows, fail(err, "list the summaries")
}

// SummariesIn lists the summaries of a city and month by filing number, after the given one.
func (s *Store) SummariesIn(ctx context.Context, region, month, after string, limit int) ([]SummaryLine, error) {
	var rows []SummaryLine
	err := s.DB.WithContext(ctx).Raw(summaryLines+`WHERE m.region = ? AND m.month = ? AND m.filing_no > ? ORDER BY m.filing_no LIMIT ?`, region, month, after, limit).Scan(&rows).Error
	return rows, fail(err, "list the summaries of a city")
}

// SummaryEntry is one line of 附件7. Number and day of issue are empty where the certificate was not issued when the
// summary was reported, or is not yet.
type SummaryEntry struct {
	FilingNo       string
	EnterpriseName string
	BatchNo        string
	No             int
	Name           string
	IDSealed       string
	IDMasked       string
	Content        string // certification.Row as JSON, without the ID number
	Occupation     string
	OccupationName string
	WorkType       string
	Level          string
	AuditedOn      civil.Date
	Number         string
	IssuedOn       *civil.Date
}

const summaryEntries = `SELECT b.filing_no, b.enterprise_name, r.batch_no, r.no, r.name, r.id_sealed, r.id_masked, r.content,
		b.occupation, b.occupation_name, b.work_type, b.level, r.audited_on, COALESCE(c.number, '') AS number, c.issued_on
	FROM batches b JOIN result_rows r ON r.batch_no = b.batch_no
	LEFT JOIN certificates c ON c.batch_no = r.batch_no AND c.row_no = r.no AND c.issued_at <= COALESCE(CAST(@reported AS timestamptz), 'infinity')
	WHERE b.enterprise_id = @enterprise AND b.filing_no = @filing AND b.audited_on IS NOT NULL AND `

// SummaryEntries lists what a summary holds: as it was reported, or as it would be reported now.
func (s *Store) SummaryEntries(ctx context.Context, m MonthlySummary) ([]SummaryEntry, error) {
	through, err := monthEnd(m.Month)
	if err != nil {
		return nil, err
	}
	where := "r.summary_month = @month"
	if m.ReportedAt == nil {
		where = "(r.summary_month = @month OR r.summary_month IS NULL AND r.audited_on <= @through)"
	}
	var rows []SummaryEntry
	err = s.DB.WithContext(ctx).Raw(summaryEntries+where+" ORDER BY r.batch_no, r.no", map[string]any{
		"reported": m.ReportedAt, "enterprise": m.EnterpriseID, "filing": m.FilingNo, "month": m.Month, "through": through,
	}).Scan(&rows).Error
	return rows, fail(err, "list the rows of a summary")
}
