package civil

import (
	"fmt"

	"jiangxin/domain/fault"
)

// Deadline is how a due date stands on a day, ready to be worded.
type Deadline struct {
	Due   Due
	Today Date
	Left  int    // working days after today, up to and with the due date; negative when overdue
	Pause Reason // set while the clock stands
}

// Urgency orders due dates for the eye.
type Urgency string

// The urgencies, from the quiet to the loud.
const (
	Paused  Urgency = "paused"  // 暂停
	OnTime  Urgency = "onTime"  // 办理中
	Near    Urgency = "near"    // 临期
	Overdue Urgency = "overdue" // 超期
)

// DeadlineOn tells how a due date stands today.
func (c Calendar) DeadlineOn(due Due, today Date) Deadline {
	return Deadline{Due: due, Today: today, Left: c.WorkdaysBetween(today, due.Date)}
}

// DeadlineOn tells how the clock stands today: by its predicted finish and what it has left, or paused.
func (c Clock) DeadlineOn(calendar Calendar, today Date) Deadline {
	reading := c.Read(calendar, today)
	return Deadline{Due: reading.Finish, Today: today, Left: reading.Left, Pause: reading.Reason}
}

// Urgency is near from nearDays working days left on (policy deadline.near.days), the last day included.
func (d Deadline) Urgency(nearDays int) Urgency {
	switch {
	case d.Pause != "":
		return Paused
	case d.Today.After(d.Due.Date):
		return Overdue
	case d.Left <= nearDays:
		return Near
	}
	return OnTime
}

// Text words the deadline: what is left first, then the date; 暂定 where the calendar is not published.
func (d Deadline) Text() fault.Text {
	if d.Due.Date.IsZero() {
		return fault.Text{ZH: "无期限", EN: "no deadline"}
	}
	text := d.standing()
	if d.Due.Provisional {
		text.ZH, text.EN = text.ZH+"（暂定）", text.EN+" (provisional)"
	}
	return text
}

func (d Deadline) standing() fault.Text {
	day := d.dueDay()
	switch {
	case d.Pause == Submitted && d.Left < 0:
		return fault.Text{
			ZH: fmt.Sprintf("已报送备案，超期 %d 个工作日", -d.Left),
			EN: "submitted for filing, " + workdays(-d.Left) + " overdue",
		}
	case d.Pause == Submitted:
		return fault.Text{
			ZH: fmt.Sprintf("已报送备案，剩 %d 个工作日未用", d.Left),
			EN: "submitted for filing, " + workdays(d.Left) + " to spare",
		}
	case d.Pause != "" && d.Left < 0:
		why := d.Pause.Text()
		return fault.Text{
			ZH: fmt.Sprintf("已暂停（%s），此前已超期 %d 个工作日", why.ZH, -d.Left),
			EN: fmt.Sprintf("paused (%s), %s overdue before", why.EN, workdays(-d.Left)),
		}
	case d.Pause != "":
		why := d.Pause.Text()
		return fault.Text{
			ZH: fmt.Sprintf("已暂停（%s），恢复后剩 %d 个工作日", why.ZH, d.Left),
			EN: fmt.Sprintf("paused (%s), %s left once it resumes", why.EN, workdays(d.Left)),
		}
	case d.Today == d.Due.Date:
		return fault.Text{ZH: "今天截止", EN: "due today"}
	case d.Today.After(d.Due.Date) && d.Left == 0:
		return fault.Text{ZH: "已超期（" + day.ZH + "截止）", EN: "overdue since " + day.EN}
	case d.Today.After(d.Due.Date):
		return fault.Text{
			ZH: fmt.Sprintf("超期 %d 个工作日", -d.Left),
			EN: workdays(-d.Left) + " overdue",
		}
	}
	return fault.Text{
		ZH: fmt.Sprintf("剩 %d 个工作日 · %s截止", d.Left, day.ZH),
		EN: fmt.Sprintf("%s left · due %s", workdays(d.Left), day.EN),
	}
}

// dueDay words the due date; the year only where it is not this year's.
func (d Deadline) dueDay() fault.Text {
	year, month, day := d.Due.Date.Parts()
	weekday := [...]string{"日", "一", "二", "三", "四", "五", "六"}[d.Due.Date.Weekday()]
	text := fault.Text{
		ZH: fmt.Sprintf("%d月%d日(周%s)", month, day, weekday),
		EN: d.Due.Date.midnight().Format("Mon 2 Jan"),
	}
	if year != d.Today.Year() {
		text.ZH = fmt.Sprintf("%d年%s", year, text.ZH)
		text.EN = fmt.Sprintf("%s %d", text.EN, year)
	}
	return text
}

func workdays(n int) string {
	if n == 1 {
		return "1 working day"
	}
	return fmt.Sprintf("%d working days", n)
}

// DateText words a date for documents: 2026年12月4日, 4 December 2026.
func (d Date) DateText() fault.Text {
	if d.IsZero() {
		return fault.Text{}
	}
	year, month, day := d.Parts()
	return fault.Text{
		ZH: fmt.Sprintf("%d年%d月%d日", year, month, day),
		EN: fmt.Sprintf("%d %s %d", day, month, year),
	}
}
