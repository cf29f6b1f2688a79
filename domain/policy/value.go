// Package policy holds the dated parameters of the procedure: every number, switch and list that the
// notice (辽人社〔2020〕22号) leaves open or that a later document may change. A case stores the version of
// the edition it started under and is judged by it to its end.
package policy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"jiangxin/domain/fault"
)

// Kind is the type of a parameter's value.
type Kind string

// The kinds of values.
const (
	Number Kind = "number" // a whole number, counted in the parameter's unit
	Switch Kind = "switch" // true or false
	Text   Kind = "text"   // one text
	Texts  Kind = "texts"  // a list of texts, in order
	Counts Kind = "counts" // a list of whole numbers, in order
)

// Value is the typed value of a parameter. As JSON it is simply 5, true, "bureau", ["handle","sign"] or
// [180,90]; its kind follows from that form. Values are immutable.
type Value struct {
	kind   Kind
	number int
	on     bool
	text   string
	texts  []string
	counts []int
}

// NumberValue makes a Number.
func NumberValue(n int) Value { return Value{kind: Number, number: n} }

// SwitchValue makes a Switch.
func SwitchValue(on bool) Value { return Value{kind: Switch, on: on} }

// TextValue makes a Text.
func TextValue(text string) Value { return Value{kind: Text, text: text} }

// TextsValue makes a list of texts.
func TextsValue(texts ...string) Value { return Value{kind: Texts, texts: slices.Clone(texts)} }

// CountsValue makes a list of numbers.
func CountsValue(counts ...int) Value { return Value{kind: Counts, counts: slices.Clone(counts)} }

// Kind says which kind the value is of; empty for a value that was never set.
func (v Value) Kind() Kind { return v.kind }

// Equal says that kind and content are the same.
func (v Value) Equal(other Value) bool {
	return v.kind == other.kind && v.number == other.number && v.on == other.on && v.text == other.text &&
		slices.Equal(v.texts, other.texts) && slices.Equal(v.counts, other.counts)
}

// String is the value as JSON, for screens and logs.
func (v Value) String() string {
	data, err := v.MarshalJSON()
	if err != nil {
		return ""
	}
	return string(data)
}

// MarshalJSON writes the plain JSON form.
func (v Value) MarshalJSON() ([]byte, error) {
	switch v.kind {
	case Number:
		return strconv.AppendInt(nil, int64(v.number), 10), nil
	case Switch:
		return strconv.AppendBool(nil, v.on), nil
	case Text:
		return json.Marshal(v.text)
	case Texts:
		return json.Marshal(v.texts)
	case Counts:
		return json.Marshal(v.counts)
	}
	return nil, errors.New("a policy value without a kind")
}

// UnmarshalJSON reads the plain JSON form. Fractions, objects, null, empty and mixed lists are refused.
func (v *Value) UnmarshalJSON(data []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var plain any
	if err := decoder.Decode(&plain); err != nil {
		return wrongValue(data).Because(err)
	}
	switch form := plain.(type) {
	case json.Number:
		n, err := strconv.Atoi(form.String())
		if err != nil {
			return wrongValue(data).Because(err)
		}
		*v = NumberValue(n)
		return nil
	case bool:
		*v = SwitchValue(form)
		return nil
	case string:
		*v = TextValue(form)
		return nil
	case []any:
		return v.readList(form, data)
	}
	return wrongValue(data)
}

func (v *Value) readList(items []any, data []byte) error {
	var texts []string
	var counts []int
	for _, item := range items {
		switch form := item.(type) {
		case string:
			texts = append(texts, form)
		case json.Number:
			n, err := strconv.Atoi(form.String())
			if err != nil {
				return wrongValue(data).Because(err)
			}
			counts = append(counts, n)
		}
	}
	switch len(items) {
	case len(texts):
		*v = Value{kind: Texts, texts: texts}
	case len(counts):
		*v = Value{kind: Counts, counts: counts}
	default:
		return wrongValue(data)
	}
	if len(items) == 0 {
		return wrongValue(data)
	}
	return nil
}

func wrongValue(data []byte) *fault.Error {
	return fault.Wrong("/value", "value",
		fmt.Sprintf("参数值“%.40s”不正确，请填写整数、true/false、文本，或由同类项目组成的列表。", data),
		fmt.Sprintf("%.40s is not a parameter value; give a whole number, true or false, a text, or a list of one kind.", data))
}
