package store

import (
	"fmt"
	"strconv"

	"gorm.io/gorm"

	"jiangxin/contract"
	"jiangxin/domain/certification"
)

// setBatch changes the batch of the case.
func (b *recording) setBatch(e contract.Event, columns map[string]any) error {
	columns["version"], columns["updated_at"] = gorm.Expr("version + 1"), instant(e)
	done := b.tx.Model(&Batch{}).Where("batch_no = ?", b.c.CaseNo).Updates(columns)
	if done.Error == nil && done.RowsAffected != 1 {
		return fmt.Errorf("no batch %q", b.c.CaseNo)
	}
	return done.Error
}

// number returns a number to the workflow.
func (b *recording) number(key, value string) {
	if b.result.Numbers == nil {
		b.result.Numbers = map[string]string{}
	}
	b.result.Numbers[key] = value
}

// applyCertificateRevoked takes a certificate out of force, at once for whoever checks it, and tells the other side.
func applyCertificateRevoked(b *recording, e contract.Event) error {
	data, err := read[contract.CertificateRevokedData](e)
	if err != nil {
		return err
	}
	sheet, err := sheetOf[certification.RevocationSheet](b, data.Command)
	if err != nil {
		return err
	}
	done := b.tx.Exec(`UPDATE certificates SET revoked_at = ?, revoked_by = ?, revoked_reason = ?, revoked_words = ?, version = version + 1
		WHERE number = ? AND revoked_at IS NULL`, instant(e), data.By, string(sheet.Reason), sheet.Public, data.Number)
	if done.Error != nil {
		return done.Error
	}
	if done.RowsAffected != 1 {
		return fmt.Errorf("no certificate %s in force", data.Number)
	}
	other := toEnterprise(b)
	if data.By == b.c.EnterpriseID.String() {
		other = reader{Body: b.c.Competent}
	}
	return tell(b, e, other, CertificateRevoked{Number: data.Number, Reason: string(sheet.Reason)})
}

// endRevocation makes room for another revocation of the same certificate, should this one have left it in force.
func endRevocation(b *recording, e contract.Event) error {
	return b.tx.Exec(`UPDATE revocations SET ended_at = ? WHERE case_no = ?`, instant(e), b.c.CaseNo).Error
}

// applySummaryReported freezes the rows of a summary: every result of the enterprise that passed the audit by the
// month's end and stands in no earlier one. A result that passes later belongs to a later month.
func applySummaryReported(b *recording, e contract.Event) error {
	summary, err := b.summary()
	if err != nil {
		return err
	}
	through, err := monthEnd(summary.Month)
	if err != nil {
		return err
	}
	if err := b.tx.Exec(`UPDATE result_rows r SET summary_month = @month, version = r.version + 1 FROM batches b
		WHERE b.enterprise_id = @enterprise AND b.filing_no = @filing AND b.audited_on IS NOT NULL AND r.batch_no = b.batch_no
			AND r.audited_on <= @through AND r.summary_month IS NULL`,
		map[string]any{"month": summary.Month, "enterprise": summary.EnterpriseID, "filing": summary.FilingNo, "through": through}).Error; err != nil {
		return err
	}
	return b.tx.Exec(`UPDATE monthly_summaries SET reported_at = @at, rows = (SELECT COUNT(*) FROM batches b JOIN result_rows r ON r.batch_no = b.batch_no
			WHERE b.enterprise_id = @enterprise AND b.filing_no = @filing AND b.audited_on IS NOT NULL AND r.summary_month = @month)
		WHERE filing_no = @filing AND month = @month`,
		map[string]any{"at": instant(e), "enterprise": summary.EnterpriseID, "filing": summary.FilingNo, "month": summary.Month}).Error
}

// applySummaryAccepted notes that the authority takes the summary, and tells the enterprise.
func applySummaryAccepted(b *recording, e contract.Event) error {
	summary, err := b.summary()
	if err != nil {
		return err
	}
	if err := b.tx.Exec(`UPDATE monthly_summaries SET accepted_at = ? WHERE filing_no = ? AND month = ?`,
		instant(e), summary.FilingNo, summary.Month).Error; err != nil {
		return err
	}
	return tell(b, e, toEnterprise(b), SummaryAccepted{Month: summary.Month, Rows: strconv.Itoa(summary.Rows)})
}

func (b *recording) summary() (MonthlySummary, error) {
	var m MonthlySummary
	return m, b.tx.Take(&m, "case_no = ?", b.c.CaseNo).Error
}
