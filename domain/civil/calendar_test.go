package civil_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

func loaded(t *testing.T) civil.Calendar {
	t.Helper()
	calendar, err := civil.LoadCalendar()
	if err != nil {
		t.Fatal(err)
	}
	return calendar
}

func TestNoticesDecideWorkingDaysAndWeekdaysTheRest(t *testing.T) {
	t.Parallel()
	calendar := loaded(t)
	for text, want := range map[string]bool{
		"2026-10-01": false, // 国庆节, a Thursday
		"2026-10-10": true,  // a Saturday that is made up
		"2026-10-11": false, // the Sunday after it
		"2026-10-12": true,
		"2026-01-04": true,  // a Sunday that is made up
		"2026-11-23": true,  // a plain Monday
		"2022-12-31": false, // named only in the next year's notice
		"2030-10-01": true,  // no notice yet: a Tuesday
	} {
		if got := calendar.IsWorkday(parse(t, text)); got != want {
			t.Errorf("IsWorkday(%s) = %t", text, got)
		}
	}
	if named, found := calendar.Named(parse(t, "2022-12-31")); !found || !named.Off || named.Name != "元旦" {
		t.Errorf("late December is %v, %t", named, found)
	}
}

func TestTheDayOfReceiptIsDayZero(t *testing.T) {
	t.Parallel()
	calendar := loaded(t)
	for _, c := range []struct {
		name, from  string
		n           int
		want        string
		provisional bool
	}{
		{"a plain week", "2026-11-23", 5, "2026-11-30", false},
		{"received on a Saturday", "2026-11-21", 1, "2026-11-23", false},
		{"over a make-up Saturday", "2026-10-08", 2, "2026-10-10", false},
		{"over National Day", "2026-09-29", 5, "2026-10-12", false},
		{"over Spring Festival", "2026-02-13", 5, "2026-02-27", false},
		{"no days at all", "2026-11-21", 0, "2026-11-21", false},
		{"backwards", "2026-10-12", -2, "2026-10-09", false},
		{"over a year end that is published", "2024-12-30", 3, "2025-01-03", false},
		{"over a year end that is not", "2026-12-30", 3, "2027-01-04", true},
		{"up to the unsettled last week", "2026-12-18", 4, "2026-12-24", false},
		{"into the unsettled last week", "2026-12-18", 5, "2026-12-25", true},
		{"beyond the published years", "2029-06-01", 5, "2029-06-08", true},
	} {
		due := calendar.AddWorkdays(parse(t, c.from), c.n)
		if due.Date.String() != c.want || due.Provisional != c.provisional {
			t.Errorf("%s: %s + %d = %s (provisional %t), want %s", c.name, c.from, c.n, due.Date, due.Provisional, c.want)
		}
		if due.Calendar != calendar.Version() {
			t.Errorf("%s: the due date names calendar %q", c.name, due.Calendar)
		}
	}
}

func TestAddingAndCountingWorkdaysAreInverse(t *testing.T) {
	t.Parallel()
	calendar := loaded(t)
	rapid.Check(t, func(t *rapid.T) {
		from := civil.On(2019, time.June, 1).AddDays(rapid.IntRange(0, 3200).Draw(t, "from"))
		n := rapid.IntRange(0, 70).Draw(t, "n")
		due := calendar.AddWorkdays(from, n)
		if got := calendar.WorkdaysBetween(from, due.Date); got != n {
			t.Fatalf("%s + %d = %s, which is %d working days away", from, n, due.Date, got)
		}
		if n > 0 && !calendar.IsWorkday(due.Date) {
			t.Fatalf("%s + %d falls on %s, which is no working day", from, n, due.Date)
		}
		if back := calendar.WorkdaysBetween(due.Date, from); back != -n {
			t.Fatalf("the way back from %s is %d", due.Date, back)
		}
		if calendar.AddWorkdays(from.AddDays(1), n).Date.Before(due.Date) {
			t.Fatalf("who comes a day after %s is done earlier", from)
		}
	})
}

func TestACalendarIsNamedByWhatDecidesWorkingDays(t *testing.T) {
	t.Parallel()
	holiday := civil.Day{Date: civil.On(2027, time.January, 1), Off: true, Name: "元旦"}
	makeUp := civil.Day{Date: civil.On(2027, time.January, 3), Off: false, Name: "元旦"}
	one := civil.NewCalendar([]civil.Day{holiday, makeUp}, []int{2027})
	renamed := holiday
	renamed.Name = "New Year"
	same := civil.NewCalendar([]civil.Day{makeUp, holiday, renamed}, []int{2027, 2027})
	other := civil.NewCalendar([]civil.Day{holiday}, []int{2027})
	if one.Version() != same.Version() || one.Version() == other.Version() || !strings.HasPrefix(one.Version(), "cal-") {
		t.Errorf("versions %s, %s, %s", one.Version(), same.Version(), other.Version())
	}
	var unset civil.Calendar
	if due := unset.AddWorkdays(civil.On(2026, time.November, 20), 1); due.Date.String() != "2026-11-23" || !due.Provisional {
		t.Errorf("the zero calendar counts %v", due)
	}
	if unset.Version() != civil.NewCalendar(nil, nil).Version() {
		t.Error("the zero calendar differs from an empty one")
	}
}

func TestAnImportedNoticeSettlesItsYear(t *testing.T) {
	t.Parallel()
	days, years, err := civil.LoadNotices()
	if err != nil {
		t.Fatal(err)
	}
	more, year, err := civil.ReadNotice([]byte(`{"year":2027,"days":[
		{"name":"元旦","date":"2026-12-31","isOffDay":true},
		{"name":"元旦","date":"2027-01-01","isOffDay":true}]}`))
	if err != nil {
		t.Fatal(err)
	}
	calendar := civil.NewCalendar(append(days, more...), append(years, year))
	if due := calendar.AddWorkdays(parse(t, "2026-12-30"), 3); due.Date.String() != "2027-01-06" || due.Provisional {
		t.Errorf("after the import the date is %v", due)
	}
	for name, data := range map[string]string{
		"not published": `{"year":2027,"days":[]}`,
		"a stray year":  `{"year":2027,"days":[{"date":"2031-01-01","isOffDay":true}]}`,
		"no date":       `{"year":2027,"days":[{"isOffDay":true}]}`,
	} {
		if _, _, err := civil.ReadNotice([]byte(data)); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := civil.ReadNotice([]byte("<html>")); !fault.Is(err, fault.Malformed) {
		t.Errorf("a web page: %v", err)
	}
}
