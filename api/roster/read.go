package roster

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
)

// Problem is what is wrong with one cell.
type Problem struct {
	Column string // its letter
	Field  string // of a row, as the API names it
	Name   casework.Name
	Value  string // as it stands in the cell
	Code   string
	Text   fault.Text
}

// Entry is one line of the lists as it was read.
type Entry struct {
	Line     int // the row's number in the workbook
	Staff    filing.Staff
	Problems []Problem
	texts    map[string]string // by field, as they stand in the cells
	letters  map[string]string // of the columns, by field
}

// Read reads the lists out of a workbook, at most limit rows. A file that is none, or has another shape than the
// template, is fault.BadFile; what is wrong with single cells stands with their entries.
func Read(data []byte, limit int) ([]Entry, error) {
	b, err := openBook(data)
	if err != nil {
		return nil, err
	}
	sheet, err := b.lists()
	if err != nil {
		return nil, err
	}
	g, err := b.read(sheet, limit+1)
	if err != nil {
		return nil, err
	}
	if len(g.lines) == 0 {
		return nil, bad("工作表是空的，请下载模板填写后上传", "The sheet is empty; fill in the template and upload it", nil)
	}
	at, err := headings(g.lines[0])
	if err != nil {
		return nil, err
	}
	if g.more {
		return nil, fault.New(fault.Invalid, fmt.Sprintf("人员名单最多 %d 行，工作表中超过了，请减少后重试", limit),
			fmt.Sprintf("The staff lists hold at most %d rows and the sheet has more; remove some", limit))
	}
	entries := make([]Entry, 0, len(g.lines)-1)
	for _, l := range g.lines[1:] {
		entries = append(entries, b.entry(l, at, g.merged))
	}
	return entries, nil
}

// headings finds the columns by the words of the first line; columns of other names are left alone.
func headings(first line) (map[int]column, error) {
	at, have := map[int]column{}, map[string]bool{}
	for index, found := range first.cells {
		for _, c := range columns {
			if word := strings.TrimRight(found.text, "*＊ "); !have[c.field] && (word == c.name.ZH || strings.EqualFold(word, c.name.EN)) {
				at[index], have[c.field] = c, true
			}
		}
	}
	wrong := fault.New(fault.BadFile, "表头与模板不一致，请下载模板填写后上传", "The headings are not those of the template; fill in the template and upload it")
	for _, c := range columns {
		if c.required && !have[c.field] {
			wrong.At("/"+c.field, "missing_column", "第一行缺少“"+c.name.ZH+"”列", "The first row lacks the column "+c.name.EN)
		}
	}
	if len(wrong.Fields) > 0 {
		return nil, wrong
	}
	return at, nil
}

func (b *book) entry(l line, at map[int]column, merged []area) Entry {
	e := Entry{Line: l.number, texts: map[string]string{}, letters: map[string]string{}}
	values := map[string]string{}
	for index := range columnsLimit {
		c, known := at[index]
		if !known {
			continue
		}
		found := l.cells[index]
		e.texts[c.field], e.letters[c.field] = found.text, letter(index)
		value, code, zh, en := b.value(c, found)
		for _, block := range merged {
			if l.number >= block.top && l.number <= block.bottom && index >= block.left && index <= block.right {
				code, zh, en = "merged", "单元格已合并，请取消合并后逐行填写", "The cell is merged; split it and fill in each row"
			}
		}
		if code != "" {
			e.add(c.field, code, fault.Text{ZH: zh, EN: en})
		}
		values[c.field] = value
	}
	e.Staff = staffOf(values)
	return e
}

// value reads a cell for its column, or says by a code and two sentences what is wrong with it.
func (b *book) value(c column, found cell) (value, code, zh, en string) {
	switch {
	case found.formula:
		return "", "formula", "单元格是公式，请改为直接填写的内容", "The cell is a formula; type the value itself"
	case found.broken:
		return "", "cell_error", "单元格显示为错误值，请重新填写", "The cell shows an error; fill it in again"
	case found.text == "":
		return "", "", "", ""
	case c.field == "validThrough":
		if day, ok := b.date(found); ok {
			return day.String(), "", "", ""
		}
		return "", "date", "日期无法识别，请按 2029-06-30 的形式填写", "The date cannot be read; write it as 2029-06-30"
	case len(c.choices) > 0:
		if chosen, ok := c.codeOf(found.text); ok {
			return chosen, "", "", ""
		}
		return "", "choice", "“" + c.name.ZH + "”不是下拉列表中的选项，请重新选择", c.name.EN + " is none of the list's entries; choose again"
	case found.number:
		whole, exact := digits(found.text)
		if c.field == "idNumber" || !exact {
			return "", "number_cell", "“" + c.name.ZH + "”按数字保存，末几位可能已丢失，请把单元格设为文本格式后重新输入",
				c.name.EN + " is stored as a number and may have lost its last digits; format the cell as text and type it again"
		}
		return whole, "", "", ""
	}
	return found.text, "", "", ""
}

// digits writes a number's cell as it was typed, where it has no more digits than a float keeps.
func digits(text string) (string, bool) {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || math.Abs(n) >= 1e15 {
		return "", false
	}
	return strconv.FormatFloat(n, 'f', -1, 64), true
}

var epoch = civil.On(1899, time.December, 30) // day 0 of serial dates, for those after February 1900

// date reads a serial date, or one that was typed as text.
func (b *book) date(found cell) (civil.Date, bool) {
	if found.number {
		n, err := strconv.ParseFloat(found.text, 64)
		if err != nil || n < 61 || n > 2958465 { // the last day of 9999
			return civil.Date{}, false
		}
		return epoch.AddDays(int(n) + b.epoch), true
	}
	plain := strings.NewReplacer("年", "-", "月", "-", "日", "", "/", "-", ".", "-").Replace(found.text)
	day, err := time.Parse("2006-1-2", plain)
	if err != nil {
		return civil.Date{}, false
	}
	return civil.On(day.Date()), true
}

func staffOf(values map[string]string) filing.Staff {
	through, _ := civil.Parse(values["validThrough"])
	return filing.Staff{IDNumber: values["idNumber"], StaffDetails: filing.StaffDetails{
		Kind: filing.StaffKind(values["kind"]), Name: values["name"], Position: values["position"], Title: values["title"],
		Occupation: values["occupation"], Level: values["level"], CardNo: values["cardNo"], ValidThrough: through,
		Employment: filing.Employment(values["employment"]),
	}}
}

// add keeps one problem for each cell: the first says what to mend.
func (e *Entry) add(field, code string, text fault.Text) {
	for _, p := range e.Problems {
		if p.Field == field {
			return
		}
	}
	for _, c := range columns {
		if c.field == field {
			e.Problems = append(e.Problems, Problem{
				Column: e.letters[field], Field: field, Name: c.name, Value: e.texts[field], Code: code, Text: text,
			})
		}
	}
}

// Judge holds entries against the rules of the lists, and puts what is wrong beside each cell.
func Judge(entries []Entry, limit int, today civil.Date) {
	rows, lines := make([]filing.Staff, 0, len(entries)), make([]int, 0, len(entries))
	for _, e := range entries {
		rows, lines = append(rows, e.Staff), append(lines, e.Line)
	}
	for _, f := range filing.ValidateStaffLines(rows, lines, limit, today) {
		place := strings.Split(strings.TrimPrefix(f.Pointer, "/staff/"), "/")
		if i, err := strconv.Atoi(place[0]); err == nil && len(place) == 2 {
			entries[i].add(place[1], f.Code, f.Text)
		}
	}
}
