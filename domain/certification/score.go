package certification

import (
	"errors"
	"strconv"
	"strings"
)

// Score is a mark from 0 to 100 with at most two decimal places, kept exactly. The zero value is unset, which
// is something else than nought.
type Score struct {
	shifted int // hundredths of a mark, and one more, so that the zero value is unset
}

// Hundredths makes a score of so many hundredths of a mark; outside 0 to 10,000 it is unset.
func Hundredths(n int) Score {
	if n < 0 || n > 100_00 {
		return Score{}
	}
	return Score{shifted: n + 1}
}

// Marks makes a score of whole marks.
func Marks(n int) Score { return Hundredths(n * 100) }

// IsZero says that no score is given.
func (s Score) IsZero() bool { return s.shifted == 0 }

// InHundredths is the score in hundredths of a mark; 0 when unset.
func (s Score) InHundredths() int { return max(s.shifted-1, 0) }

// Reaches says whether the score is given and not below a mark.
func (s Score) Reaches(mark int) bool { return !s.IsZero() && s.InHundredths() >= mark*100 }

// String is the score in its shortest form, such as 85, 85.5 or 85.25; empty when unset.
func (s Score) String() string {
	if s.IsZero() {
		return ""
	}
	n := s.InHundredths()
	text := strconv.Itoa(n / 100)
	if rest := n % 100; rest > 0 {
		text += "." + strings.TrimSuffix(strconv.Itoa(100 + rest)[1:], "0")
	}
	return text
}

// Why a text is no score.
var (
	errNoNumber  = errors.New("not a plain decimal number")
	errRange     = errors.New("not from 0 to 100")
	errPrecision = errors.New("more than two decimal places")
)

// ParseScore reads digits with at most one decimal point and two places: 85, 85.5, 85.25, 100.00. Signs,
// exponents, words such as NaN or 合格 and blanks inside are refused; a minus sign as being out of range.
func ParseScore(text string) (Score, error) {
	if text == "" {
		return Score{}, nil
	}
	digits, negative := strings.CutPrefix(text, "-")
	whole, places, _ := strings.Cut(digits, ".")
	if whole == "" || !allDigits(whole) || !allDigits(places) || strings.HasSuffix(digits, ".") {
		return Score{}, errNoNumber
	}
	if negative && strings.Trim(whole+places, "0") != "" {
		return Score{}, errRange
	}
	places = strings.TrimRight(places, "0")
	if len(places) > 2 {
		return Score{}, errPrecision
	}
	n, err := strconv.Atoi(whole + places + strings.Repeat("0", 2-len(places)))
	if err != nil || n > 100_00 {
		return Score{}, errRange
	}
	return Hundredths(n), nil
}

func allDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return true
}

// MarshalText writes the shortest form.
func (s Score) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (s *Score) UnmarshalText(text []byte) (err error) {
	*s, err = ParseScore(string(text))
	return err
}
