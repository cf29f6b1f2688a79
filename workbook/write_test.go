package workbook_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/gabriel-vasile/mimetype"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"jiangxin/domain/civil"
	"jiangxin/workbook"
)

func TestATemplateOffersListsKeepsNumbersAsTextAndShowsAnExample(t *testing.T) {
	t.Parallel()
	file := filled(t, []string{"=1+1", "210102199001011234"})
	if kind := mimetype.Detect(file); !kind.Is("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
		t.Errorf("it looks like %s", kind)
	}
	if again := filled(t, []string{"=1+1", "210102199001011234"}); !bytes.Equal(file, again) {
		t.Error("it is not the same file every time")
	}
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(book.GetSheetList()); got != "[认定结果 填写示例 填写说明 选项]" {
		t.Error(got)
	}
	if visible, err := book.GetSheetVisible("选项"); visible || err != nil {
		t.Errorf("%v, %v", visible, err)
	}
	rules, err := book.GetDataValidations(results.Sheet)
	if err != nil || len(rules) != 3 || rules[1].Formula1 != `"三级/高级工,二级/技师"` || rules[1].Sqref != "C2:C101" || rules[2].Formula1 != `'选项'!$A$1:$A$60` ||
		rules[0].Prompt == nil || !strings.Contains(*rules[0].Prompt, "18 位") {
		t.Errorf("%+v, %v", rules, err)
	}
	for at, want := range map[[2]string]string{
		{results.Sheet, "A1"}: "姓名*", {results.Sheet, "D1"}: "理论成绩", {results.Sheet, "A2"}: "=1+1", {"填写示例", "A2"}: "张示例", {"填写说明", "A2"}: "证件号码须为文本。", {"选项", "A60"}: "第60个很长的职业名称",
	} {
		if got, err := book.GetCellValue(at[0], at[1]); got != want || err != nil {
			t.Errorf("%s: %q, %v", at, got, err)
		}
	}
	for _, column := range []string{"B", "D"} {
		style, err := book.GetColStyle(results.Sheet, column)
		if err != nil {
			t.Fatal(err)
		}
		if format, err := book.GetStyle(style); err != nil || format.NumFmt != 49 {
			t.Errorf("%s has the format %d, %v", column, format.NumFmt, err)
		}
	}
}

func TestAMarkedListShowsWhatIsWrongAndCanBeSentInAgain(t *testing.T) {
	t.Parallel()
	sent := edited(t, filled(t, []string{"甲", "12", "二级/技师", "85"}, []string{"=乙", "13", "九级"}, []string{"丙", "14", "二级/技师"}), func(book *excelize.File) error {
		for at, value := range map[string]any{"B2": 210102199001011234.0, "E2": 46000, "A1": " 姓 名", "D4": 59.5} {
			if err := book.SetCellValue(results.Sheet, at, value); err != nil {
				return err
			}
		}
		return book.InsertRows(results.Sheet, 3, 2)
	})
	list, err := opened(t, sent).List(results.Sheet, results.Headings())
	if err != nil {
		t.Fatal(err)
	}
	mark := func() []byte {
		return written(t, func(w io.Writer) error {
			return results.WriteMarked(w, list, []workbook.Mark{
				{Line: 2, Field: "idNumber", Reason: "按数字保存", Remedy: "设为文本后重填"}, {Line: 2, Field: "theory", Warning: true, Reason: "请核对", Remedy: "无误则保留"},
				{Line: 5, Field: "level", Reason: "=不在列表中", Remedy: "重新选择"}, {Line: 5, Field: "level", Warning: true, Reason: "=不在列表中", Remedy: "再看一次"},
			})
		})
	}
	file := mark()
	if !bytes.Equal(file, mark()) {
		t.Error("it is not the same file every time")
	}
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[string]string{
		"G1": "问题", "H1": "处理办法", "G2": "按数字保存\n请核对", "H5": "重新选择\n再看一次", "G5": "=不在列表中", "G6": "", "A5": "=乙", "E2": "2025-12-09", "D6": "59.5",
	} {
		if got, err := book.GetCellValue(results.Sheet, at); got != want || err != nil {
			t.Errorf("%s: %q, %v", at, got, err)
		}
	}
	for at, want := range map[string]string{"B2": "FFFFC7CE", "D2": "FFFFF2B3", "C5": "FFFFC7CE", "A2": "", "C2": ""} {
		style, err := book.GetCellStyle(results.Sheet, at)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := book.GetStyle(style); err != nil { // it reads the styles, and tells colours only beside a theme
			t.Fatal(err)
		}
		got := ""
		if fill := book.Styles.Fills.Fill[*book.Styles.CellXfs.Xf[style].FillID]; fill.PatternFill.FgColor != nil {
			got = fill.PatternFill.FgColor.RGB
		}
		if got != want {
			t.Errorf("%s is of the colour %q, not %q", at, got, want)
		}
	}
	before, err := read(sent, workbook.LimitsFor(100))
	if err != nil {
		t.Fatal(err)
	}
	after, err := read(file, workbook.LimitsFor(100))
	if err != nil || fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("%v\nis read again as\n%v, %v", before, after, err)
	}
}

