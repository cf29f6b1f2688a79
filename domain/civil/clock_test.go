package civil_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"jiangxin/domain/civil"
)

func TestAClockStandsStillFromTheDayAfterAPauseBeginsToTheDayItEnds(t *testing.T) {
	t.Parallel()
	calendar := loaded(t)
	clock := civil.Clock{Limit: 5, Start: parse(t, "2026-11-02"), Pauses: []civil.Pause{
		{From: parse(t, "2026-11-04"), To: parse(t, "2026-11-11"), Reason: civil.Supplement},
	}}
	for _, c := range []struct {
		on         string
		used, left int
		paused     bool
		finish     string
	}{
		{"2026-11-01", 0, 5, false, "2026-11-16"},
		{"2026-11-02", 0, 5, false, "2026-11-16"},
		{"2026-11-03", 1, 4, false, "2026-11-16"},
		{"2026-11-04", 2, 3, true, "2026-11-16"},
		{"2026-11-10", 2, 3, true, "2026-11-16"},
		{"2026-11-11", 2, 3, false, "2026-11-16"},
		{"2026-11-12", 3, 2, false, "2026-11-16"},
		{"2026-11-16", 5, 0, false, "2026-11-16"},
		{"2026-11-18", 7, -2, false, "2026-11-16"},
	} {
		got := clock.Read(calendar, parse(t, c.on))
		if got.Used != c.used || got.Left != c.left || got.Paused != c.paused || got.Finish.Date.String() != c.finish {
			t.Errorf("on %s: %+v (finish %s), want %+v", c.on, got, got.Finish.Date, c)
		}
	}
}

func TestWhileAClockStandsItsFinishMovesOnDayByDay(t *testing.T) {
	t.Parallel()
	calendar := loaded(t)
	clock := civil.Clock{Limit: 5, Start: parse(t, "2026-11-02"), Pauses: []civil.Pause{
		{From: parse(t, "2026-11-04"), Reason: civil.ExpertReview},
	}}
	for on, finish := range map[string]string{
		"2026-11-04": "2026-11-09", "2026-11-05": "2026-11-10", "2026-11-09": "2026-11-12", "2026-12-24": "2026-12-29",
	} {
		got := clock.Read(calendar, parse(t, on))
		if got.Finish.Date.String() != finish || !got.Paused || got.Reason != civil.ExpertReview || got.Used != 2 {
			t.Errorf("on %s: %+v (finish %s), want %s", on, got, got.Finish.Date, finish)
		}
	}
	if !clock.Read(calendar, parse(t, "2026-12-24")).Finish.Provisional {
		t.Error("a finish in an unpublished week is not provisional")
	}
	if got := clock.Read(calendar, civil.Date{}); got.Used != 0 {
		t.Errorf("a reading without a day: %+v", got)
	}
}

func TestAClockWithoutPausesAgreesWithTheCalendar(t *testing.T) {
	t.Parallel()
	calendar := loaded(t)
	rapid.Check(t, func(t *rapid.T) {
		start := civil.On(2020, time.January, 1).AddDays(rapid.IntRange(0, 2500).Draw(t, "start"))
		clock := civil.Clock{Limit: rapid.IntRange(0, 40).Draw(t, "limit"), Start: start}
		on := start.AddDays(rapid.IntRange(0, 60).Draw(t, "on"))
		reading := clock.Read(calendar, on)
		if want := calendar.AddWorkdays(start, clock.Limit); reading.Finish != want {
			t.Fatalf("finish %v, want %v", reading.Finish, want)
		}
		if reading.Used != calendar.WorkdaysBetween(start, on) {
			t.Fatalf("used %d", reading.Used)
		}
	})
}

func TestPausesNeverMakeAClockFaster(t *testing.T) {
	t.Parallel()
	calendar := loaded(t)
	rapid.Check(t, func(t *rapid.T) {
		start := civil.On(2020, time.January, 1).AddDays(rapid.IntRange(0, 2500).Draw(t, "start"))
		clock := civil.Clock{Limit: 20, Start: start}
		for range rapid.IntRange(0, 4).Draw(t, "pauses") {
			from := start.AddDays(rapid.IntRange(-3, 60).Draw(t, "from"))
			pause := civil.Pause{From: from, Reason: civil.SiteVisit}
			if rapid.Bool().Draw(t, "ended") {
				pause.To = from.AddDays(rapid.IntRange(0, 30).Draw(t, "length"))
			}
			clock.Pauses = append(clock.Pauses, pause)
		}
		on := start.AddDays(rapid.IntRange(0, 90).Draw(t, "on"))
		with, bare := clock.Read(calendar, on), civil.Clock{Limit: 20, Start: start}.Read(calendar, on)
		if with.Used > bare.Used || with.Finish.Date.Before(bare.Finish.Date) {
			t.Fatalf("%+v runs faster than %+v", with, bare)
		}
		if with.Left > 0 && !with.Paused && with.Finish.Date.Before(on) {
			t.Fatalf("%d days are left on %s after the finish on %s", with.Left, on, with.Finish.Date)
		}
	})
}
