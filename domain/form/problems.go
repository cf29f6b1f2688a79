// Package form checks what people fill in, whatever the procedure: that it is well-formed JSON of the right shape
// and size, that texts hold what a text may hold, that documents are there. It collects every wrong field, so that
// a person reads all of them at once.
package form

import (
	"errors"
	"fmt"
	"slices"
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

// Problems collects wrong fields.
type Problems struct {
	Root   string // prefix of every pointer
	Fields []fault.Field
}

// Add notes one wrong field.
func (p *Problems) Add(pointer, code, zh, en string) {
	p.Fields = append(p.Fields, fault.Field{Pointer: p.Root + pointer, Code: code, Text: fault.Text{ZH: zh, EN: en}})
}

// Because notes what another package found wrong, at our pointer.
func (p *Problems) Because(pointer string, err error) {
	var e *fault.Error
	if !errors.As(err, &e) || len(e.Fields) == 0 {
		p.Add(pointer, "value", "填写有误，请核对", "The value is wrong; check it")
		return
	}
	for _, f := range e.Fields {
		p.Add(pointer, f.Code, f.Text.ZH, f.Text.EN)
	}
}

// Err is a fault.Invalid with every wrong field, nil when there is none.
func (p *Problems) Err() error {
	if len(p.Fields) == 0 {
		return nil
	}
	e := fault.New(fault.Invalid, "填写的内容有误，请按提示逐项修改", "Some entries are wrong; correct them as marked")
	e.Fields = p.Fields
	return e
}

// Text checks one text: its length in characters and what it may hold. It may be empty.
func (p *Problems) Text(pointer, value string, limit int) {
	if n := utf8.RuneCountInString(value); n > limit {
		p.Add(pointer, "too_long", fmt.Sprintf("最多 %d 个字，现有 %d 个，请缩短", limit, n),
			fmt.Sprintf("At most %d characters; it has %d, shorten it", limit, n))
	}
	if HoldsHidden(value, limit <= ShortLimit) {
		p.Add(pointer, "control_character", "含有不可见的控制字符，请删除后重新输入", "It holds invisible control characters; delete them and type it again")
	}
}

// Required checks one text that must not be blank.
func (p *Problems) Required(pointer, value string, limit int, zh, en string) {
	if strings.TrimSpace(value) == "" {
		p.Add(pointer, "required", zh, en)
		return
	}
	p.Text(pointer, value, limit)
}

// HoldsHidden says whether a text holds what has no place in it: control characters, and marks that turn the
// direction of writing so that a reader sees something else than what is stored.
func HoldsHidden(text string, oneLine bool) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		if r == '\n' || r == '\r' || r == '\t' {
			return oneLine
		}
		return unicode.IsControl(r) || (r >= 0x202A && r <= 0x202E) || (r >= 0x2066 && r <= 0x2069)
	})
}

// Clause checks that a clause is one of those that a decision may cite; brackets may be of either width.
func (p *Problems) Clause(pointer, clause string, clauses []string) {
	if !slices.Contains(clauses, strings.NewReplacer("（", "(", "）", ")").Replace(clause)) {
		p.Add(pointer, "clause", "请选择辽人社〔2020〕22号的条款，例如"+clauses[0], "Choose a clause of notice 22/2020, such as "+clauses[0])
	}
}
