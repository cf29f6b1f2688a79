package civil

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"

	"jiangxin/domain/fault"
)

// String is the date as 2006-01-02, or nothing when it is not set.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.midnight().Format(layout)
}

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// MarshalJSON writes a string, or null for a date that is not set.
func (d Date) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

// UnmarshalJSON reads a string or null.
func (d *Date) UnmarshalJSON(data []byte) error {
	var text *string
	if err := json.Unmarshal(data, &text); err != nil {
		return fault.Wrong("", "date", "日期应为 2020-06-01 这样的文本。",
			"A date must be a text such as 2020-06-01.").Because(err)
	}
	if text == nil {
		*d = Date{}
		return nil
	}
	return d.UnmarshalText([]byte(*text))
}

// Value gives SQL a text that a date column takes, or NULL.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.String(), nil
}

// Scan reads a date column. A time is taken by its own calendar day, as drivers give dates as midnight
// in some zone; an instant must go through Of instead.
func (d *Date) Scan(source any) error {
	switch value := source.(type) {
	case nil:
		*d = Date{}
		return nil
	case time.Time:
		*d = On(value.Date())
		return nil
	case string:
		return d.UnmarshalText([]byte(value))
	case []byte:
		return d.UnmarshalText(value)
	}
	return fault.New(fault.Internal, "数据库给出的日期无法识别，请联系运维人员。",
		"The database gave a date in an unknown form; tell the operators.").
		Because(fmt.Errorf("scan civil.Date from %T", source))
}

// GormDataType tells the mapper that the column is a plain date.
func (Date) GormDataType() string { return "date" }
