package workbook

import (
	"strconv"
	"strings"

	"jiangxin/domain/civil"
)

// Look is how a cell of our own looks.
type Look int

// The looks.
const (
	Plain  Look = iota // a text, which stays as it is typed
	Head               // a heading
	Title              // a line above the headings
	Wrong              // red
	Warned             // yellow
	Remark             // words about a row
	figure             // the next ones follow from a value's kind
	date
	guarded // a text that would be a formula if it were typed
	wrongGuarded
	wrongFigure
	wrongDate
	warnedGuarded
	warnedFigure
	warnedDate
	instruction
)

// Value is what stands in one cell of our own.
type Value struct {
	kind  kind
	text  string
	whole int64
	look  Look
}

type kind uint8

const (
	kindText kind = iota
	kindNumber
	kindDay
)

// Text is a text. It never becomes a number or a formula.
func Text(text string) Value { return Value{text: text} }

// Whole is a number; one of more digits than spreadsheet programs keep becomes a text.
func Whole(n int64) Value {
	if n > 999_999_999_999_999 || n < -999_999_999_999_999 {
		return Text(strconv.FormatInt(n, 10))
	}
	return Value{kind: kindNumber, whole: n, text: strconv.FormatInt(n, 10)}
}

// Day is a date; no date is an empty cell.
func Day(on civil.Date) Value {
	if on.IsZero() {
		return Text("")
	}
	return Value{kind: kindDay, whole: int64(dayZero.DaysUntil(on)), text: on.String()}
}

// stored is a number as it stood in somebody's workbook; what is none becomes a text.
func stored(text string) Value {
	if _, err := strconv.ParseFloat(text, 64); err != nil || strings.Trim(text, "0123456789.eE+-") != "" {
		return Text(text)
	}
	return Value{kind: kindNumber, text: text}
}

// As gives the value another look.
func (v Value) As(look Look) Value {
	v.look = look
	return v
}

// format is the look with what the kind of the value asks for.
func (v Value) format() Look {
	type pair struct {
		look Look
		kind kind
	}
	switch (pair{v.look, v.kind}) {
	case pair{Plain, kindNumber}:
		return figure
	case pair{Plain, kindDay}:
		return date
	case pair{Wrong, kindNumber}:
		return wrongFigure
	case pair{Wrong, kindDay}:
		return wrongDate
	case pair{Warned, kindNumber}:
		return warnedFigure
	case pair{Warned, kindDay}:
		return warnedDate
	}
	if v.kind == kindText && active(v.text) {
		switch v.look {
		case Wrong:
			return wrongGuarded
		case Warned:
			return warnedGuarded
		case Plain:
			return guarded
		}
	}
	return v.look
}