// table is an export with values of each kind; its texts would do harm as formulas.
var (
	table = workbook.Export{Sheet: "月度汇总", Titles: []string{"职业技能等级认定信息月度汇总表", "=填报单位"}, Columns: []workbook.ExportColumn{{Heading: "序号"}, {Heading: "姓名", Width: 20}, {Heading: "日期"}}}
	harm  = []string{
		"=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\u200b=1", "＝1+1", "＋1", "－1", "＠x", "=cmd|' /C calc'!A0", "a\t=1", "210102199001011234", "1E+100000000000",
	}
)

func rowsOf(texts []string) [][]workbook.Value {
	var rows [][]workbook.Value
	for i, text := range texts {
		rows = append(rows, []workbook.Value{workbook.Whole(int64(i)), workbook.Text(text), workbook.Day(civil.On(2026, time.November, 26))})
	}
	return rows
}

func TestNoCellOfAnExportCanBecomeAFormula(t *testing.T) {
	t.Parallel()
	rows := workbook.Rows(rowsOf(harm))
	file := written(t, func(w io.Writer) error { return table.WriteXLSX(w, rows) })
	if sha256.Sum256(file) != sha256.Sum256(written(t, func(w io.Writer) error { return table.WriteXLSX(w, rows) })) {
		t.Error("it is not the same file every time")
	}
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	for i := range harm {
		at := fmt.Sprint("B", i+4)
		formula, err := book.GetCellFormula(table.Sheet, at)
		kind, also := book.GetCellType(table.Sheet, at)
		if formula != "" || err != nil || also != nil || kind != excelize.CellTypeInlineString {
			t.Errorf("%q: formula %q, type %d, %v, %v", harm[i], formula, kind, err, also)
		}
	}
	for at, want := range map[string]string{"A1": table.Titles[0], "A2": "=填报单位", "B3": "姓名", "A5": "1", "B4": "=1+1", "C4": "2026-11-26"} {
		if got, err := book.GetCellValue(table.Sheet, at); got != want || err != nil {
			t.Errorf("%s: %q, %v", at, got, err)
		}
	}
	text := written(t, func(w io.Writer) error { return table.WriteCSV(w, rows) })
	if !bytes.HasPrefix(text, []byte("\xef\xbb\xbf")) || !bytes.Contains(text, []byte("\r\n0,\"'=1+1\",2026-11-26\r\n")) {
		t.Errorf("%.200q", text)
	}
	reader := csv.NewReader(bytes.NewReader(text[3:]))
	reader.FieldsPerRecord = -1
	lines, err := reader.ReadAll()
	if err != nil || len(lines) != 3+len(harm) || lines[1][0] != "'=填报单位" {
		t.Fatalf("%q, %v", lines, err)
	}
	for i, line := range lines[3:] {
		if !strings.HasPrefix(line[1], "'") {
			t.Errorf("%q is written as %q", harm[i], line[1])
		}
	}
}

