package workbook

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode"
)

// Export is a table that is handed out: lines of title, headings, rows. The same rows make the same bytes. Rows are
// written as they come, in constant memory.
type Export struct {
	Sheet   string // at most 31 characters
	Titles  []string
	Columns []ExportColumn
}

// ExportColumn is a column of an Export.
type ExportColumn struct {
	Heading string
	Width   float64 // in characters; 0 is what the heading takes
}

// Rows are rows that are known already, for the writers of an Export.
func Rows(list [][]Value) iter.Seq2[[]Value, error] {
	return func(yield func([]Value, error) bool) {
		for _, row := range list {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// WriteXLSX writes a workbook. Texts are stored as texts, so that none can run as a formula.
func (e Export) WriteXLSX(out io.Writer, rows iter.Seq2[[]Value, error]) error {
	sheet := layout{name: e.Sheet, frozen: len(e.Titles) + 1}
	heads, rest := make([]Value, 0, len(e.Columns)), make([]Value, 0, len(e.Columns))
	for _, c := range e.Columns {
		width := c.Width
		if width == 0 {
			width = float64(2*len([]rune(c.Heading)) + 4)
		}
		sheet.widths = append(sheet.widths, width)
		heads, rest = append(heads, Text(c.Heading).As(Head)), append(rest, Text("").As(Title))
	}
	w := newWriter(out, sheet)
	w.sheet()
	for _, title := range e.Titles {
		w.line(append([]Value{Text(title).As(Title)}, rest[min(1, len(rest)):]...)...)
	}
	w.line(heads...)
	for row, err := range rows {
		if err != nil {
			return err
		}
		w.line(row...)
	}
	return w.close()
}

// WriteCSV writes a CSV file with the byte order mark that Excel needs for Chinese. Texts that a spreadsheet program
// would run as a formula, or read as a number and shorten, begin with an apostrophe.
func (e Export) WriteCSV(out io.Writer, rows iter.Seq2[[]Value, error]) error {
	w := bufio.NewWriterSize(out, 64<<10)
	_, _ = w.WriteString("\ufeff") // the writer keeps its error until Flush
	line := func(values []Value) {
		for i, v := range values {
			if i > 0 {
				_ = w.WriteByte(',')
			}
			if v.kind == kindText {
				_, _ = w.WriteString(`"` + strings.ReplaceAll(harmless(v.text), `"`, `""`) + `"`)
			} else {
				_, _ = w.WriteString(v.text)
			}
		}
		_, _ = w.WriteString("\r\n")
	}
	for _, title := range e.Titles {
		line([]Value{Text(title)})
	}
	heads := make([]Value, 0, len(e.Columns))
	for _, c := range e.Columns {
		heads = append(heads, Text(c.Heading))
	}
	line(heads)
	for row, err := range rows {
		if err != nil {
			return err
		}
		line(row)
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return nil
}

// active says that a spreadsheet program would run the text as a formula if it were typed or pasted. A dash that
// stands for nothing (- or --) is none.
func active(text string) bool {
	start := strings.TrimLeftFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || !unicode.IsPrint(r) })
	return strings.Trim(start, "-") != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(start)[0])
}

// harmless is a text for a CSV file.
func harmless(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	if active(text) || strings.ContainsAny(text, "\t\r") || number18(text) {
		return "'" + text
	}
	return text
}

// number18 says that a text would be taken for a number, and shown or kept with fewer digits: twelve or more of them.
func number18(text string) bool {
	digits := strings.TrimSpace(text)
	if len(digits) < 12 {
		return false
	}
	for _, r := range digits {
		if (r < '0' || r > '9') && !strings.ContainsRune(".,Ee+-", r) {
			return false
		}
	}
	return true
}
