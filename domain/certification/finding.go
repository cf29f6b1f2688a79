package certification

import (
	"cmp"
	"slices"

	"jiangxin/domain/fault"
)

// Severity says whether a row with the finding may be submitted.
type Severity string

// The severities.
const (
	Warn  Severity = "warn"  // 提醒: may be submitted; the authority looks at it first
	Wrong Severity = "wrong" // 错误: has to be mended
)

// Finding is one thing that the check found in a cell: why it is wrong, and what to do.
type Finding struct {
	Line   int        `json:"line"` // the row's No; 0 for the workbook as a whole
	Field  Field      `json:"field"`
	Code   string     `json:"code"` // what is wrong, such as check_digit
	Level  Severity   `json:"level"`
	Value  string     `json:"value"`  // what stands there, shortened; ID numbers masked
	Text   fault.Text `json:"text"`   // the reason
	Remedy fault.Text `json:"remedy"` // what to do about it
}

// SortFindings orders findings by line, then by the workbook's columns.
func SortFindings(findings []Finding) {
	place := map[Field]int{}
	for i, f := range Fields {
		place[f] = i
	}
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(place[a.Field], place[b.Field]), cmp.Compare(a.Code, b.Code))
	})
}

// Flagged lists the lines that have a finding, in order, each once.
func Flagged(findings []Finding) []int {
	var lines []int
	for _, f := range findings {
		if f.Line > 0 {
			lines = append(lines, f.Line)
		}
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

// AnyWrong says whether a finding stands in the way of a submission.
func AnyWrong(findings []Finding) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Level == Wrong })
}

// say makes a sentence in the two languages.
func say(zh, en string) [2]string { return [2]string{zh, en} }

// finding makes a finding; what stands in an ID number's cell is masked.
func finding(line int, f Field, code string, level Severity, value string, text, remedy [2]string) Finding {
	if f == FieldIDNumber {
		value = MaskID(value)
	}
	return Finding{Line: line, Field: f, Code: code, Level: level, Value: shorten(value),
		Text: fault.Text{ZH: text[0], EN: text[1]}, Remedy: fault.Text{ZH: remedy[0], EN: remedy[1]}}
}

// shorten keeps the first characters of a text.
func shorten(text string) string {
	const shown = 40
	n := 0
	for at := range text {
		if n == shown {
			return text[:at] + "…"
		}
		n++
	}
	return text
}
