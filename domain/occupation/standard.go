package occupation

import (
	"slices"
	"strings"

	"jiangxin/domain/civil"
)

// Standard says which levels the national standard (国家职业标准) of an occupation, or of one of its work
// types, has over a period. Most standards have all five; only the others need a row.
type Standard struct {
	Code     string      `json:"code"`
	WorkType string      `json:"workType,omitempty"` // empty: every work type without a row of its own
	Levels   []LevelCode `json:"levels"`
	From     civil.Date  `json:"from"`
	To       civil.Date  `json:"to,omitzero"`
	Source   string      `json:"source"`
}

// Standards is the table of standards that lack levels. It is immutable and safe for concurrent use.
type Standards struct{ byCode map[string][]Standard }

// NewStandards builds the table; of two rows that hold on a day, the later one counts.
func NewStandards(rows []Standard) (Standards, error) {
	standards := Standards{byCode: map[string][]Standard{}}
	for _, row := range rows {
		unknown := slices.ContainsFunc(row.Levels, func(code LevelCode) bool { return !slices.Contains(NationalLevels(), code) })
		if !codeForm.MatchString(row.Code) || len(row.Levels) == 0 || unknown || row.From.IsZero() || row.Source == "" {
			return Standards{}, wrongRow(row.Code, "职业标准须写明编码、等级（5 至 1）、施行日期和来源。",
				"a standard states code, levels (5 to 1), first day and source.")
		}
		standards.byCode[row.Code] = append(standards.byCode[row.Code], row)
	}
	for _, rows := range standards.byCode {
		slices.SortStableFunc(rows, func(a, b Standard) int { return b.From.Compare(a.From) })
	}
	return standards, nil
}

// Levels lists the levels, from low to high, that the national standard of an occupation and work type
// has on a day; all five where no row says otherwise.
func (s Standards) Levels(code, workType string, on civil.Date) []LevelCode {
	var general []LevelCode
	for _, row := range s.byCode[code] {
		switch {
		case !on.Within(row.From, row.To):
		case row.WorkType != "" && fold(row.WorkType) == fold(workType):
			return inRank(row.Levels)
		case row.WorkType == "" && general == nil:
			general = row.Levels
		}
	}
	if general != nil {
		return inRank(general)
	}
	return NationalLevels()
}

// Has says whether the standard allows a level. 特级技师 and 首席技师 stand above 一级, so they need it.
func (s Standards) Has(code, workType string, level LevelCode, on civil.Date) bool {
	if level == Special || level == Chief {
		level = One
	}
	return slices.Contains(s.Levels(code, workType, on), level)
}

func inRank(codes []LevelCode) []LevelCode {
	return slices.SortedFunc(slices.Values(codes), func(a, b LevelCode) int { return a.Rank() - b.Rank() })
}

// DefaultStandards is the delivered table, a few rows from general knowledge.
func DefaultStandards() (Standards, error) {
	records, err := readTable("standard_levels")
	if err != nil {
		return Standards{}, err
	}
	rows := make([]Standard, 0, len(records))
	for _, record := range records {
		from, err := civil.Parse(record["from"])
		if err != nil {
			return Standards{}, brokenTable("standard_levels", err)
		}
		row := Standard{Code: record["code"], WorkType: record["work_type"], From: from, Source: record["source"]}
		for _, code := range strings.Split(record["levels"], "") {
			row.Levels = append(row.Levels, LevelCode(code))
		}
		rows = append(rows, row)
	}
	return NewStandards(rows)
}
