package occupation

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Ranks of a match, best first.
const (
	exactCode = iota
	codePrefix
	exactName
	exactInitials
	namePrefix
	initialsPrefix
	nameInside
	otherReading // initials by a reading that is not the usual one
	workTypeName
	initialsInside
	noMatch
)

// Search finds occupations by code (6-31 or 6310103), name, work type, or the first letters of the
// name's pinyin (dg for 电工), best matches first, skill occupations before others, then by code. Nothing
// typed finds nothing; a limit of 0 or less means no limit.
func (e Edition) Search(query string, limit int) []Occupation {
	typed := fold(query)
	if typed == "" {
		return nil
	}
	type hit struct {
		row  *Occupation
		rank int
	}
	var hits []hit
	rows := e.catalogue.rows
	for i := range rows {
		if rank := rows[i].match(typed); rank < noMatch && e.on.Within(rows[i].From, rows[i].To) {
			hits = append(hits, hit{row: &rows[i], rank: rank})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		if order := cmp.Compare(a.rank, b.rank); order != 0 || a.row.Skill == b.row.Skill {
			return order
		}
		if a.row.Skill {
			return -1
		}
		return 1
	})
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit]
	}
	found := make([]Occupation, len(hits))
	for i, hit := range hits {
		found[i] = *hit.row
	}
	return found
}

// match ranks how well a folded query fits.
func (o *Occupation) match(typed string) int {
	switch {
	case typed == o.plain:
		return exactCode
	case strings.HasPrefix(o.plain, typed):
		return codePrefix
	case typed == o.folded:
		return exactName
	}
	best := noMatch
	switch at := strings.Index(o.folded, typed); {
	case at == 0:
		best = namePrefix
	case at > 0:
		best = nameInside
	default:
		for _, workType := range o.Known {
			if strings.Contains(fold(workType), typed) {
				best = workTypeName
				break
			}
		}
	}
	return min(best, o.matchInitials(typed))
}

func (o *Occupation) matchInitials(typed string) int {
	if typed[0] < 'a' || typed[0] > 'z' {
		return noMatch
	}
	for start := range o.spelled {
		reading := spells(o.spelled[start:], typed)
		switch {
		case reading < 0:
		case start > 0:
			return initialsInside
		case reading > 0:
			return otherReading
		case len(typed) == len(o.spelled):
			return exactInitials
		default:
			return initialsPrefix
		}
	}
	return noMatch
}

// fold makes texts comparable: lower case, full-width forms made plain, blanks, hyphens and marks left out.
func fold(text string) string {
	return strings.Map(func(char rune) rune {
		if char >= '！' && char <= '～' {
			char -= '！' - '!'
		}
		if unicode.IsLetter(char) || unicode.IsDigit(char) {
			return unicode.ToLower(char)
		}
		return -1
	}, text)
}
