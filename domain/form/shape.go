package form

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"jiangxin/domain/fault"
)

// SheetRoot is where the pointers of a sheet start in the body {"verdict":…, "sheet":{…}} of a decision.
const SheetRoot = "/sheet"

// ReadSheet reads the sheet of a decision into the sheet of its verdict: well-formed, known fields only, every
// text and list within bounds. No sheet at all is an empty one. entries is the most that a list may hold.
func ReadSheet(raw []byte, into any, entries int) error {
	if len(bytes.TrimSpace(raw)) == 0 || bytes.Equal(bytes.TrimSpace(raw), []byte("null")) {
		raw = []byte("{}")
	}
	value, err := Tree(raw, SheetRoot)
	if err != nil {
		return err
	}
	p := &Problems{Root: SheetRoot}
	p.Shape(value, "", entries)
	if err := p.Err(); err != nil {
		return err
	}
	return Decode(raw, into)
}

// Decode reads a sheet that is known to be well-formed. Unknown fields and wrong types are refused.
func Decode(raw []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(into)
	if err == nil {
		return nil
	}
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return fault.Wrong(SheetRoot+"/"+strings.ReplaceAll(wrong.Field, ".", "/"), "type",
			"填写的类型不对，请刷新页面后重新填写", "The value has the wrong type; reload the page and fill it again").Because(err)
	}
	if _, name, found := strings.Cut(err.Error(), "unknown field "); found {
		return fault.Wrong(SheetRoot+"/"+Escape(strings.Trim(name, `"`)), "unknown_field",
			"没有这个填写项，请刷新页面后重新填写", "There is no such field; reload the page and fill it again").Because(err)
	}
	return fault.Wrong(SheetRoot, "value", "有一项的格式不对（例如日期），请检查后重新填写",
		"A value has the wrong form, such as a date; check and fill it again").Because(err)
}

// Shape checks what holds for every text and list of every sheet; entries is the most that a list may hold.
func (p *Problems) Shape(value any, pointer string, entries int) {
	switch v := value.(type) {
	case string:
		p.Text(pointer, v, NoteLimit)
	case []any:
		if len(v) > entries {
			p.Add(pointer, "too_many", fmt.Sprintf("最多 %d 项，请减少", entries), fmt.Sprintf("At most %d entries; remove some", entries))
			return
		}
		for i, item := range v {
			p.Shape(item, pointer+"/"+strconv.Itoa(i), entries)
		}
	case map[string]any:
		for _, key := range SortedKeys(v) {
			p.Shape(v[key], pointer+"/"+Escape(key), entries)
		}
	}
}

// NotOffered is the refusal of a verdict that the task of a stage does not offer; zh and en name the stage.
func NotOffered(zh, en string) error {
	return fault.Wrong("/verdict", "verdict", fmt.Sprintf("“%s”环节没有这个选项，请刷新后重新选择", zh),
		fmt.Sprintf("%s does not offer this verdict; reload and choose again", en))
}
