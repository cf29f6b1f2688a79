package civil_test

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

func anyDate() *rapid.Generator[civil.Date] {
	return rapid.Custom(func(t *rapid.T) civil.Date {
		return civil.On(1990, time.January, 1).AddDays(rapid.IntRange(0, 30000).Draw(t, "day"))
	})
}

func TestAnInstantBelongsToTheDayThatShanghaiShows(t *testing.T) {
	t.Parallel()
	for instant, want := range map[string]string{
		"2026-11-30T15:59:59.999999Z": "2026-11-30",
		"2026-11-30T16:00:00Z":        "2026-12-01",
		"2026-12-31T23:00:00-05:00":   "2027-01-01",
	} {
		at, err := time.Parse(time.RFC3339Nano, instant)
		if err != nil {
			t.Fatal(err)
		}
		if got := civil.Of(at).String(); got != want {
			t.Errorf("Of(%s) = %s, want %s", instant, got, want)
		}
	}
	if !civil.Of(time.Time{}).IsZero() {
		t.Error("an unset instant has a date")
	}
}

func TestADayStartsAtMidnightAndEndsAMicrosecondBeforeTheNext(t *testing.T) {
	t.Parallel()
	day := civil.On(2028, time.February, 29)
	if got, want := day.Start().UTC().Format(time.RFC3339), "2028-02-28T16:00:00Z"; got != want {
		t.Errorf("Start = %s, want %s", got, want)
	}
	if got, want := day.End().UTC().Format(time.RFC3339Nano), "2028-02-29T15:59:59.999999Z"; got != want {
		t.Errorf("End = %s, want %s", got, want)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate().Draw(t, "date")
		if civil.Of(d.Start()) != d || civil.Of(d.End()) != d {
			t.Fatalf("%s does not hold its own start and end", d)
		}
		if civil.Of(d.End().Add(time.Microsecond)) != d.AddDays(1) {
			t.Fatalf("a gap follows %s", d)
		}
	})
}

func TestAddYearsKeepsTheDayAndTakes28FebruaryWhereThe29thIsMissing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from  string
		years int
		want  string
	}{
		{"2020-06-01", 3, "2023-06-01"},
		{"2024-02-29", 1, "2025-02-28"},
		{"2024-02-29", 3, "2027-02-28"},
		{"2024-02-29", 4, "2028-02-29"},
		{"2024-02-29", -1, "2023-02-28"},
		{"2023-02-28", 1, "2024-02-28"},
	} {
		if got := parse(t, c.from).AddYears(c.years).String(); got != c.want {
			t.Errorf("%s + %d years = %s, want %s", c.from, c.years, got, c.want)
		}
	}
}

func TestAValidityEndsTheDayBeforeTheSameCalendarDay(t *testing.T) {
	t.Parallel()
	for from, want := range map[string]string{
		"2020-06-01": "2023-05-31",
		"2021-01-01": "2023-12-31",
		"2024-02-29": "2027-02-28",
		"2024-02-28": "2027-02-27",
		"2024-03-01": "2027-02-28",
		"2025-03-01": "2028-02-29",
		"2025-02-28": "2028-02-27",
	} {
		if got := civil.ValidThrough(parse(t, from), 3).String(); got != want {
			t.Errorf("three years from %s end with %s, want %s", from, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		from := anyDate().Draw(t, "from")
		through := civil.ValidThrough(from, 3)
		if days := from.DaysUntil(through) + 1; days < 1095 || days > 1096 {
			t.Fatalf("three years from %s hold %d days", from, days)
		}
		if civil.ValidThrough(from.AddDays(1), 3).Before(through) {
			t.Fatalf("a later start than %s ends earlier", from)
		}
	})
}

func TestDatesSurviveTextJSONAndSQL(t *testing.T) {
	t.Parallel()
	type form struct {
		From civil.Date  `json:"from"`
		To   *civil.Date `json:"to,omitempty"`
		Gone civil.Date  `json:"gone,omitzero"`
	}
	data, err := json.Marshal(form{From: civil.On(2020, time.June, 1)})
	if err != nil || string(data) != `{"from":"2020-06-01"}` {
		t.Errorf("JSON = %s, %v", data, err)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate().Draw(t, "date")
		if rapid.Bool().Draw(t, "unset") {
			d = civil.Date{}
		}
		var fromJSON, fromSQL, fromText civil.Date
		data, _ := json.Marshal(d)
		value, _ := d.Value()
		text, _ := d.MarshalText()
		if err := json.Unmarshal(data, &fromJSON); err != nil || fromJSON != d {
			t.Fatalf("JSON %s became %s: %v", data, fromJSON, err)
		}
		if err := fromSQL.Scan(value); err != nil || fromSQL != d {
			t.Fatalf("SQL %v became %s: %v", value, fromSQL, err)
		}
		if err := fromText.UnmarshalText(text); err != nil || fromText != d {
			t.Fatalf("text %s became %s: %v", text, fromText, err)
		}
	})
	var scanned civil.Date
	if err := scanned.Scan(time.Date(2020, 6, 1, 0, 0, 0, 0, time.UTC)); err != nil || scanned.String() != "2020-06-01" {
		t.Errorf("a driver's midnight became %s, %v", scanned, err)
	}
	if err := scanned.Scan(42); !fault.Is(err, fault.Internal) {
		t.Errorf("a number was scanned: %v", err)
	}
}

func TestADayThatDoesNotExistIsRefused(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "2023-02-29", "2024-13-01", "2024-6-1", "01/06/2020", "2020-06-01T00:00:00Z", "0000-01-01"} {
		if d, err := civil.Parse(text); !fault.Is(err, fault.Invalid) {
			t.Errorf("Parse(%q) = %s, %v", text, d, err)
		}
	}
}

func TestAPeriodWithoutABoundIsOpenOnThatSide(t *testing.T) {
	t.Parallel()
	first, last := civil.On(2020, time.June, 1), civil.On(2020, time.June, 30)
	for _, c := range []struct {
		day         civil.Date
		first, last civil.Date
		want        bool
	}{
		{first, first, last, true},
		{last, first, last, true},
		{first.AddDays(-1), first, last, false},
		{last.AddDays(1), first, last, false},
		{last.AddDays(9000), first, civil.Date{}, true},
		{first.AddDays(-9000), civil.Date{}, last, true},
	} {
		if got := c.day.Within(c.first, c.last); got != c.want {
			t.Errorf("%s within [%s, %s] = %t", c.day, c.first, c.last, got)
		}
	}
	if got := civil.On(2028, time.February, 3).MonthEnd().String(); got != "2028-02-29" {
		t.Errorf("MonthEnd = %s", got)
	}
}

func parse(t *testing.T, text string) civil.Date {
	t.Helper()
	d, err := civil.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
