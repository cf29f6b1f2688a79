package filing

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"jiangxin/domain/fault"
	"jiangxin/domain/form"
)

// CheckSection checks one section of a draft before it is saved: well-formed, known fields only, forms
// and bounds kept. What is still empty is no error here; Gaps names that. Pointers start with the section,
// as in /unit/name.
func CheckSection(section Section, raw json.RawMessage) error {
	root := "/" + string(section)
	if fields[root].name.ZH == "" {
		return fault.New(fault.NotFound, "申请表没有这一部分，请刷新页面后重试", "The application has no such section; reload the page and try again")
	}
	value, err := form.Tree(raw, root)
	if err != nil {
		return err
	}
	p := newProblems("")
	if value == nil {
		p.Add(root, "type", "这一部分的内容不能为空值，请刷新页面后重试", "A section cannot be null; reload the page and try again")
	}
	p.walk(value, root, nil)
	return p.Err()
}

// walk compares a JSON value with the table of fields. With check set it is told of every document named.
func (p *problems) walk(value any, pointer string, check func(pointer string, id DocumentID)) {
	f, known := fields[pattern(pointer)]
	if !known {
		p.Add(pointer, "unknown_field", "没有这个填写项，请刷新页面后重新填写", "There is no such field; reload the page and fill it again")
		return
	}
	if value == nil {
		return
	}
	var fits bool
	switch f.kind {
	case group:
		var object map[string]any
		if object, fits = value.(map[string]any); fits {
			for _, key := range form.SortedKeys(object) {
				p.walk(object[key], pointer+"/"+form.Escape(key), check)
			}
		}
	case list:
		var entries []any
		if entries, fits = value.([]any); fits {
			p.list(entries, pointer, f, check)
		}
	case number:
		var n json.Number
		if n, fits = value.(json.Number); fits {
			p.number(n, pointer, f)
		}
	case flag:
		_, fits = value.(bool)
	default:
		var s string
		if s, fits = value.(string); fits {
			p.word(s, pointer, f, check)
		}
	}
	if !fits {
		p.Add(pointer, "type", "“"+f.name.ZH+"”的类型不对，请刷新页面后重新填写", f.name.EN+" has the wrong type; reload the page and fill it again")
	}
}

func (p *problems) list(entries []any, pointer string, f field, check func(string, DocumentID)) {
	if len(entries) > f.limit {
		p.Add(pointer, "too_many", fmt.Sprintf("“%s”最多 %d 项，请减少", f.name.ZH, f.limit),
			fmt.Sprintf("%s: at most %d entries; remove some", f.name.EN, f.limit))
		return
	}
	for i, entry := range entries {
		p.walk(entry, pointer+"/"+strconv.Itoa(i), check)
	}
}

func (p *problems) number(n json.Number, pointer string, f field) {
	if value, err := strconv.Atoi(n.String()); err != nil || value < 0 || value > f.limit {
		p.Add(pointer, "number", fmt.Sprintf("“%s”应为 0 至 %d 的整数，请修改", f.name.ZH, f.limit),
			fmt.Sprintf("%s is a whole number from 0 to %d; change it", f.name.EN, f.limit))
	}
}

func (p *problems) word(s, pointer string, f field, check func(string, DocumentID)) {
	switch f.kind {
	case text:
		p.named(pointer, s, f)
	case document:
		p.Text(pointer, s, 100)
		if check != nil && s != "" {
			check(pointer, DocumentID(s))
		}
	case choice:
		if s != "" && !slices.Contains(f.options, s) {
			p.Add(pointer, "choice", "请从“"+f.name.ZH+"”的选项中选择", "Choose one of the options of "+f.name.EN)
		}
	case instant:
		if _, err := time.Parse(time.RFC3339, s); err != nil {
			p.Add(pointer, "time", "“"+f.name.ZH+"”的时间格式不对，请刷新页面后重试", f.name.EN+" is no time; reload the page and try again")
		}
	}
}

// named checks a text and says which field is too long, in its own words.
func (p *problems) named(pointer, s string, f field) {
	if n := utf8.RuneCountInString(s); n > f.limit {
		p.Add(pointer, "too_long", fmt.Sprintf("“%s”最多 %d 个字，现有 %d 个，请缩短", f.name.ZH, f.limit, n),
			fmt.Sprintf("%s holds at most %d characters; it has %d, shorten it", f.name.EN, f.limit, n))
	}
	if oneLine := f.limit <= ShortLimit; form.HoldsHidden(s, oneLine) {
		p.Add(pointer, "control_character", "“"+f.name.ZH+"”含有不可见的控制字符，请删除后重新输入",
			f.name.EN+" holds invisible control characters; delete them and type it again")
	}
}
