package civil

import "jiangxin/domain/fault"

// Reason says why a statutory clock stands still.
type Reason string

// The reasons: those that policy (clock.pauses) may name, and the submission, after which the city's clock
// never runs.
const (
	Supplement    Reason = "supplement"    // 补正: the enterprise is mending its application
	ExpertReview  Reason = "expertReview"  // 专家评审
	SiteVisit     Reason = "siteVisit"     // 现场考察
	Rectification Reason = "rectification" // 整改
	Commitment    Reason = "commitment"    // 签署承诺书: the enterprise has the letter
	Submitted     Reason = "submitted"     // 已报送备案: the province has the case
)

// Text is the reason for people; a reason that this list does not know is shown as it is.
func (r Reason) Text() fault.Text {
	switch r {
	case Supplement:
		return fault.Text{ZH: "补正", EN: "supplement"}
	case ExpertReview:
		return fault.Text{ZH: "专家评审", EN: "expert review"}
	case SiteVisit:
		return fault.Text{ZH: "现场考察", EN: "site visit"}
	case Rectification:
		return fault.Text{ZH: "整改", EN: "rectification"}
	case Commitment:
		return fault.Text{ZH: "签署承诺书", EN: "commitment letter"}
	case Submitted:
		return fault.Text{ZH: "已报送备案", EN: "submitted for filing"}
	}
	return fault.Text{ZH: string(r), EN: string(r)}
}

// Pause is a span in which a clock stands still. The day on which it begins still counts, the day on
// which it ends does not: like the day of receipt, it is day 0 of what follows.
type Pause struct {
	From   Date   `json:"from"`
	To     Date   `json:"to,omitzero"` // unset while the pause lasts
	Reason Reason `json:"reason"`
}

// Clock is a statutory limit in working days (办理时限) with its pauses. It is a plain value: whoever
// keeps it adds pauses, and all else follows from it, a calendar and a day.
type Clock struct {
	Limit  int     `json:"limit"` // working days
	Start  Date    `json:"start"` // day 0
	Pauses []Pause `json:"pauses,omitempty"`
}

// Reading is what a clock shows at the end of a day.
type Reading struct {
	Used   int    // working days used up
	Left   int    // working days that remain; negative when the limit is overrun
	Finish Due    // predicted last day; while the clock stands, as if it went on after the day read
	Paused bool   // the clock stands on this day
	Reason Reason // why it stands
	Since  Date   // since when it stands
}

// Read tells what the clock shows on a day. Before the start nothing is used.
func (c Clock) Read(calendar Calendar, on Date) Reading {
	reading := Reading{Used: c.used(calendar, on), Finish: c.finish(calendar, on)}
	reading.Left = c.Limit - reading.Used
	if pause, stands := c.pauseOn(on); stands {
		reading.Paused, reading.Reason, reading.Since = true, pause.Reason, pause.From
	}
	return reading
}

// pauseOn finds the pause in which the clock stands at the end of the day: begun by then, not ended.
func (c Clock) pauseOn(on Date) (Pause, bool) {
	for _, pause := range c.Pauses {
		if !pause.From.After(on) && (pause.To.IsZero() || pause.To.After(on)) {
			return pause, true
		}
	}
	return Pause{}, false
}

func (c Clock) used(calendar Calendar, on Date) int {
	used := 0
	for day := c.Start.AddDays(1); !c.Start.IsZero() && !day.After(on); day = day.AddDays(1) {
		if calendar.IsWorkday(day) && !c.stands(day, on) {
			used++
		}
	}
	return used
}

// finish walks to the day on which the limit is used up. A pause without an end is taken to end on the
// day of reading.
func (c Clock) finish(calendar Calendar, on Date) Due {
	due := Due{Date: c.Start, Calendar: calendar.Version()}
	if c.Start.IsZero() {
		return due
	}
	for left := c.Limit; left > 0; {
		due.Date = due.Date.AddDays(1)
		if !calendar.IsPublished(due.Date) {
			due.Provisional = true
		}
		if calendar.IsWorkday(due.Date) && !c.stands(due.Date, on) {
			left--
		}
	}
	return due
}

// stands says whether the day is not counted. A pause without an end lasts until the day of reading.
func (c Clock) stands(day, on Date) bool {
	for _, pause := range c.Pauses {
		end := pause.To
		if end.IsZero() {
			end = on
		}
		if day.After(pause.From) && !day.After(end) {
			return true
		}
	}
	return false
}
