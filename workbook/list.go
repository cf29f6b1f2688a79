package workbook

import (
	"iter"
	"strings"

	"jiangxin/domain/fault"
)

// Names of the sheets beside a list in a template; they are never read as the list.
const (
	ExampleSheet     = "填写示例"
	InstructionSheet = "填写说明"
)

// headingsWithin is how many rows may stand above the headings, such as a title (setting).
const headingsWithin = 10

// List is a sheet with headings.
type List struct {
	Headings int // the row of the headings
	book     *Book
	sheet    Sheet
	columns  map[string]int
}

// Line is one filled row of a list.
type Line struct {
	Number int // of the row, as spreadsheet programs show it
	list   *List
	cells  []Cell
}

// List finds the list in a workbook: on the sheet of that name, else on the first that can be seen and is neither
// example nor instructions. Its headings stand in one of the first rows.
func (b *Book) List(name string, wanted []Heading) (*List, error) {
	sheet, found := b.choose(name)
	if !found {
		return nil, bad("工作簿中没有可读的工作表，请下载模板填写后上传", "The workbook holds no sheet; fill in the template and upload it", nil)
	}
	var wrong error
	seen, fewest := 0, 0
	for row, err := range b.Rows(sheet) {
		if err != nil {
			return nil, err
		}
		if seen++; seen > headingsWithin {
			break
		}
		columns, err := Match(texts(row.Cells), wanted)
		if err == nil {
			return &List{Headings: row.Number, book: b, sheet: sheet, columns: columns}, nil
		}
		if lacks := faults(err); wrong == nil || lacks < fewest {
			wrong, fewest = err, lacks
		}
	}
	if wrong == nil {
		wrong = bad("工作表是空的，请下载模板填写后上传", "The sheet is empty; fill in the template and upload it", nil)
	}
	return nil, wrong
}

func faults(err error) int {
	f, ok := err.(*fault.Error) //nolint:errorlint // Match makes it
	if !ok {
		return 0
	}
	return len(f.Fields)
}

func (b *Book) choose(name string) (Sheet, bool) {
	for _, sheet := range b.sheets {
		if plainHeading(sheet.Name) == plainHeading(name) {
			return sheet, true
		}
	}
	for _, sheet := range b.sheets {
		if !sheet.Hidden && sheet.Name != ExampleSheet && sheet.Name != InstructionSheet {
			return sheet, true
		}
	}
	return Sheet{}, false
}

func texts(cells []Cell) []string {
	list := make([]string, len(cells))
	for i, c := range cells {
		list[i] = c.Text
	}
	return list
}

// Lines gives the filled rows below the headings, but for examples. A Line holds until the next; its texts stay.
func (l *List) Lines() iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		for row, err := range l.book.Rows(l.sheet) {
			line := Line{Number: row.Number, list: l, cells: row.Cells}
			switch {
			case err == nil && (row.Number <= l.Headings || line.nothing() || line.example()):
			case !yield(line, err):
				return
			}
		}
	}
}

// nothing says that no column of the list is filled, whatever stands in others.
func (l Line) nothing() bool {
	for _, i := range l.list.columns {
		if !l.cells[i].Empty() {
			return false
		}
	}
	return true
}

// example says that a row is one by its own word: its first cell begins with 示例 or 例：.
func (l Line) example() bool {
	for _, c := range l.cells {
		if !c.Empty() {
			return strings.HasPrefix(c.Text, "示例") || strings.HasPrefix(c.Text, "例：") || strings.HasPrefix(c.Text, "例:")
		}
	}
	return false
}

// Cell is the cell of a field; nothing where the list has no such column.
func (l Line) Cell(field string) Cell {
	if i, found := l.list.columns[field]; found {
		return l.cells[i]
	}
	return Cell{}
}

// Letter names the column of a field, as spreadsheet programs do; nothing where the list has none.
func (l *List) Letter(field string) string {
	if i, found := l.columns[field]; found {
		return Letter(i)
	}
	return ""
}

// Has says that the list has a column of the field.
func (l *List) Has(field string) bool {
	_, found := l.columns[field]
	return found
}
