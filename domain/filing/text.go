package filing

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strconv"
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

// tree reads raw as one JSON value. Whatever is too large or no JSON at all is refused here.
func tree(raw []byte, root string) (any, error) {
	if len(raw) > BodyLimit {
		return nil, tooLarge(root)
	}
	if !utf8.Valid(raw) {
		return nil, fault.New(fault.Malformed, "内容不是 UTF-8 编码，请用本系统的页面重新填写", "The content is not UTF-8; fill the form again")
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, malformed(err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, malformed(fmt.Errorf("data after the value: %w", err))
	}
	if pointer, found := oversized(value, root); found {
		return nil, tooLarge(pointer)
	}
	return value, nil
}

func malformed(cause error) error {
	return fault.New(fault.Malformed, "提交的内容无法识别，请刷新页面后重试", "The content cannot be read; reload the page and try again").Because(cause)
}

func tooLarge(pointer string) error {
	e := fault.New(fault.TooLarge, "内容过大，请缩短文字，或作为文件上传", "The content is too large; shorten it, or upload it as a file")
	return e.At(pointer, "too_large", fmt.Sprintf("单项文字不能超过 %d 个字，请缩短或改为上传文件", TextLimit),
		fmt.Sprintf("A text holds at most %d characters; shorten it or upload it as a file", TextLimit))
}

func oversized(value any, pointer string) (string, bool) {
	switch v := value.(type) {
	case string:
		return pointer, utf8.RuneCountInString(v) > TextLimit
	case []any:
		for i, item := range v {
			if at, found := oversized(item, pointer+"/"+strconv.Itoa(i)); found {
				return at, true
			}
		}
	case map[string]any:
		for _, key := range sortedKeys(v) {
			if at, found := oversized(v[key], pointer+"/"+escape(key)); found {
				return at, true
			}
		}
	}
	return "", false
}

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

// escape writes one step of a JSON pointer (RFC 6901).
func escape(key string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

// decodeAny reads one JSON value, numbers as they are written.
func decodeAny(raw []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var value any
	err := decoder.Decode(&value)
	return value, err
}
