package store

import (
	"context"
	"time"

	"jiangxin/domain/civil"
)

// MaskedIDs gives the masked ID number, such as 2101**********1234, for each keyed digest of a snapshot's staff
// (hexadecimal). A digest that no list holds any more is missing.
func (s *Store) MaskedIDs(ctx context.Context, digests []string) (map[string]string, error) {
	var rows []struct{ Digest, Masked string }
	err := s.DB.WithContext(ctx).Raw(`SELECT DISTINCT encode(id_number_digest, 'hex') AS digest, id_number_masked AS masked
		FROM staff WHERE id_number_digest IN (SELECT decode(d, 'hex') FROM unnest(?::text[]) d)`, Texts(digests)).Scan(&rows).Error
	masked := make(map[string]string, len(rows))
	for _, row := range rows {
		masked[row.Digest] = row.Masked
	}
	return masked, fail(err, "read the masked ID numbers")
}

// ReceiptCopies lists the bodies to which a receipt was copied (抄送), by ID.
func (s *Store) ReceiptCopies(ctx context.Context, filingNo string) ([]string, error) {
	var bodies []string
	err := s.DB.WithContext(ctx).Raw(`SELECT body_id FROM receipt_copies WHERE filing_no = ? ORDER BY body_id`, filingNo).Scan(&bodies).Error
	return bodies, fail(err, "list the copies of a receipt")
}

// EditionOfPaper reads the edition of the catalogue that a case published last before an event of it.
func (s *Store) EditionOfPaper(ctx context.Context, caseNo string, seq int) (CatalogueEdition, error) {
	var e CatalogueEdition
	err := s.DB.WithContext(ctx).Where("case_no = ? AND seq <= ?", caseNo, seq).Order("seq DESC").Take(&e).Error
	return e, fail(err, "read the edition of the catalogue")
}

// EditionEntry is one occupation of one enterprise in an edition of a city's catalogue (附件4).
type EditionEntry struct {
	FilingNo       string
	EnterpriseName string
	CreditCode     string
	ValidThrough   civil.Date
	Contact        string
	FiledAt        time.Time
	Code           string
	WorkType       string
	Name           string
	Levels         Texts
}

// EditionEntries lists what an edition holds: the filings that it or an earlier edition of the city took in,
// without occupations that were added later.
func (s *Store) EditionEntries(ctx context.Context, e CatalogueEdition) ([]EditionEntry, error) {
	var entries []EditionEntry
	err := s.DB.WithContext(ctx).Raw(`SELECT f.filing_no, f.enterprise_name, f.credit_code, f.valid_through, f.contact, f.filed_at,
			o.code, o.work_type, o.name, o.levels
		FROM filings f JOIN filing_occupations o ON o.filing_no = f.filing_no
		WHERE f.filing_no IN (SELECT filing_no FROM catalogue_editions WHERE region = ? AND edition <= ?)
			AND o.added_on <= GREATEST(?::date, f.valid_from)
		ORDER BY f.filing_no, o.code, o.work_type`, e.Region, e.Edition, e.PublishedOn).Scan(&entries).Error
	return entries, fail(err, "list the entries of an edition")
}
