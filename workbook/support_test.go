package workbook_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"jiangxin/workbook"
)

var results = workbook.Template{
	Sheet: "认定结果", Rows: 100,
	Columns: []workbook.Column{
		{Heading: workbook.Heading{Field: "name", Text: "姓名", Others: []string{"Name"}, Required: true}, Filled: true, Width: 12, Example: "张示例"},
		{Heading: workbook.Heading{Field: "idNumber", Text: "证件号码", Required: true}, Filled: true, Width: 24, Hint: "18 位，文本格式", Example: "210100199001010000"},
		{Heading: workbook.Heading{Field: "level", Text: "等级(级别)", Required: true}, Filled: true, Width: 12, Options: []string{"三级/高级工", "二级/技师"}, Example: "二级/技师"},
		{Heading: workbook.Heading{Field: "theory", Text: "理论成绩"}, Width: 10, Example: "85"},
		{Heading: workbook.Heading{Field: "agencyFrom", Text: "派遣起"}, Width: 12, Day: true, Example: "2026-01-01"},
		{Heading: workbook.Heading{Field: "occupation", Text: "职业"}, Width: 20, Options: many(60), Example: "第1个很长的职业名称"},
	},
	Instructions: []string{"一行一人。", "证件号码须为文本。"},
}

func many(n int) []string {
	var options []string
	for i := range n {
		options = append(options, fmt.Sprintf("第%d个很长的职业名称", i+1))
	}
	return options
}

func written(t testing.TB, write func(io.Writer) error) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := write(&file); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func filled(t testing.TB, rows ...[]string) []byte {
	return written(t, func(w io.Writer) error { return results.Write(w, rows) })
}

func opened(t testing.TB, file []byte) *workbook.Book {
	t.Helper()
	book, err := workbook.Open(bytes.NewReader(file), int64(len(file)), workbook.LimitsFor(100))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// read reads the list of a file to its end: the lines' cells by field.
func read(file []byte, limits workbook.Limits) (map[int]map[string]workbook.Cell, error) {
	book, err := workbook.Open(bytes.NewReader(file), int64(len(file)), limits)
	if err != nil {
		return nil, err
	}
	list, err := book.List(results.Sheet, results.Headings())
	if err != nil {
		return nil, err
	}
	found := map[int]map[string]workbook.Cell{}
	for line, err := range list.Lines() {
		if err != nil {
			return nil, err
		}
		found[line.Number] = map[string]workbook.Cell{}
		for _, c := range results.Columns {
			found[line.Number][c.Field] = line.Cell(c.Field)
		}
	}
	return found, nil
}

// edited changes a workbook as a person with a spreadsheet program would.
func edited(t testing.TB, file []byte, change func(book *excelize.File) error) []byte {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	if err := change(book); err != nil {
		t.Fatal(err)
	}
	return written(t, func(w io.Writer) error { return book.Write(w) })
}

// packed makes a zip of the given entries, in their order.
func packed(t testing.TB, entries ...[2]string) []byte {
	t.Helper()
	return written(t, func(w io.Writer) error {
		archive := zip.NewWriter(w)
		for _, e := range entries {
			entry, err := archive.Create(e[0])
			if err != nil {
				return err
			}
			if _, err := io.WriteString(entry, e[1]); err != nil {
				return err
			}
		}
		return archive.Close()
	})
}

const (
	oneSheet  = `<workbook><sheets><sheet name="s" id="r1"/></sheets></workbook>`
	relations = `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="/xl/texts.xml"/></Relationships>`
)

// sheet makes a workbook of one sheet with the given rows, and other parts.
func sheet(t testing.TB, rows string, more ...[2]string) []byte {
	t.Helper()
	return packed(t, append([][2]string{
		{"xl/workbook.xml", oneSheet}, {"xl/_rels/workbook.xml.rels", relations},
		{"xl/worksheets/sheet1.xml", `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`},
	}, more...)...)
}

const headings = `<row><c t="str"><v>姓名*</v></c><c t="str"><v>证件号码</v></c><c t="str"><v>等级（级别）</v></c></row>`
