// Package roster is the staff lists (人员名单) as a workbook: the template that a clerk fills in, and what is
// read back from it, cell by cell with what is wrong.
package roster

import (
	"strings"

	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
	"jiangxin/domain/occupation"
	"jiangxin/workbook"
)

// column is one column of the lists.
type column struct {
	field    string // of a row, as the API names it
	name     casework.Name
	required bool // a workbook without it is not ours
	width    float64
	choices  []choice
}

// choice is one of a column's drop-down entries, with the code that is stored.
type choice struct {
	code string
	name casework.Name
}

const validThrough = "validThrough"

var columns = []column{
	{field: "kind", name: casework.Name{ZH: "人员类别", EN: "List"}, required: true, width: 16, choices: kinds()},
	{field: "name", name: casework.Name{ZH: "姓名", EN: "Name"}, required: true, width: 12},
	{field: "idNumber", name: casework.Name{ZH: "身份证号", EN: "ID number"}, required: true, width: 24},
	{field: "position", name: casework.Name{ZH: "职务", EN: "Position"}, width: 14},
	{field: "title", name: casework.Name{ZH: "职称", EN: "Title"}, width: 14},
	{field: "occupation", name: casework.Name{ZH: "职业(工种)", EN: "Occupation"}, width: 18},
	{field: "level", name: casework.Name{ZH: "等级", EN: "Level"}, width: 16, choices: levels()},
	{field: "cardNo", name: casework.Name{ZH: "证卡号", EN: "Card number"}, width: 20},
	{field: validThrough, name: casework.Name{ZH: "有效期至", EN: "Valid through"}, width: 14},
	{field: "employment", name: casework.Name{ZH: "聘用方式", EN: "Employment"}, required: true, width: 14, choices: employments()},
}

func kinds() []choice {
	var list []choice
	for _, kind := range filing.StaffKinds {
		list = append(list, choice{string(kind), kind.Name()})
	}
	return list
}

func levels() []choice {
	var list []choice
	for _, code := range occupation.LevelCodes() {
		text := code.Text()
		list = append(list, choice{string(code), casework.Name{ZH: text.ZH, EN: text.EN}})
	}
	return list
}

func employments() []choice {
	var list []choice
	for _, employment := range filing.Employments {
		list = append(list, choice{string(employment), employment.Name()})
	}
	return list
}

// codeOf reads a drop-down's entry: its code, its words in either language, or one half of 三级/高级工.
func (c column) codeOf(text string) (string, bool) {
	for _, one := range c.choices {
		for _, word := range append(strings.Split(one.name.ZH, "/"), one.code, one.name.ZH, one.name.EN) {
			if strings.EqualFold(word, text) {
				return one.code, true
			}
		}
	}
	return "", false
}

// words gives the entry of a code, as the drop-down shows it.
func (c column) words(code string) string {
	for _, one := range c.choices {
		if one.code == code {
			return one.name.ZH
		}
	}
	return code
}

// template is the lists as a workbook, with room for so many rows.
func template(rows int) workbook.Template {
	t := workbook.Template{Sheet: listSheet, Rows: rows, Instructions: instructions}
	for i, c := range columns {
		made := workbook.Column{
			Heading: workbook.Heading{Field: c.field, Text: c.name.ZH, Others: []string{c.name.EN}, Required: c.required},
			Filled:  c.required, Width: c.width, Day: c.field == validThrough, Example: example[i],
		}
		for _, one := range c.choices {
			made.Options = append(made.Options, one.name.ZH)
		}
		t.Columns = append(t.Columns, made)
	}
	return t
}
