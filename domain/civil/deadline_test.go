package civil_test

import (
	"testing"

	"jiangxin/domain/civil"
)

func TestADeadlineIsWordedByWhatIsLeft(t *testing.T) {
	t.Parallel()
	calendar := loaded(t)
	for _, c := range []struct {
		name, today, due string
		zh, en           string
		urgency          civil.Urgency
	}{
		{"eleven left", "2026-11-19", "2026-12-04", "剩 11 个工作日 · 12月4日(周五)截止", "11 working days left · due Fri 4 Dec", civil.OnTime},
		{"four left", "2026-11-30", "2026-12-04", "剩 4 个工作日 · 12月4日(周五)截止", "4 working days left · due Fri 4 Dec", civil.OnTime},
		{"three left", "2026-12-01", "2026-12-04", "剩 3 个工作日 · 12月4日(周五)截止", "3 working days left · due Fri 4 Dec", civil.Near},
		{"two left", "2026-12-02", "2026-12-04", "剩 2 个工作日 · 12月4日(周五)截止", "2 working days left · due Fri 4 Dec", civil.Near},
		{"one left", "2026-12-03", "2026-12-04", "剩 1 个工作日 · 12月4日(周五)截止", "1 working day left · due Fri 4 Dec", civil.Near},
		{"today", "2026-12-04", "2026-12-04", "今天截止", "due today", civil.Near},
		{"overdue, no working day yet", "2026-12-06", "2026-12-04", "已超期（12月4日(周五)截止）", "overdue since Fri 4 Dec", civil.Overdue},
		{"overdue by one", "2026-12-07", "2026-12-04", "超期 1 个工作日", "1 working day overdue", civil.Overdue},
		{"overdue by two", "2026-12-08", "2026-12-04", "超期 2 个工作日", "2 working days overdue", civil.Overdue},
		{"due on a make-up Saturday", "2026-10-09", "2026-10-10", "剩 1 个工作日 · 10月10日(周六)截止", "1 working day left · due Sat 10 Oct", civil.Near},
		{"today is a make-up Saturday", "2026-10-10", "2026-10-10", "今天截止", "due today", civil.Near},
		{"over a year end", "2025-12-31", "2026-01-05", "剩 2 个工作日 · 2026年1月5日(周一)截止", "2 working days left · due Mon 5 Jan 2026", civil.Near},
	} {
		due := calendar.AddWorkdays(parse(t, c.due), 0)
		deadline := calendar.DeadlineOn(due, parse(t, c.today))
		if got := deadline.Text(); got.ZH != c.zh || got.EN != c.en {
			t.Errorf("%s: %s / %s", c.name, got.ZH, got.EN)
		}
		if got := deadline.Urgency(3); got != c.urgency {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

func TestAnUnpublishedDeadlineIsProvisional(t *testing.T) {
	t.Parallel()
	calendar := loaded(t)
	due := calendar.AddWorkdays(parse(t, "2026-12-30"), 3)
	got := calendar.DeadlineOn(due, parse(t, "2026-12-30")).Text()
	if got.ZH != "剩 3 个工作日 · 2027年1月4日(周一)截止（暂定）" || got.EN != "3 working days left · due Mon 4 Jan 2027 (provisional)" {
		t.Errorf("%s / %s", got.ZH, got.EN)
	}
	if got := (civil.Deadline{}).Text().ZH; got != "无期限" {
		t.Errorf("no deadline is %s", got)
	}
}

func TestAPausedDeadlineSaysWhyAndWhatIsLeft(t *testing.T) {
	t.Parallel()
	calendar := loaded(t)
	clock := civil.Clock{Limit: 7, Start: parse(t, "2026-11-02"), Pauses: []civil.Pause{
		{From: parse(t, "2026-11-04"), Reason: civil.ExpertReview},
	}}
	deadline := clock.DeadlineOn(calendar, parse(t, "2026-11-20"))
	if got := deadline.Text(); got.ZH != "已暂停（专家评审），恢复后剩 5 个工作日" || got.EN != "paused (expert review), 5 working days left once it resumes" {
		t.Errorf("%s / %s", got.ZH, got.EN)
	}
	if deadline.Urgency(3) != civil.Paused {
		t.Errorf("urgency %s", deadline.Urgency(3))
	}
	clock.Limit = 1
	if got := clock.DeadlineOn(calendar, parse(t, "2026-11-20")).Text().ZH; got != "已暂停（专家评审），此前已超期 1 个工作日" {
		t.Error(got)
	}
	clock.Pauses[0].Reason = civil.Submitted
	if got := clock.DeadlineOn(calendar, parse(t, "2026-11-20")).Text().ZH; got != "已报送备案，超期 1 个工作日" {
		t.Error(got)
	}
	clock.Limit = 7
	if got := clock.DeadlineOn(calendar, parse(t, "2026-11-20")).Text(); got.ZH != "已报送备案，剩 5 个工作日未用" || got.EN != "submitted for filing, 5 working days to spare" {
		t.Error(got)
	}
	clock.Pauses[0].To = parse(t, "2026-11-20")
	clock.Limit = 4
	if got := clock.DeadlineOn(calendar, parse(t, "2026-11-20")).Text().ZH; got != "剩 2 个工作日 · 11月24日(周二)截止" {
		t.Error(got)
	}
}

func TestEveryReasonAndDateHasItsWords(t *testing.T) {
	t.Parallel()
	for reason, want := range map[civil.Reason]string{
		civil.Supplement: "补正", civil.ExpertReview: "专家评审", civil.SiteVisit: "现场考察", civil.Rectification: "整改", "flood": "flood",
	} {
		if got := reason.Text().ZH; got != want {
			t.Errorf("%s is %s", reason, got)
		}
	}
	if got := parse(t, "2026-12-04").DateText(); got.ZH != "2026年12月4日" || got.EN != "4 December 2026" {
		t.Errorf("%+v", got)
	}
}
