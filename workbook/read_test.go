package workbook_test

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jiangxin/domain/fault"
	"jiangxin/workbook"
)

func TestEveryKindOfCellIsReadForWhatItIs(t *testing.T) {
	t.Parallel()
	file := edited(t, filled(t), func(book *excelize.File) error {
		at := results.Sheet
		return errors.Join(
			book.SetCellValue(at, "A2", "  王 小明\n"), book.SetCellValue(at, "B2", 210102199001011234.0), book.SetCellValue(at, "D2", 85.5),
			book.SetCellFormula(at, "A4", "=B2"), book.SetCellStr(at, "B4", "210102199001011234"), book.MergeCell(at, "C4", "D5"), book.SetCellStr(at, "C4", "二级/技师"),
			book.SetCellRichText(at, "B5", []excelize.RichTextRun{{Text: "21"}, {Text: "0102", Font: &excelize.Font{Bold: true}}}),
			book.SetCellValue(at, "E2", 46000), book.SetCellStr(at, "A6", "示例：张三"), book.SetCellStr(at, "Z7", "旁边的话"), book.SetRowHeight(at, 8, 30),
		)
	})
	got, err := read(file, workbook.LimitsFor(100))
	if err != nil || len(got) != 3 {
		t.Fatalf("%v, %v", got, err)
	}
	for name, c := range map[string]struct{ got, want workbook.Cell }{
		"a text":               {got[2]["name"], workbook.Cell{Text: "王 小明"}},
		"a number":             {got[2]["theory"], workbook.Cell{Text: "85.5", Number: true}},
		"a formula":            {got[4]["name"], workbook.Cell{Formula: true}},
		"a long text":          {got[4]["idNumber"], workbook.Cell{Text: "210102199001011234"}},
		"the first of a block": {got[4]["level"], workbook.Cell{Text: "二级/技师", Merged: true}},
		"its last":             {got[5]["theory"], workbook.Cell{Merged: true}},
		"runs":                 {got[5]["idNumber"], workbook.Cell{Text: "210102"}},
	} {
		if c.got != c.want {
			t.Errorf("%s: %+v, want %+v", name, c.got, c.want)
		}
	}
	float := got[2]["idNumber"]
	if _, exact := float.Digits(); !float.Number || exact {
		t.Errorf("an ID number as a float: %+v", float)
	}
	if day, ok := opened(t, file).Day(got[2]["agencyFrom"]); !ok || day.String() != "2025-12-09" {
		t.Errorf("%s", day)
	}
}

func TestHeadingsAreFoundWhateverTheirOrderAndLook(t *testing.T) {
	t.Parallel()
	columns, err := workbook.Match([]string{"", " 证件\n号码 ", "备注", "等级（级别）", "NAME＊", "问题"}, results.Headings())
	if err != nil || fmt.Sprint(columns) != "map[idNumber:1 level:3 name:4]" {
		t.Errorf("%v, %v", columns, err)
	}
	_, err = workbook.Match([]string{"姓名", "姓 名", "证件号码"}, results.Headings())
	var wrong *fault.Error
	if !errors.As(err, &wrong) || len(wrong.Fields) != 2 || wrong.Fields[0].Code != "double_column" || wrong.Fields[1].Pointer != "/level" ||
		!strings.Contains(wrong.Text.ZH, "“姓名”列出现了两次(A列和B列)、第一行缺少“等级(级别)”列") {
		t.Errorf("%+v", wrong)
	}
}

func TestATitleAboveTheHeadingsAndBlankRowsDoNoHarm(t *testing.T) {
	t.Parallel()
	file := edited(t, filled(t, []string{"甲", "1", "二级/技师"}, []string{"乙", "2", "二级/技师"}), func(book *excelize.File) error {
		at := results.Sheet
		return errors.Join(book.InsertRows(at, 1, 2), book.SetCellStr(at, "A1", "沈阳某厂认定结果"), book.InsertRows(at, 5, 3),
			book.SetSheetName(at, "改过的名字"), book.MoveSheet(workbook.ExampleSheet, "改过的名字"))
	})
	got, err := read(file, workbook.LimitsFor(100))
	if err != nil || len(got) != 2 || got[4]["name"].Text != "甲" || got[8]["name"].Text != "乙" {
		t.Errorf("%v, %v", got, err)
	}
}

