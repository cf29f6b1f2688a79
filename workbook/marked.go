package workbook

import (
	"io"
	"strings"
)

// Mark is a finding about a row or a cell of a list that was sent in.
type Mark struct {
	Line    int    // the row's number
	Field   string // of the cell; empty or unknown for the row as a whole
	Warning bool   // it may stay as it is
	Reason  string
	Remedy  string
}

// WriteMarked hands a list back with what was found: wrong cells red, warned ones yellow, and in two more columns
// what is wrong with a row and what to do. Rows keep their numbers, formulas become the values that they showed, and
// columns that the template does not know are left out. The file can be mended and sent in again. The marks stand in the order of their rows.
func (t Template) WriteMarked(out io.Writer, list *List, marks []Mark) error {
	w := newWriter(out, t.layouts(list.Headings, 2)...)
	w.sheet()
	w.lineAt(list.Headings, append(t.heads(), Text(ProblemHeading).As(Head), Text(RemedyHeading).As(Head))...)
	of := map[int][]Mark{}
	for _, m := range marks {
		of[m.Line] = append(of[m.Line], m)
	}
	for line, err := range list.Lines() {
		if err != nil {
			return err
		}
		w.lineAt(line.Number, t.marked(line, of[line.Number])...)
	}
	t.writeRest(w)
	return w.close()
}

func (t Template) marked(line Line, marks []Mark) []Value {
	values := make([]Value, 0, len(t.Columns)+2)
	for _, c := range t.Columns {
		cell := line.Cell(c.Field)
		value := Text(cell.Text)
		if cell.Number {
			value = stored(cell.Text)
			if date, ok := line.list.book.Day(cell); ok && c.Day {
				value = Day(date)
			}
		}
		look := Plain
		for _, m := range marks {
			switch {
			case m.Field != c.Field:
			case !m.Warning:
				look = Wrong
			case look == Plain:
				look = Warned
			}
		}
		values = append(values, value.As(look))
	}
	if len(marks) == 0 {
		return values
	}
	var reasons, remedies []string
	for _, m := range marks {
		reasons, remedies = append(reasons, m.Reason), append(remedies, m.Remedy)
	}
	return append(values, Text(lines(reasons)).As(Remark), Text(lines(remedies)).As(Remark))
}

// lines puts sentences below each other, none twice.
func lines(sentences []string) string {
	var kept []string
	seen := map[string]bool{"": true}
	for _, s := range sentences {
		if !seen[s] {
			seen[s] = true
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, "\n")
}
