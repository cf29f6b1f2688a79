package workbook

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// Column is a column of a template.
type Column struct {
	Heading
	Filled  bool     // every row needs it: its heading bears a star
	Width   float64  // in characters
	Hint    string   // shown beside a cell that is chosen
	Options []string // of the drop-down; none for free text
	Day     bool     // its values are dates
	Example string
}

// Template is a workbook that people fill in: the list, a filled example, and a page that says how. Every cell is
// formatted as a text, so that long numbers stay as they are typed.
type Template struct {
	Sheet        string
	Columns      []Column
	Rows         int // how many rows the drop-downs reach
	Instructions []string
}

// Headings are what Book.List looks for.
func (t Template) Headings() []Heading {
	list := make([]Heading, 0, len(t.Columns))
	for _, c := range t.Columns {
		list = append(list, c.Heading)
	}
	return list
}

const optionSheet = "选项"

// Write writes the workbook with the rows that are known already, in the order of the columns.
func (t Template) Write(out io.Writer, rows [][]string) error {
	w := newWriter(out, t.layouts(1, 0)...)
	w.sheet()
	w.line(t.heads()...)
	for _, row := range rows {
		w.line(plain(row)...)
	}
	t.writeRest(w)
	return w.close()
}

// layouts are the sheets, the headings of the list in the given row and more columns behind its own.
func (t Template) layouts(headings, more int) []layout {
	list := layout{name: t.Sheet, frozen: headings}
	options := layout{name: optionSheet, hidden: true}
	for i, c := range t.Columns {
		list.widths = append(list.widths, c.Width)
		help := choice{column: i, top: headings + 1, bottom: headings + max(t.Rows, 1), heading: c.Text, hint: c.Hint}
		if len(c.Options) > 0 {
			help.formula = inPlace(c.Options)
		}
		if len(c.Options) > 0 && help.formula == "" {
			at := Letter(len(options.widths))
			help.formula = fmt.Sprintf("%s!$%s$1:$%s$%d", quoted(optionSheet), at, at, len(c.Options))
			options.widths = append(options.widths, c.Width)
		}
		if help.formula != "" || help.hint != "" {
			list.lists = append(list.lists, help)
		}
	}
	example := layout{name: ExampleSheet, frozen: 1, widths: list.widths}
	for range more {
		list.widths, list.looks = append(list.widths[:len(list.widths):len(list.widths)], 42), append(list.looks, Plain)
	}
	all := []layout{list, example, {name: InstructionSheet, widths: []float64{110}, looks: []Look{instruction}}}
	if len(options.widths) > 0 {
		all = append(all, options)
	}
	return all
}

// inPlace is a drop-down's list as it stands in the cells' own rule; nothing where it is too long for that.
func inPlace(options []string) string {
	whole := strings.Join(options, ",")
	if len(utf16.Encode([]rune(whole))) > 250 || strings.Count(whole, ",") >= len(options) || strings.Contains(whole, `"`) {
		return ""
	}
	return `"` + whole + `"`
}

func (t Template) heads() []Value {
	var heads []Value
	for _, c := range t.Columns {
		text := c.Text
		if c.Filled {
			text += "*"
		}
		heads = append(heads, Text(text).As(Head))
	}
	return heads
}

func plain(texts []string) []Value {
	values := make([]Value, 0, len(texts))
	for _, text := range texts {
		values = append(values, Text(text))
	}
	return values
}

// writeRest writes the sheets behind the list.
func (t Template) writeRest(w *writer) {
	w.sheet()
	w.line(t.heads()...)
	var example []string
	for _, c := range t.Columns {
		example = append(example, c.Example)
	}
	w.line(plain(example)...)
	w.sheet()
	for _, line := range t.Instructions {
		w.line(Text(line).As(instruction))
	}
	if w.begun < len(w.layouts) {
		t.writeOptions(w)
	}
}

// writeOptions writes the sheet of the drop-downs that are too long for the cells' own rules, one column for each.
func (t Template) writeOptions(w *writer) {
	w.sheet()
	var long [][]string
	rows := 0
	for _, c := range t.Columns {
		if len(c.Options) > 0 && inPlace(c.Options) == "" {
			long, rows = append(long, c.Options), max(rows, len(c.Options))
		}
	}
	for row := range rows {
		line := make([]string, len(long))
		for i, options := range long {
			if row < len(options) {
				line[i] = options[row]
			}
		}
		w.line(plain(line)...)
	}
}
