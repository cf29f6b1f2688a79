package workbook

import (
	"math"
	"strconv"
	"strings"
	"time"

	"jiangxin/domain/civil"
)

// Cell is one cell as it is stored.
type Cell struct {
	Text    string // without space around it
	Number  bool   // stored as a number, so that long ones have lost digits
	Formula bool
	Broken  bool // it shows an error such as #REF!
	Merged  bool // it is part of a merged block
}

// Empty says that the cell holds nothing.
func (c Cell) Empty() bool { return c.Text == "" && !c.Formula }

// Digits writes a number's cell as it was typed, where it has no more digits than a float keeps.
func (c Cell) Digits() (string, bool) {
	n, err := strconv.ParseFloat(c.Text, 64)
	if !c.Number || err != nil || !(math.Abs(n) < 1e15) {
		return "", false
	}
	return strconv.FormatFloat(n, 'f', -1, 64), true
}

var dayZero = civil.On(1899, time.December, 30) // day 0 of serial dates, for those after February 1900

// Day reads a serial date, or one that was typed as a text: 2029-06-30, 2029/6/30, 2029年6月30日.
func (b *Book) Day(c Cell) (civil.Date, bool) {
	if c.Number {
		n, err := strconv.ParseFloat(c.Text, 64)
		if err != nil || !(n >= 61 && n <= 2958465) { // the last day of 9999
			return civil.Date{}, false
		}
		return dayZero.AddDays(int(n) + b.shift), true
	}
	plain := strings.NewReplacer("年", "-", "月", "-", "日", "", "/", "-", ".", "-").Replace(c.Text)
	day, err := time.Parse("2006-1-2", plain)
	if err != nil {
		return civil.Date{}, false
	}
	return civil.On(day.Date()), true
}

// Letter names a column as spreadsheet programs do, from 0: A.
func Letter(index int) string {
	text := ""
	for index++; index > 0; index = (index - 1) / 26 {
		text = string(rune('A'+(index-1)%26)) + text
	}
	return text
}

const (
	rowMost    = 1 << 20 // rows that a sheet can have
	columnMost = 1 << 14
)

// place takes a reference such as C12 apart, the column from 0.
func place(ref []byte) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		column = column*26 + int(c-'a') + 1
	}
	row, ok = number(ref[i:])
	return column - 1, row, ok && i > 0 && column <= columnMost && row > 0 && row <= rowMost
}

// number reads a whole number of at most seven digits.
func number(text []byte) (int, bool) {
	if len(text) == 0 || len(text) > 7 {
		return 0, false
	}
	n := 0
	for _, c := range text {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}
