package roster

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/workbook"
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

// limits are the bounds of a workbook with the lists (settings): two thousand people take less than a tenth of them.
func limits(rows int) workbook.Limits {
	l := workbook.LimitsFor(rows + 2) // the headings, and one row more than is allowed
	l.Allowed, l.Part, l.Whole = rows, 8<<20, 24<<20
	return l
}

// Read reads the lists out of a workbook, at most limit rows. A file that is none, or has another shape than the
// template, is fault.BadFile; what is wrong with single cells stands with their entries.
func Read(data []byte, limit int) ([]Entry, error) {
	book, err := workbook.Open(bytes.NewReader(data), int64(len(data)), limits(limit))
	if err != nil {
		return nil, err
	}
	list, err := book.List(listSheet, template(limit).Headings())
	if err != nil {
		return nil, err
	}
	var entries []Entry
	for line, err := range list.Lines() {
		if err != nil {
			return nil, err
		}
		if len(entries) == limit {
			return nil, fault.New(fault.Invalid, fmt.Sprintf("人员名单最多 %d 行，工作表中超过了，请减少后重试", limit),
				fmt.Sprintf("The staff lists hold at most %d rows and the sheet has more; remove some", limit))
		}
		entries = append(entries, entryOf(book, list, line))
	}
	return entries, nil
}

func entryOf(book *workbook.Book, list *workbook.List, line workbook.Line) Entry {
	e := Entry{Line: line.Number, texts: map[string]string{}, letters: map[string]string{}}
	values := map[string]string{}
	for _, c := range columns {
		if !list.Has(c.field) {
			continue
		}
		found := line.Cell(c.field)
		e.texts[c.field], e.letters[c.field] = found.Text, list.Letter(c.field)
		value, code, zh, en := valueOf(book, c, found)
		if found.Merged {
			code, zh, en = "merged", "单元格已合并，请取消合并后逐行填写", "The cell is merged; split it and fill in each row"
		}
		if code != "" {
			e.add(c.field, code, fault.Text{ZH: zh, EN: en})
		}
		values[c.field] = value
	}
	e.Staff = staffOf(values)
	return e
}

// valueOf reads a cell for its column, or says by a code and two sentences what is wrong with it.
func valueOf(book *workbook.Book, c column, found workbook.Cell) (value, code, zh, en string) {
	switch {
	case found.Formula:
		return "", "formula", "单元格是公式，请改为直接填写的内容", "The cell is a formula; type the value itself"
	case found.Broken:
		return "", "cell_error", "单元格显示为错误值，请重新填写", "The cell shows an error; fill it in again"
	case found.Text == "":
		return "", "", "", ""
	case c.field == validThrough:
		if day, ok := book.Day(found); ok {
			return day.String(), "", "", ""
		}
		return "", "date", "日期无法识别，请按 2029-06-30 的形式填写", "The date cannot be read; write it as 2029-06-30"
	case len(c.choices) > 0:
		if chosen, ok := c.codeOf(found.Text); ok {
			return chosen, "", "", ""
		}
		return "", "choice", "“" + c.name.ZH + "”不是下拉列表中的选项，请重新选择", c.name.EN + " is none of the list's entries; choose again"
	case found.Number:
		whole, exact := found.Digits()
		if c.field == "idNumber" || !exact {
			return "", "number_cell", "“" + c.name.ZH + "”按数字保存，末几位可能已丢失，请把单元格设为文本格式后重新输入",
				c.name.EN + " is stored as a number and may have lost its last digits; format the cell as text and type it again"
		}
		return whole, "", "", ""
	}
	return found.Text, "", "", ""
}

func staffOf(values map[string]string) filing.Staff {
	through, _ := civil.Parse(values[validThrough])
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
