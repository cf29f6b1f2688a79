package roster_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jiangxin/api/roster"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
)

const limit = 2000

var today = civil.Of(filingtest.Now)

func template(t *testing.T, rows ...filing.Staff) []byte {
	t.Helper()
	file, err := roster.Template(rows, limit)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// edited changes a workbook as a person would.
func edited(t *testing.T, file []byte, change func(book *excelize.File) error) []byte {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if err := change(book); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := book.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWhatTheTemplateHoldsIsReadBackAsItWas(t *testing.T) {
	t.Parallel()
	rows := filingtest.Staff()
	rows[0].Title, rows[1].Position = "=HYPERLINK(\"http://x\")", "+1+1"
	entries, err := roster.Read(template(t, rows...), limit)
	if err != nil || len(entries) != len(rows) {
		t.Fatalf("%d entries of %d rows: %v", len(entries), len(rows), err)
	}
	roster.Judge(entries, limit, today)
	for i, e := range entries {
		if len(e.Problems) > 0 || e.Line != i+2 || e.Staff != rows[i] {
			t.Errorf("%d: %+v, %+v; want %+v", e.Line, e.Staff, e.Problems, rows[i])
		}
	}
	if entries, err := roster.Read(template(t), limit); err != nil || len(entries) != 0 {
		t.Errorf("the empty template: %d entries, %v", len(entries), err)
	}
}

func TestTheTemplateOffersListsKeepsIDNumbersAsTextAndHoldsNoFormula(t *testing.T) {
	t.Parallel()
	row := filingtest.Staff()[0]
	row.Title = "=1+1"
	book, err := excelize.OpenReader(bytes.NewReader(template(t, row)))
	if err != nil {
		t.Fatal(err)
	}
	lists, err := book.GetDataValidations("人员名单")
	if err != nil || len(lists) != 3 || lists[0].Sqref != "A2:A2001" || !strings.Contains(lists[0].Formula1, "质量督导人员") {
		t.Errorf("%+v, %v", lists, err)
	}
	if formula, err := book.GetCellFormula("人员名单", "E2"); err != nil || formula != "" {
		t.Errorf("a formula: %s, %v", formula, err)
	}
	if kind, err := book.GetCellType("人员名单", "E2"); err != nil || kind != excelize.CellTypeInlineString {
		t.Errorf("the title is of type %d, %v", kind, err)
	}
	if example, err := book.GetCellValue("填写示例", "A2"); err != nil || example != "考评人员" {
		t.Errorf("the example says %q, %v", example, err)
	}
	for _, at := range []string{"C", "H"} {
		style, err := book.GetColStyle("人员名单", at)
		if err != nil {
			t.Fatal(err)
		}
		if format, err := book.GetStyle(style); err != nil || format.NumFmt != 49 {
			t.Errorf("column %s has format %d, %v", at, format.NumFmt, err)
		}
	}
}

func TestEveryWrongCellIsNamedByRowAndColumn(t *testing.T) {
	t.Parallel()
	rows := filingtest.Staff()
	for len(rows) < 12 {
		rows = append(rows, filingtest.Staff()...)
	}
	file := edited(t, template(t, rows[:12]...), func(book *excelize.File) error {
		sheet := "人员名单"
		for at, value := range map[string]any{
			"C2": 210102199001011234.0, "A3": "裁判", "J4": "", "G5": "九级", "I6": "明年", "B7": "", "C8": "21010219900101123", "I9": 47300, "H10": 1234567890123456789.0, "H11": 88,
		} {
			if err := book.SetCellValue(sheet, at, value); err != nil {
				return err
			}
		}
		if err := book.SetCellFormula(sheet, "B12", "=A1"); err != nil {
			return err
		}
		return book.MergeCell(sheet, "D13", "E13")
	})
	entries, err := roster.Read(file, limit)
	if err != nil {
		t.Fatal(err)
	}
	roster.Judge(entries, limit, today)
	found := map[string]string{}
	for _, e := range entries {
		for _, p := range e.Problems {
			if p.Code != "duplicate" && p.Code != "name_differs" {
				found[fmt.Sprint(p.Column, e.Line)] = p.Code
			}
			if p.Text.ZH == "" || p.Text.EN == "" || p.Name.ZH == "" {
				t.Errorf("%+v has no words", p)
			}
		}
	}
	want := map[string]string{
		"C2": "number_cell", "A3": "choice", "J4": "choice", "G5": "choice", "I6": "date", "B7": "required", "C8": "length", "H10": "number_cell",
		"B12": "formula", "D13": "merged", "E13": "merged",
	}
	if fmt.Sprint(found) != fmt.Sprint(want) {
		t.Errorf("got %v\nwant %v", found, want)
	}
	if got := entries[7].Staff.ValidThrough.String(); got != "2029-07-01" {
		t.Errorf("a serial date is read as %s", got)
	}
	if got := entries[9].Staff.CardNo; got != "88" {
		t.Errorf("a short number is read as %s", got)
	}
}

func TestADuplicateNamesTheRowOfTheWorkbook(t *testing.T) {
	t.Parallel()
	row := filingtest.Staff()[0]
	file := edited(t, template(t, row, row), func(book *excelize.File) error { return book.InsertRows("人员名单", 2, 5) })
	entries, err := roster.Read(file, limit)
	if err != nil {
		t.Fatal(err)
	}
	roster.Judge(entries, limit, today)
	if len(entries) != 2 || len(entries[1].Problems) != 1 || !strings.Contains(entries[1].Problems[0].Text.ZH, "第 7 行") {
		t.Errorf("%+v", entries)
	}
}

// packed makes a workbook of the given parts.
func packed(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var file bytes.Buffer
	w := zip.NewWriter(&file)
	for name, content := range parts {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func sheet(t *testing.T, data string) []byte {
	t.Helper()
	return packed(t, map[string]string{
		"xl/workbook.xml":            `<workbook><sheets><sheet name="s" id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet><sheetData>` + data + `</sheetData></worksheet>`,
	})
}

const heading = `<row><c t="inlineStr"><is><t>人员类别*</t></is></c><c t="str"><v>Name</v></c><c t="str"><v>身份证号</v></c><c t="str"><v>聘用方式</v></c></row>`

func TestBadFilesAreRefusedWithASentence(t *testing.T) {
	t.Parallel()
	million := heading + strings.Repeat(`<row><c t="str"><v>x</v></c></row>`, 100_000)
	for name, c := range map[string]struct {
		file []byte
		code fault.Code
	}{
		"empty":               {nil, fault.BadFile},
		"a text":              {[]byte("人员类别,姓名\n"), fault.BadFile},
		"an old or encrypted": {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), fault.BadFile},
		"another zip":         {packed(t, map[string]string{"a.txt": "a"}), fault.BadFile},
		"broken XML":          {sheet(t, `<row><c`), fault.BadFile},
		"an unknown entity":   {sheet(t, `<row><c t="str"><v>&boom;</v></c></row>`), fault.BadFile},
		"an empty sheet":      {sheet(t, ""), fault.BadFile},
		"another shape":       {sheet(t, `<row><c t="str"><v>姓名</v></c><c t="str"><v>工号</v></c></row>`), fault.BadFile},
		"too many rows":       {sheet(t, million), fault.Invalid},
		"a bomb":              {sheet(t, heading+"<row><c><v>"+strings.Repeat("0", 9<<20)+"</v></c></row>"), fault.TooLarge},
		"a large bomb":        {packed(t, map[string]string{"a": strings.Repeat("0", 30<<20)}), fault.TooLarge},
	} {
		_, err := roster.Read(c.file, limit)
		if fault.CodeOf(err) != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
	whole := template(t, filingtest.Staff()...)
	for _, size := range []int{10, len(whole) / 2, len(whole) - 30} {
		if _, err := roster.Read(whole[:size], limit); fault.CodeOf(err) != fault.BadFile {
			t.Errorf("cut at %d: %v", size, err)
		}
	}
}

func TestARowFarDownCostsNoMoreThanAnother(t *testing.T) {
	t.Parallel()
	far := sheet(t, heading+`<row r="1048576"><c r="A1048576" t="str"><v>专家</v></c><c r="B1048576" t="str"><v>甲</v></c><c r="XFD1048576" t="str"><v>x</v></c></row>`)
	entries, err := roster.Read(far, limit)
	if err != nil || len(entries) != 1 || entries[0].Line != 1048576 || entries[0].Staff.Kind != filing.Expert || entries[0].Staff.Name != "甲" {
		t.Errorf("%+v, %v", entries, err)
	}
}

func TestALongTextIsCutBeforeItIsRepeated(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("长", 30_000)
	file := edited(t, template(t), func(book *excelize.File) error {
		sheet := book.GetSheetName(0)
		for row := 4; row < 40; row++ {
			if err := book.SetCellStr(sheet, fmt.Sprintf("B%d", row), long); err != nil {
				return err
			}
		}
		return nil
	})
	entries, err := roster.Read(file, limit)
	if err != nil || len(entries) == 0 {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
	for _, entry := range entries {
		if n := len(entry.Staff.Name); n > 4096 {
			t.Fatalf("line %d keeps %d bytes of a name", entry.Line, n)
		}
	}
}
