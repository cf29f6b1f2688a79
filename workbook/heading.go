package workbook

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"jiangxin/domain/fault"
)

// Heading is a column that a list has.
type Heading struct {
	Field    string   // the code of its values
	Text     string   // as the template shows it
	Others   []string // further words for it that are understood
	Required bool     // a list without it is refused
}

// Columns of a marked list, which are left alone when it is read again.
const (
	ProblemHeading = "问题"
	RemedyHeading  = "处理办法"
)

// Match finds the columns by their headings, by field and from 0. Their order is free; space, line ends, full width,
// case and a mark for what is required make no difference; columns of other names are left alone. A heading that is
// missing or stands twice is fault.BadFile and named.
func Match(headings []string, wanted []Heading) (map[string]int, error) {
	fields := map[string]Heading{}
	for _, h := range wanted {
		for _, word := range append([]string{h.Text}, h.Others...) {
			fields[plainHeading(word)] = h
		}
	}
	columns := map[string]int{}
	wrong := fault.New(fault.BadFile, "", "")
	for i, text := range headings {
		h, known := fields[plainHeading(text)]
		if !known {
			continue
		}
		if first, twice := columns[h.Field]; twice {
			wrong.At("/"+h.Field, "double_column", "“"+h.Text+"”列出现了两次("+Letter(first)+"列和"+Letter(i)+"列)",
				"The column "+english(h)+" stands twice, in "+Letter(first)+" and "+Letter(i))
			continue
		}
		columns[h.Field] = i
	}
	for _, h := range wanted {
		if _, found := columns[h.Field]; h.Required && !found {
			wrong.At("/"+h.Field, "missing_column", "第一行缺少“"+h.Text+"”列", "The first row lacks the column "+english(h))
		}
	}
	if len(wrong.Fields) > 0 {
		wrong.Text = whatIsWrong(wrong.Fields)
		return nil, wrong
	}
	return columns, nil
}

// whatIsWrong is one sentence of the first few.
func whatIsWrong(fields []fault.Field) fault.Text {
	const named = 5
	var zh, en []string
	for _, f := range fields[:min(len(fields), named)] {
		zh, en = append(zh, f.Text.ZH), append(en, f.Text.EN)
	}
	if len(fields) > named {
		zh, en = append(zh, "等"), append(en, "and others")
	}
	return fault.Text{
		ZH: "表头与模板不一致：" + strings.Join(zh, "、") + "，请下载模板填写后上传",
		EN: "The headings are not those of the template: " + strings.Join(en, "; ") + "; fill in the template and upload it",
	}
}

func english(h Heading) string {
	if len(h.Others) > 0 {
		return h.Others[0]
	}
	return h.Text
}

// plainHeading is a heading without what makes no difference.
func plainHeading(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == '*' || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(text))
}
