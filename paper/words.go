package paper

import (
	"time"

	"jiangxin/paper/typeset"
)

// flush is running text without the indent, for the line that addresses the enterprise.
var flush = func() typeset.Style { st := typeset.Body; st.Indent = 0; return st }()

// china is the legal time of all papers.
var china = time.FixedZone("CST", 8*60*60)

// address opens a letter: the enterprise's name, below it the credit code.
func address(s *typeset.Sheet, e Enterprise) {
	s.Paragraph(e.Name+"：", flush)
	s.Paragraph("（统一社会信用代码："+e.CreditCode+"）", typeset.Small)
	s.Skip(4)
}

// penDate is a date to be filled in by hand.
const penDate = "年      月      日"

func instant(t time.Time) string { return t.In(china).Format("2006年1月2日15时04分") }

func dueDate(iso string, provisional bool) string {
	if provisional {
		return chineseDate(iso) + "（暂定）"
	}
	return chineseDate(iso)
}

func contact(where string) string {
	if where == "" {
		return ""
	}
	return "咨询联系：" + where
}

// field is a row of two labelled values.
func field(label1, value1, label2, value2 string) []typeset.Cell {
	return []typeset.Cell{
		{Text: label1, Label: true, Width: 2.6}, {Text: value1, Width: 3.6},
		{Text: label2, Label: true, Width: 2.2}, {Text: value2, Width: 3.6},
	}
}

// wide is a row of one labelled value.
func wide(label, value string) []typeset.Cell {
	return []typeset.Cell{{Text: label, Label: true, Width: 2.6}, {Text: value, Width: 9.4}}
}

// strong is a row of one labelled value that matters most.
func strong(label, value string) []typeset.Cell {
	row := wide(label, value)
	row[1].Bold = true
	return row
}
