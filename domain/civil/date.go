// Package civil holds the legal calendar: dates as the law counts them in Asia/Shanghai, working days
// (工作日) with the State Council's holidays and make-up days, and the clocks that run on them. Time is
// always an argument; nothing here asks what day it is.
package civil

import (
	"fmt"
	"time"

	"jiangxin/domain/fault"
)

const (
	layout     = "2006-01-02"
	secondsDay = 24 * 60 * 60
	// epoch shifts day numbers so that 1970-01-01 is not the zero Date.
	epoch = 719163 // days from 0001-01-01 to 1970-01-01, plus one
)

// Date is one calendar day in China. It is comparable with == and usable as a map key. The zero value
// means "not set"; it comes before every real date and travels as an empty text, JSON null or SQL NULL.
type Date struct {
	number int32 // days since 31 December of the year 0; 1 is 0001-01-01
}

// Zone is Asia/Shanghai as the law uses it: UTC+8, without daylight saving, without a zone file.
func Zone() *time.Location { return shanghai }

var shanghai = time.FixedZone("Asia/Shanghai", 8*60*60)

// On makes a date from its parts; parts outside their range run over as in time.Date, so 31 April is
// 1 May. Use Parse for anything that a person typed.
func On(year int, month time.Month, day int) Date {
	return fromDays(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / secondsDay)
}

// Of is the legal date of an instant: the day that calendars in China showed at that moment.
func Of(instant time.Time) Date {
	if instant.IsZero() {
		return Date{}
	}
	year, month, day := instant.In(shanghai).Date()
	return On(year, month, day)
}

// Parse reads a date such as 2020-06-01. A day that does not exist is refused.
func Parse(text string) (Date, error) {
	parsed, err := time.Parse(layout, text)
	if err != nil || len(text) != len(layout) || parsed.Year() < 1 {
		return Date{}, fault.Wrong("", "date",
			fmt.Sprintf("日期“%.20s”不正确，请按 2020-06-01 的格式填写真实存在的日期。", text),
			fmt.Sprintf("%.20q is not a date; write an existing day such as 2020-06-01.", text)).Because(err)
	}
	return fromDays(parsed.Unix() / secondsDay), nil
}

func fromDays(sinceUnix int64) Date { return Date{number: int32(sinceUnix + epoch)} }

// midnight is the day as a UTC midnight, where calendar arithmetic has no zones to care about.
func (d Date) midnight() time.Time {
	return time.Unix((int64(d.number)-epoch)*secondsDay, 0).UTC()
}

// IsZero says that the date is not set.
func (d Date) IsZero() bool { return d.number == 0 }

// Parts returns year, month and day; all zero for a date that is not set.
func (d Date) Parts() (year int, month time.Month, day int) {
	if d.IsZero() {
		return 0, 0, 0
	}
	return d.midnight().Date()
}

// Year is the calendar year, as numbers of cases and certificates use it.
func (d Date) Year() int {
	year, _, _ := d.Parts()
	return year
}

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.midnight().Weekday() }

// Start is the first instant of the day in China.
func (d Date) Start() time.Time {
	return time.Unix((int64(d.number)-epoch)*secondsDay-8*60*60, 0).In(shanghai)
}

// End is the last instant of the day in China, one microsecond before the next day: instants are kept
// in microseconds, so nothing lies between End and the next Start.
func (d Date) End() time.Time { return d.AddDays(1).Start().Add(-time.Microsecond) }

// Compare orders dates: negative when d is earlier, zero when equal, positive when later.
func (d Date) Compare(other Date) int { return int(d.number) - int(other.number) }

// Before says that d is earlier than other.
func (d Date) Before(other Date) bool { return d.number < other.number }

// After says that d is later than other.
func (d Date) After(other Date) bool { return d.number > other.number }

// Equal says that both are the same day.
func (d Date) Equal(other Date) bool { return d == other }

// Within says that d lies in the period from first to last, both included. A bound that is not set
// leaves that side open.
func (d Date) Within(first, last Date) bool {
	return !d.Before(first) && (last.IsZero() || !d.After(last))
}

// DaysUntil is the number of calendar days from d to other; negative when other is earlier.
func (d Date) DaysUntil(other Date) int { return int(other.number) - int(d.number) }