func TestFilesThatAreNoListAreRefusedWithASentence(t *testing.T) {
	t.Parallel()
	texts := func(content string) [2]string { return [2]string{"xl/texts.xml", `<sst>` + content + `</sst>`} }
	limits := workbook.LimitsFor(100)
	limits.Part, limits.Whole = 2<<20, 6<<20
	for name, c := range map[string]struct {
		file []byte
		code fault.Code
		says string
	}{
		"empty":             {nil, fault.BadFile, "不是 .xlsx"},
		"a text":            {[]byte("姓名,证件号码\n"), fault.BadFile, "不是 .xlsx"},
		"with a password":   {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), fault.BadFile, "加密"},
		"another zip":       {packed(t, [2]string{"a.txt", "a"}), fault.BadFile, "不是 .xlsx"},
		"two parts":         {packed(t, [2]string{"xl/workbook.xml", "<a/>"}, [2]string{`xl\workbook.xml`, "<a/>"}), fault.BadFile, "无法读取"},
		"no sheet":          {packed(t, [2]string{"xl/workbook.xml", "<workbook/>"}, [2]string{"xl/_rels/workbook.xml.rels", relations}), fault.BadFile, "没有可读的工作表"},
		"a missing sheet":   {packed(t, [2]string{"xl/workbook.xml", oneSheet}, [2]string{"xl/_rels/workbook.xml.rels", relations}), fault.BadFile, "不是 .xlsx"},
		"an empty sheet":    {sheet(t, ""), fault.BadFile, "空的"},
		"another shape":     {sheet(t, `<row><c t="str"><v>姓名</v></c><c t="str"><v>工号</v></c></row>`), fault.BadFile, "缺少“证件号码”列"},
		"broken XML":        {sheet(t, `<row><c`), fault.BadFile, "无法读取"},
		"an entity":         {sheet(t, headings+`<row><c t="str"><v>&boom;</v></c></row>`), fault.BadFile, "无法读取"},
		"a document type":   {packed(t, [2]string{"xl/workbook.xml", `<!DOCTYPE a [<!ENTITY b "c">]>` + oneSheet}, [2]string{"xl/_rels/workbook.xml.rels", relations}), fault.BadFile, "无法读取"},
		"rows in disorder":  {sheet(t, headings+`<row r="5"/><row r="5"/>`), fault.BadFile, "无法读取"},
		"cells in disorder": {sheet(t, headings+`<row><c r="B2"/><c r="A2"/></row>`), fault.BadFile, "无法读取"},
		"control bytes":     {sheet(t, headings+"<row><c t=\"str\"><v>a\x01</v></c></row>"), fault.BadFile, "无法读取"},
		"no Unicode":        {sheet(t, headings+"<row><c t=\"str\"><v>a\xD0\xC5b</v></c></row>"), fault.BadFile, "无法读取"},
		"too many rows":     {sheet(t, headings+strings.Repeat(`<row><c t="str"><v>x</v></c></row>`, 101)), fault.Invalid, "超过 100 行"},
		"a bomb of a sheet": {sheet(t, headings+"<row><c><v>"+strings.Repeat("0", 3<<20)+"</v></c></row>"), fault.TooLarge, "展开后过大"},
		"a bomb beside it":  {sheet(t, headings, [2]string{"xl/media/image1.png", strings.Repeat("0", 4<<20)}), fault.TooLarge, "展开后过大"},
		"a bomb of texts":   {sheet(t, headings, texts("<si><t>"+strings.Repeat("ab", 3<<20)+"</t></si>")), fault.TooLarge, "展开后过大"},
		"too many texts":    {sheet(t, headings, texts(strings.Repeat("<si/>", 210_000))), fault.TooLarge, "展开后过大"},
		"too many blocks":   {sheet(t, headings+`</sheetData><mergeCells>`+strings.Repeat(`<mergeCell ref="A2:B9"/>`, 3000)+`</mergeCells><sheetData>`), fault.BadFile, "合并的单元格过多"},
	} {
		got, err := read(c.file, limits)
		var said *fault.Error
		if !errors.As(err, &said) || said.Code != c.code || !strings.Contains(said.Text.ZH, c.says) || said.Text.EN == "" {
			t.Errorf("%s: %d lines, %v; want %s, %s", name, len(got), err, c.code, c.says)
		}
	}
	whole := filled(t, []string{"甲", "1", "二级/技师"})
	for _, size := range []int{10, len(whole) / 2, len(whole) - 30} {
		if _, err := read(whole[:size], limits); !fault.Is(err, fault.BadFile) {
			t.Errorf("cut at %d: %v", size, err)
		}
	}
}

func TestADirectoryOfMillionsOfEntriesIsNotRead(t *testing.T) {
	t.Parallel()
	var entries [][2]string
	for i := range 5000 {
		entries = append(entries, [2]string{fmt.Sprint("xl/media/", i), ""})
	}
	file := packed(t, entries...)
	if _, err := read(file, workbook.LimitsFor(10)); !fault.Is(err, fault.BadFile) || !strings.Contains(err.Error(), "directory") {
		t.Errorf("%v", err)
	}
}

func TestAMillionRowsAreRefusedAtOnceAndTakeLittleMemory(t *testing.T) { // alone, because it measures memory
	file := sheet(t, headings+strings.Repeat(`<row><c><v>1</v></c></row>`, 1_000_000))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got, err := read(file, workbook.LimitsFor(10_000))
	runtime.ReadMemStats(&after)
	if !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), "more than 10000 filled rows") {
		t.Errorf("%d lines, %v", len(got), err)
	}
	if taken := after.TotalAlloc - before.TotalAlloc; taken > 4<<20 {
		t.Errorf("%d KiB were taken to refuse it", taken>>10)
	}
}

func TestARowFarDownAndALongTextCostNoMoreThanOthers(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("长", 30_000)
	file := sheet(t, headings+`<row r="1048576"><c r="A1048576" t="s"><v>0</v></c><c r="B1048576" t="str"><v>`+long+`</v></c><c r="XFD1048576"><v>1</v></c></row>`,
		[2]string{"xl/texts.xml", "<sst><si><r><t>甲</t></r><rPh><t>jia</t></rPh><r><t>" + long + "</t></r></si></sst>"})
	got, err := read(file, workbook.LimitsFor(100))
	if err != nil || len(got) != 1 {
		t.Fatalf("%d lines, %v", len(got), err)
	}
	for field, begins := range map[string]string{"name": "甲长", "idNumber": "长长"} {
		if text := got[1048576][field].Text; len(text) > 4096 || !strings.HasPrefix(text, begins) || strings.Trim(text, "甲长") != "" {
			t.Errorf("%s keeps %d bytes: %.9s", field, len(text), text)
		}
	}
}
