package paper

import (
	"time"

	"jiangxin/paper/typeset"
)

// flush is running text without the indent, for the line that addresses the enterprise.
var flush = func() typeset.Style { st := typeset.Body; st.Indent = 0; return st }()

// china is the legal time of all papers.
var china = time.FixedZone("CST", 8*60*60)

func addressee(e Enterprise) string {
	return e.Name + "（统一社会信用代码：" + e.CreditCode + "）："
}

func instant(t time.Time) string { return t.In(china).Format("2006年1月2日15时04分") }

func dueDate(iso string, provisional bool) string {
	if provisional {
		return chineseDate(iso) + "（暂定）"
	}
	return chineseDate(iso)
}

func contact(s *typeset.Sheet, where string) {
	if where != "" {
		s.Paragraph("咨询联系："+where, typeset.Body)
	}
}

// field is a row of two labelled values.
func field(label1, value1, label2, value2 string) []typeset.Cell {
	return []typeset.Cell{
		{Text: label1, Label: true, Width: 2}, {Text: value1, Width: 4},
		{Text: label2, Label: true, Width: 2}, {Text: value2, Width: 4},
	}
}

// wide is a row of one labelled value.
func wide(label, value string) []typeset.Cell {
	return []typeset.Cell{{Text: label, Label: true, Width: 2}, {Text: value, Width: 10}}
}
