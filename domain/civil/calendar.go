package civil

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Day is one day that the State Council's notice of holidays names: a day off, or a make-up working
// day (调休) on a weekend. Days that no notice names follow their weekday.
type Day struct {
	Date Date   `json:"date"`
	Off  bool   `json:"off"`
	Name string `json:"name"` // of the holiday, such as 国庆节
}

// Calendar knows the working days. It is immutable and safe for concurrent use. The zero Calendar
// knows no notice: it counts Monday to Friday and calls everything provisional.
type Calendar struct {
	days    map[Date]Day
	years   map[int]bool
	version string
}

// Due is a date by which something must be done.
type Due struct {
	Date        Date   `json:"date"`
	Provisional bool   `json:"provisional"` // 暂定: some day on the way lies beyond the published notices
	Calendar    string `json:"calendar"`    // Version of the calendar that it was counted with
}

// NewCalendar builds a calendar from the named days and the years whose notices were published, in any
// order. Where two notices name the same day, the row given last holds.
func NewCalendar(days []Day, years []int) Calendar {
	calendar := Calendar{days: make(map[Date]Day, len(days)), years: make(map[int]bool, len(years))}
	for _, day := range days {
		calendar.days[day.Date] = day
	}
	for _, year := range years {
		calendar.years[year] = true
	}
	var rows strings.Builder
	for _, day := range calendar.Days() {
		fmt.Fprintf(&rows, "%s %t\n", day.Date, day.Off)
	}
	for _, year := range calendar.Years() {
		fmt.Fprintf(&rows, "%d\n", year)
	}
	digest := sha256.Sum256([]byte(rows.String()))
	calendar.version = "cal-" + hex.EncodeToString(digest[:6])
	return calendar
}

// Version is a digest of everything that decides a working day, so that a due date can name the
// calendar it was counted with. Equal days and years give an equal version; names do not matter.
func (c Calendar) Version() string {
	if c.version == "" {
		return NewCalendar(nil, nil).version
	}
	return c.version
}

// Days lists the named days in order.
func (c Calendar) Days() []Day {
	days := make([]Day, 0, len(c.days))
	for _, day := range c.days {
		days = append(days, day)
	}
	slices.SortFunc(days, func(a, b Day) int { return a.Date.Compare(b.Date) })
	return days
}

// Years lists the years whose notices are known, in order.
func (c Calendar) Years() []int {
	years := make([]int, 0, len(c.years))
	for year := range c.years {
		years = append(years, year)
	}
	slices.Sort(years)
	return years
}

// Named returns what a notice says of the day.
func (c Calendar) Named(date Date) (Day, bool) {
	day, found := c.days[date]
	return day, found
}

// IsWorkday says whether the day is a working day: as its notice says, otherwise Monday to Friday.
func (c Calendar) IsWorkday(date Date) bool {
	if day, found := c.days[date]; found {
		return !day.Off
	}
	return !date.IsZero() && !date.IsWeekend()
}

// IsPublished says whether the day is settled. A year's notice also names the last days of December
// before it (元旦), so from 25 December on the next year's notice must be known too, unless the day is
// named already.
func (c Calendar) IsPublished(date Date) bool {
	year, month, day := date.Parts()
	if !c.years[year] {
		return false
	}
	if _, named := c.days[date]; named || month != 12 || day < 25 {
		return true
	}
	return c.years[year+1]
}

// AddWorkdays is the day n working days after from. The day of receipt is day 0 and does not count,
// whether it is a working day or not; n = 0 is from itself, a negative n counts backwards.
func (c Calendar) AddWorkdays(from Date, n int) Due {
	due := Due{Date: from, Calendar: c.Version()}
	if from.IsZero() {
		return due
	}
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		due.Date = due.Date.AddDays(step)
		if !c.IsPublished(due.Date) {
			due.Provisional = true
		}
		if c.IsWorkday(due.Date) {
			n--
		}
	}
	return due
}

// WorkdaysBetween counts the working days after from up to and with to; from is day 0. It is negative
// when to is the earlier one, and the inverse of AddWorkdays for working days.
func (c Calendar) WorkdaysBetween(from, to Date) int {
	if from.IsZero() || to.IsZero() {
		return 0
	}
	if to.Before(from) {
		return -c.WorkdaysBetween(to, from)
	}
	count := 0
	for day := from.AddDays(1); !day.After(to); day = day.AddDays(1) {
		if c.IsWorkday(day) {
			count++
		}
	}
	return count
}
