package certification

import (
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
)

// score reads marks. A workbook keeps numbers as binary fractions: 85.1 may come as 85.099999999999994.
func (r *reader) score(f Field, into *Score, text string, number bool) {
	plain := strings.TrimSpace(narrow(text))
	s, err := ParseScore(plain)
	if number && (errors.Is(err, errNoNumber) || errors.Is(err, errPrecision)) {
		if value, floatErr := strconv.ParseFloat(plain, 64); floatErr == nil && !math.IsNaN(value) && !math.IsInf(value, 0) {
			s, err = roundedScore(value, err)
		}
	}
	remedy := say("填写 0 至 100 的数字，最多两位小数；没有这项成绩的留空", "Give a number from 0 to 100 with at most two decimals; leave it empty where there is none")
	switch {
	case err == nil:
		*into = s
	case errors.Is(err, errRange):
		r.wrong(f, "score_range", text, say("成绩“"+shorten(text)+"”超出 0 至 100 的范围", "The score lies outside 0 to 100"), remedy)
	case errors.Is(err, errPrecision):
		r.wrong(f, "score_precision", text, say("成绩“"+shorten(text)+"”的小数超过两位", "The score has more than two decimals"), remedy)
	default:
		r.wrong(f, "score_not_number", text, say("“"+shorten(text)+"”不是分数", "This is no number of marks"), remedy)
	}
}

// roundedScore takes a binary fraction for the hundredth that it stands for; why is kept where there is none.
func roundedScore(value float64, why error) (Score, error) {
	hundredths := math.Round(value * 100)
	switch {
	case math.Abs(value*100-hundredths) > 1e-6:
		return Score{}, errPrecision
	case hundredths < 0 || hundredths > 100_00:
		return Score{}, errRange
	case math.Abs(hundredths) > 1e9:
		return Score{}, why
	}
	return Hundredths(int(hundredths)), nil
}

var dateForm = regexp.MustCompile(`^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$`)

// serialEpoch is day 0 of a workbook's dates.
var serialEpoch = civil.On(1899, time.December, 30)

// date reads a day in the forms that people write, or as a workbook's serial number.
func (r *reader) date(f Field, text string, serial bool) {
	into := r.row.text(f)
	plain := strings.ReplaceAll(narrow(text), " ", "")
	if days, err := strconv.ParseFloat(plain, 64); serial && err == nil && days >= 20000 && days < 80000 {
		*into = serialEpoch.AddDays(int(days)).String()
		return
	}
	plain, _, _ = strings.Cut(plain, "00:00:00")
	if parts := dateForm.FindStringSubmatch(plain); parts != nil {
		year, month, day := number(parts[1]), number(parts[2]+parts[4]), number(parts[3]+parts[5])
		if on := civil.On(year, time.Month(month), day); month > 0 && day > 0 {
			if y, m, d := on.Parts(); y == year && int(m) == month && d == day {
				*into = on.String()
				return
			}
		}
	}
	*into = text
	r.wrong(f, "date", text, say("“"+shorten(text)+"”不是日期", "This is no date"), say("按 2026-01-31 的格式填写", "Write it as 2026-01-31"))
}

// words lists codes with their Chinese names.
func words[T ~string](codes []T, name func(T) casework.Name) [][2]string {
	list := make([][2]string, 0, len(codes))
	for _, code := range codes {
		list = append(list, [2]string{string(code), name(code).ZH})
	}
	return list
}
