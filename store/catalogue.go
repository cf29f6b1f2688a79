package store

import (
	"context"
	"strings"

	"jiangxin/domain/civil"
)

// CatalogueFilter says which filed enterprises a page of the public catalogue shows.
type CatalogueFilter struct {
	Query      string // part of the name, a filing number or a credit code
	Region     string
	Occupation string // the beginning of a code, or part of a name
	Level      string // a level code; with an occupation, of that one
	Standing   string // filing.Standing; empty: all
}

// CatalogueRow is a filed enterprise with its occupations.
type CatalogueRow struct {
	Filing
	Occupations []FilingOccupation `gorm:"-"`
}

// Institutions lists the public catalogue by city and number, after the given entry. The standing goes by
// the date.
func (s *Store) Institutions(ctx context.Context, f CatalogueFilter, today civil.Date, region, after string, limit int) ([]CatalogueRow, error) {
	where := []string{"TRUE"}
	switch f.Standing {
	case "expired":
		where = append(where, "f.valid_through < @today")
	case "published":
		where = append(where, "f.valid_through >= @today AND f.published_at IS NOT NULL")
	case "filed":
		where = append(where, "f.valid_through >= @today AND f.published_at IS NULL")
	}
	if f.Query != "" {
		where = append(where, "(strpos(f.enterprise_name, @query) > 0 OR f.filing_no = upper(@query) OR f.credit_code = upper(@query))")
	}
	if f.Region != "" {
		where = append(where, "f.region = @region")
	}
	if f.Occupation != "" || f.Level != "" {
		where = append(where, `EXISTS (SELECT FROM filing_occupations o WHERE o.filing_no = f.filing_no
			AND (@level = '' OR @level = ANY (o.levels))
			AND (starts_with(o.code, @occupation) OR strpos(o.name, @occupation) > 0 OR strpos(o.work_type, @occupation) > 0))`)
	}
	if after != "" {
		where = append(where, "(f.region, f.filing_no) > (@afterRegion, @after)")
	}
	var rows []CatalogueRow
	err := s.DB.WithContext(ctx).Raw("SELECT f.* FROM filings f WHERE "+strings.Join(where, " AND ")+" ORDER BY f.region, f.filing_no LIMIT @limit",
		map[string]any{
			"today": today, "query": f.Query, "region": f.Region, "occupation": f.Occupation, "level": f.Level,
			"afterRegion": region, "after": after, "limit": limit,
		}).Scan(&rows).Error
	if err != nil {
		return nil, fail(err, "list the catalogue")
	}
	return rows, s.fillOccupations(ctx, rows)
}

// fillOccupations reads the occupations of all rows in one query.
func (s *Store) fillOccupations(ctx context.Context, rows []CatalogueRow) error {
	if len(rows) == 0 {
		return nil
	}
	place := make(map[string]int, len(rows))
	numbers := make([]string, 0, len(rows))
	for i, row := range rows {
		place[row.FilingNo] = i
		numbers = append(numbers, row.FilingNo)
	}
	var occupations []FilingOccupation
	if err := s.DB.WithContext(ctx).Where("filing_no IN ?", numbers).Order("code, work_type").Find(&occupations).Error; err != nil {
		return fail(err, "list the filed occupations")
	}
	for _, o := range occupations {
		row := &rows[place[o.FilingNo]]
		row.Occupations = append(row.Occupations, o)
	}
	return nil
}

// Institution reads one filed enterprise by its filing number.
func (s *Store) Institution(ctx context.Context, filingNo string) (CatalogueRow, error) {
	return s.institution(ctx, "filing_no = ?", filingNo)
}

// InstitutionByToken reads the filed enterprise behind a receipt's QR code.
func (s *Store) InstitutionByToken(ctx context.Context, token string) (CatalogueRow, error) {
	return s.institution(ctx, "token = ?", token)
}

func (s *Store) institution(ctx context.Context, where, value string) (CatalogueRow, error) {
	rows := make([]CatalogueRow, 1)
	if err := s.DB.WithContext(ctx).Take(&rows[0].Filing, where, value).Error; err != nil {
		return CatalogueRow{}, fail(err, "read the filing")
	}
	err := s.fillOccupations(ctx, rows)
	return rows[0], err
}

// Editions lists the editions of a city's catalogue that a filing brought about, the newest first.
func (s *Store) Editions(ctx context.Context, filingNo string) ([]CatalogueEdition, error) {
	var rows []CatalogueEdition
	err := s.DB.WithContext(ctx).Where("filing_no = ?", filingNo).Order("edition DESC").Limit(100).Find(&rows).Error
	return rows, fail(err, "list the editions")
}
