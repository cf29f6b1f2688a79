package policy

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

// Edition is the set of values in force for cases that start on one day, as the book stood after one
// revision. It is immutable and safe for concurrent use.
type Edition struct {
	began    civil.Date
	revision int
	params   map[string]Param
}

// NoEdition is the version of a day on which no parameter was in force.
const NoEdition = "none"

// Version names the edition, such as 2020-06-01.1: the day from which it holds and the book's revision.
// A case keeps it; Book.Edition finds the same values by it for ever, because rows are only added.
// Before the first row there is NoEdition.
func (e Edition) Version() string {
	if e.began.IsZero() {
		return NoEdition
	}
	return fmt.Sprintf("%s.%d", e.began, e.revision)
}

// Digest is a fingerprint of the edition's keys and values, for comparing two tables.
func (e Edition) Digest() string {
	var rows strings.Builder
	for _, param := range e.Params() {
		fmt.Fprintf(&rows, "%s=%s\n", param.Key, param.Value)
	}
	digest := sha256.Sum256([]byte(rows.String()))
	return hex.EncodeToString(digest[:])
}

// Params lists the rows in force, by key.
func (e Edition) Params() []Param {
	params := make([]Param, 0, len(e.params))
	for _, param := range e.params {
		params = append(params, param)
	}
	slices.SortFunc(params, func(a, b Param) int { return strings.Compare(a.Key, b.Key) })
	return params
}

// Param returns the row of a key, with its unit and source.
func (e Edition) Param(key string) (Param, error) {
	param, found := e.params[key]
	if !found {
		return Param{}, fault.New(fault.Internal,
			fmt.Sprintf("参数表（版本 %s）缺少参数 %s，请管理员补录后重试。", e.Version(), key),
			fmt.Sprintf("Edition %s of the parameters lacks %s; an administrator must add it, then try again.", e.Version(), key))
	}
	return param, nil
}

func (e Edition) value(key string, kind Kind) (Value, error) {
	param, err := e.Param(key)
	if err != nil {
		return Value{}, err
	}
	if param.Value.kind != kind {
		return Value{}, fault.New(fault.Internal,
			fmt.Sprintf("参数 %s 的值类型应为 %s，请管理员更正后重试。", key, kind),
			fmt.Sprintf("Parameter %s must be a %s; an administrator must correct it, then try again.", key, kind))
	}
	return param.Value, nil
}

// Int returns a number in the unit that the parameter states.
func (e Edition) Int(key string) (int, error) {
	value, err := e.value(key, Number)
	return value.number, err
}

// Bool returns a switch.
func (e Edition) Bool(key string) (bool, error) {
	value, err := e.value(key, Switch)
	return value.on, err
}

// Text returns a text.
func (e Edition) Text(key string) (string, error) {
	value, err := e.value(key, Text)
	return value.text, err
}

// List returns a list of texts, in order.
func (e Edition) List(key string) ([]string, error) {
	value, err := e.value(key, Texts)
	return slices.Clone(value.texts), err
}

// Ints returns a list of numbers, in order.
func (e Edition) Ints(key string) ([]int, error) {
	value, err := e.value(key, Counts)
	return slices.Clone(value.counts), err
}

// Steps returns the internal steps (经办 → 审核 → 签发) that a decision of a body passes.
func (e Edition) Steps(bodyKind, decision string) ([]Step, error) {
	return e.StepsOf(StepsKey(bodyKind, decision))
}

// StepsOf returns the internal steps that a key lists.
func (e Edition) StepsOf(key string) ([]Step, error) {
	value, err := e.value(key, Texts)
	if err != nil {
		return nil, err
	}
	steps, _ := readSteps(value)
	return steps, nil
}
