package config

import (
	"fmt"
	"log/slog"
	"net/url"
	"reflect"
	"strings"

	"jiangxin/vault"
)

// Entry is one setting as it may be shown.
type Entry struct{ Name, Value string }

// Redacted lists every setting by its variable, secrets replaced by what identifies them.
func (c Config) Redacted() []Entry {
	var entries []Entry
	value, kind := reflect.ValueOf(c), reflect.TypeOf(c)
	for i := range kind.NumField() {
		name := "JIANGXIN_" + kind.Field(i).Tag.Get("env")
		entries = append(entries, Entry{name, redact(name, fmt.Sprint(value.Field(i).Interface()))})
	}
	return entries
}

func redact(name, value string) string {
	switch {
	case value == "":
		return ""
	case strings.HasSuffix(name, "_DATABASE_URL"), strings.HasSuffix(name, "_DATABASE_OWNER_URL"):
		u, err := url.Parse(value)
		if err != nil {
			return "***"
		}
		return u.Redacted()
	case name == "JIANGXIN_KEYS":
		ring, err := vault.ParseKeyring(value)
		if err != nil {
			return "***"
		}
		return ring.Redacted()
	case name == "JIANGXIN_DIGEST_KEY":
		digester, err := vault.ParseDigestKey(value)
		if err != nil {
			return "***"
		}
		return digester.Redacted()
	case strings.HasSuffix(name, "_SECRET_KEY"):
		return "***"
	}
	return value
}

// String is the settings without secrets, one line.
func (c Config) String() string {
	var parts []string
	for _, e := range c.Redacted() {
		parts = append(parts, e.Name+"="+e.Value)
	}
	return strings.Join(parts, " ")
}

// GoString keeps secrets out of %#v.
func (c Config) GoString() string { return c.String() }

// LogValue keeps secrets out of structured logs.
func (c Config) LogValue() slog.Value {
	var attributes []slog.Attr
	for _, e := range c.Redacted() {
		attributes = append(attributes, slog.String(strings.ToLower(strings.TrimPrefix(e.Name, "JIANGXIN_")), e.Value))
	}
	return slog.GroupValue(attributes...)
}
