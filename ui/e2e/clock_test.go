package e2e

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/demotest"
	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/store"
)

// looking is a day on which somebody looks at screens, and the sentence that stands on each.
type looking struct {
	Day     string            `json:"day"`   // for the pictures' names
	Ahead   int               `json:"ahead"` // days from the real one
	Screens map[string]string `json:"screens"`
}

// TestADeadlineRunsOnOverAMakeUpSaturday is the half of S5 that needs a clock: two cases wait for their enterprises
// over a make-up Saturday (调休), and another one and a holiday lie between the answer and the deadline.
func TestADeadlineRunsOnOverAMakeUpSaturday(t *testing.T) {
	var ahead atomic.Int64 // days
	p := demotest.StartWith(t, demotest.Setting{Enterprises: 4, Now: func() time.Time {
		return time.Now().AddDate(0, 0, int(ahead.Load())).UTC().Truncate(time.Microsecond)
	}})
	clockwork := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		days, _ := strconv.ParseInt(r.URL.Query().Get("ahead"), 10, 64)
		ahead.Store(days)
	}))
	t.Cleanup(clockwork.Close)
	s := &stage{t: t, product: p, world: p.World, folder: t.TempDir()}
	owner, err := store.Open(p.OwnerURL)
	s.must(err)
	t.Cleanup(func() { _ = owner.Close() })

	today := civil.Of(time.Now())
	last := today.AddDays(-1)
	for last.Weekday() != time.Saturday {
		last = last.AddDays(-1)
	}
	next := last.AddDays(7)
	if next == today { // the day of an answer is day 0
		next = next.AddDays(7)
	}
	calendar := made(s, owner, last, next)

	returned := s.returned(cast.Shenyang)
	s.must(returned.PlayTo(t.Context(), filing.Acceptance))
	paused := s.returnedLater(cast.Shenyang)
	clock := civil.Clock{Limit: 20, Start: last.AddDays(-10), Pauses: []civil.Pause{{From: last.AddDays(-2), Reason: civil.Supplement}}}
	s.past(owner, paused.No, clock)
	login, path := s.at(returned).Who, "/app/cases/"+paused.No
	look := func(days ...looking) {
		t.Helper()
		seed, err := json.Marshal(m{"clock": clockwork.URL, "login": login, "days": days})
		s.must(err)
		run(t, "clock.mjs", "BASE_URL="+p.URL, "PASSWORD="+cast.Password, "SEED="+string(seed))
		ahead.Store(0)
	}

	standing := clock.DeadlineOn(calendar, today)
	if standing.Left != 14 {
		t.Fatalf("the clock stands with %d days left, not 14: the make-up Saturday of the pause counts", standing.Left)
	}
	look(looking{"while-it-waits", 0, map[string]string{path: standing.Text().ZH}})

	s.must(paused.PlayTo(t.Context(), filing.Panel))
	clock.Pauses[0].To = today
	finish, due := clock.Read(calendar, today).Finish, calendar.AddWorkdays(today, 5)
	if plain := civil.NewCalendar(nil, calendar.Years()); plain.AddWorkdays(today, 5).Date == due.Date {
		t.Fatalf("the calendar of this test changes nothing: %s either way", due.Date)
	}
	on := func(name string, day civil.Date) looking {
		city := clock.DeadlineOn(calendar, day).Text().ZH
		return looking{name, today.DaysUntil(day), map[string]string{
			path: city, "/app/queue?q=" + paused.No: city, "/app/queue?q=" + returned.No: calendar.DeadlineOn(due, day).Text().ZH,
		}}
	}
	look(on("on-the-day-of-the-answer", today), on("on-the-make-up-Saturday", next), on("on-the-last-day", finish.Date), on("afterwards", finish.Date.AddDays(1)))
}

// made puts a calendar into the database: two make-up Saturdays, and two days off after the second.
func made(s *stage, owner *store.Store, last, next civil.Date) civil.Calendar {
	s.t.Helper()
	days := []civil.Day{
		{Date: last, Name: "演示节"}, {Date: next, Name: "演示节"},
		{Date: next.AddDays(2), Off: true, Name: "演示节"}, {Date: next.AddDays(3), Off: true, Name: "演示节"},
	}
	year, _, _ := last.Parts()
	years := []int{year - 1, year, year + 1}
	db := owner.DB.WithContext(s.t.Context())
	s.must(db.Exec(`DELETE FROM calendar_days`).Error)
	for _, day := range days {
		s.must(db.Exec(`INSERT INTO calendar_days (day, off, name) VALUES (?, ?, ?)`, day.Date, day.Off, day.Name).Error)
	}
	for _, year := range years {
		s.must(db.Exec(`INSERT INTO calendar_years (year) VALUES (?) ON CONFLICT DO NOTHING`, year).Error)
	}
	return civil.NewCalendar(days, years)
}

// returnedLater is a case whose clock ran already when its materials were looked at again and two of them sent back.
func (s *stage) returnedLater(city cast.City) *demo.Case {
	s.t.Helper()
	c := s.file(city, filing.Panel)
	s.say(c, casework.Back, &filing.BackSheet{Target: filing.Acceptance, Reason: "组成专家组前发现两项材料需要重新审核。"})
	s.must(c.PlayTo(s.t.Context(), filing.Acceptance))
	s.handBack(c)
	return c
}

// past moves the acceptance of a case, and the pause in which it stands, to earlier days.
func (s *stage) past(owner *store.Store, caseNo string, clock civil.Clock) {
	s.t.Helper()
	db := owner.DB.WithContext(s.t.Context())
	s.must(db.Exec(`UPDATE statements SET at = ? WHERE case_no = ? AND stage = 'acceptance' AND verdict = 'accept'`, clock.Start.Start().Add(9*time.Hour), caseNo).Error)
	s.must(db.Exec(`UPDATE clock_pauses SET paused_on = ? WHERE case_no = ?`, clock.Pauses[0].From, caseNo).Error)
}
