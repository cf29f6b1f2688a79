package filing

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"jiangxin/domain/fault"
)

// Limits of what a person may write, in characters (runes), whatever their bytes.
const (
	ShortLimit = 200    // names, addresses, titles: one line
	NoteLimit  = 20000  // one free text of a form or a sheet
	TextLimit  = 200000 // above this a text is refused unread, as fault.TooLarge
	ListLimit  = 1000   // entries of one list in a form or a sheet
	BodyLimit  = 2 << 20
)

// problems collects wrong fields, so that a person reads all of them at once.
type problems struct {
	root   string // prefix of every pointer
	fields []fault.Field
}

func (p *problems) add(pointer, code, zh, en string) {
	p.fields = append(p.fields, fault.Field{Pointer: p.root + pointer, Code: code, Text: fault.Text{ZH: zh, EN: en}})
}

func (p *problems) err() error {
	if len(p.fields) == 0 {
		return nil
	}
	e := fault.New(fault.Invalid, "填写的内容有误，请按提示逐项修改", "Some entries are wrong; correct them as marked")
	e.Fields = p.fields
	return e
}

// text checks one text: its length in characters and what it may hold. It may be empty.
func (p *problems) text(pointer, value string, limit int) {
	if n := utf8.RuneCountInString(value); n > limit {
		p.add(pointer, "too_long", fmt.Sprintf("最多 %d 个字，现有 %d 个，请缩短", limit, n),
			fmt.Sprintf("At most %d characters; it has %d, shorten it", limit, n))
	}
	if strings.ContainsFunc(value, func(r rune) bool { return hidden(r, limit <= ShortLimit) }) {
		p.add(pointer, "control_character", "含有不可见的控制字符，请删除后重新输入", "It holds invisible control characters; delete them and type it again")
	}
}

// required checks one text that must not be blank.
func (p *problems) required(pointer, value string, limit int, zh, en string) {
	if strings.TrimSpace(value) == "" {
		p.add(pointer, "required", zh, en)
		return
	}
	p.text(pointer, value, limit)
}

// hidden says whether r has no place in a text: control characters, and marks that turn the direction
// of writing so that a reader sees something else than what is stored.
func hidden(r rune, oneLine bool) bool {
	if r == '\n' || r == '\r' || r == '\t' {
		return oneLine
	}
	return unicode.IsControl(r) || (r >= 0x202A && r <= 0x202E) || (r >= 0x2066 && r <= 0x2069)
}