func TestWhatDoesNoHarmStaysAsItIs(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "-", "--", "张三", "2-02-01-01", "13800000000", "a=b", `说"好"`, "甲,乙", "a@b.cn", "'已有"} {
		lines, err := csv.NewReader(bytes.NewReader(written(t, func(w io.Writer) error {
			return workbook.Export{Columns: []workbook.ExportColumn{{Heading: "x"}}}.WriteCSV(w, workbook.Rows([][]workbook.Value{{workbook.Text(text)}}))
		})[3:])).ReadAll()
		if err != nil || len(lines) != 2 || lines[1][0] != text {
			t.Errorf("%q: %q, %v", text, lines, err)
		}
	}
}

func TestALongNumberOfAnExportStaysAText(t *testing.T) {
	t.Parallel()
	file := written(t, func(w io.Writer) error {
		return table.WriteXLSX(w, workbook.Rows([][]workbook.Value{{workbook.Whole(1234567890123456), workbook.Text(""), workbook.Day(civil.Date{})}}))
	})
	for row, err := range opened(t, file).Rows(opened(t, file).Sheets()[0]) {
		if err != nil {
			t.Fatal(err)
		}
		if row.Number == 4 && (row.Cells[0] != workbook.Cell{Text: "1234567890123456"} || !row.Cells[2].Empty()) {
			t.Errorf("%+v", row.Cells[:3])
		}
	}
}

// Every text comes back as it was, but for the space around it and for what no text may hold, in our reader and in another.
func TestEveryTextComesBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"_x000D_", "_x005F_", "_x00", "]]>", "&amp;", "<v>", "\r\n", "𠮷", "\ufffe"}))
		texts := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(part, 0, 4).Draw(t, "parts"), "") }), 1, 5).Draw(t, "texts")
		var file bytes.Buffer
		if err := table.WriteXLSX(&file, workbook.Rows(rowsOf(texts))); err != nil {
			t.Fatal(err)
		}
		book, err := workbook.Open(bytes.NewReader(file.Bytes()), int64(file.Len()), workbook.LimitsFor(100))
		if err != nil {
			t.Fatal(err)
		}
		at := -3
		for row, err := range book.Rows(book.Sheets()[0]) {
			if err != nil {
				t.Fatal(err)
			}
			if at >= 0 {
				want := strings.TrimSpace(strings.Map(func(r rune) rune {
					if r < ' ' && r != '\t' && r != '\n' && r != '\r' {
						return -1
					}
					return r
				}, strings.ToValidUTF8(texts[at], "\uFFFD")))
				if row.Cells[1] != (workbook.Cell{Text: want}) {
					t.Fatalf("%q is read as %+v", texts[at], row.Cells[1])
				}
			}
			at++
		}
	})
}

func TestATextThatIsLongerThanACellIsCutAndTheFileStaysWhole(t *testing.T) {
	t.Parallel()
	file := written(t, func(w io.Writer) error {
		return table.WriteXLSX(w, workbook.Rows(rowsOf([]string{strings.Repeat("𠮷", 20_000)})))
	})
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := book.GetCellValue(table.Sheet, "B4"); got != strings.Repeat("𠮷", 16_383) || err != nil {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

func BenchmarkAHundredThousandRowsWritten(b *testing.B) {
	b.ReportAllocs()
	row := []workbook.Value{workbook.Whole(1), workbook.Text("王小明"), workbook.Text("210102199001011234"), workbook.Text("Y000021000001"), workbook.Text("电工"), workbook.Day(civil.On(2026, time.November, 26))}
	for b.Loop() {
		err := table.WriteXLSX(io.Discard, func(yield func([]workbook.Value, error) bool) {
			for range 100_000 {
				if !yield(row, nil) {
					return
				}
			}
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}
