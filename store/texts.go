package store

import (
	"database/sql/driver"
	"fmt"
	"strconv"
	"strings"
)

// Texts is a Postgres text[].
type Texts []string

// GormDataType tells GORM's schema the column's type.
func (Texts) GormDataType() string { return "text[]" }

// escaped writes a text within the quotes of an array literal.
var escaped = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// Value writes the array literal.
func (t Texts) Value() (driver.Value, error) {
	var b strings.Builder
	b.WriteByte('{')
	for i, s := range t {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('"')
		b.WriteString(escaped.Replace(s))
		b.WriteByte('"')
	}
	b.WriteByte('}')
	return b.String(), nil
}

// ints is a Postgres integer[], as an argument.
type ints []int

// Value writes the array literal.
func (n ints) Value() (driver.Value, error) {
	out := []byte{'{'}
	for i, one := range n {
		if i > 0 {
			out = append(out, ',')
		}
		out = strconv.AppendInt(out, int64(one), 10)
	}
	return string(append(out, '}')), nil
}

// Scan reads the array literal.
func (t *Texts) Scan(source any) error {
	var literal string
	switch v := source.(type) {
	case nil:
		*t = nil
		return nil
	case string:
		literal = v
	case []byte:
		literal = string(v)
	default:
		return fmt.Errorf("read a text[] from %T", source)
	}
	if len(literal) < 2 || literal[0] != '{' || literal[len(literal)-1] != '}' {
		return fmt.Errorf("read a text[]: %q is no array", literal)
	}
	*t = elements(literal[1 : len(literal)-1])
	return nil
}

// elements splits the inside of an array literal; quotes and backslashes are Postgres's.
func elements(inside string) Texts {
	out := Texts{}
	if inside == "" {
		return out
	}
	var word strings.Builder
	quoted, escaped := false, false
	for _, r := range inside {
		switch {
		case escaped:
			word.WriteRune(r)
			escaped = false
		case r == '\\':
			escaped = true
		case r == '"':
			quoted = !quoted
		case r == ',' && !quoted:
			out = append(out, word.String())
			word.Reset()
		default:
			word.WriteRune(r)
		}
	}
	return append(out, word.String())
}
