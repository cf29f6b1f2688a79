package e2e

import (
	"testing"

	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/demo/demotest"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
)

// stage sets the scene for a script: cases that rest where it begins.
type stage struct {
	t       *testing.T
	product *demotest.Product
	world   *demo.World
	folder  string // for files that people choose
	routes  *routes
}

// place is a case as a script knows it.
type place struct {
	CaseNo     string `json:"caseNo"`
	Enterprise string `json:"enterprise"`
	Clerk      string `json:"clerk"` // sign-in name
	Task       task   `json:"task"`  // the first open one, if there is one
	Who        string `json:"who"`   // sign-in name of the person whose task it is
}

// task is an open task as it stands in an address.
type task struct {
	Stage   string `json:"stage"`
	Round   int    `json:"round"`
	Slot    string `json:"slot"`
	Version int    `json:"version"`
	CaseNo  string `json:"caseNo"`
}

func (s *stage) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// file brings a filing of a fresh enterprise to a stage.
func (s *stage) file(city cast.City, at filing.Stage) *demo.Case {
	s.t.Helper()
	c, err := s.world.File(s.t.Context(), city, at)
	s.must(err)
	return c
}

// at says where a case rests.
func (s *stage) at(c *demo.Case) place {
	s.t.Helper()
	p := place{CaseNo: c.No, Enterprise: c.Enterprise.Name, Clerk: c.Clerk.Login}
	view, err := c.View(s.t.Context())
	s.must(err)
	for _, open := range view.OpenTasks {
		if open.State == client.TaskStateOpen {
			p.Task = task{Stage: open.Stage, Round: open.Round, Slot: open.Slot, Version: open.Version, CaseNo: c.No}
			who, err := c.Who(s.t.Context(), open)
			s.must(err)
			p.Who = who.Login
			break
		}
	}
	return p
}

// returned is a case that came back to its enterprise with two defects.
func (s *stage) returned(city cast.City) *demo.Case {
	s.t.Helper()
	c := s.file(city, filing.Acceptance)
	s.handBack(c)
	return c
}

// say answers the next task of a case as whoever it asks.
func (s *stage) say(c *demo.Case, verdict casework.Verdict, sheet any) {
	s.t.Helper()
	ctx := s.t.Context()
	open, err := c.Next(ctx)
	s.must(err)
	who, err := c.Who(ctx, open)
	s.must(err)
	_, err = c.Say(ctx, who, open, verdict, sheet)
	s.must(err)
}

// rectifying is a case whose enterprise is asked to mend two points before it is verified again.
func (s *stage) rectifying(city cast.City) *demo.Case {
	s.t.Helper()
	c := s.file(city, filing.Verification)
	s.say(c, casework.Rectify, &filing.VerificationSheet{
		Points: []filing.Point{
			{Condition: 3, Text: "二号车间的视频监控没有覆盖全部工位，请补装。"},
			{Condition: 3, Text: "质量督导人员只有一名，请增加到两名以上。"},
		},
		Days: 10, Words: "专家建议通过，现场仍有两处需要整改。",
	})
	s.must(c.PlayTo(s.t.Context(), filing.Rectification))
	return c
}

// handBack returns a case at its acceptance to its enterprise, with two defects.
func (s *stage) handBack(c *demo.Case) {
	s.t.Helper()
	ctx := s.t.Context()
	open, err := c.Next(ctx)
	s.must(err)
	who, err := c.Who(ctx, open)
	s.must(err)
	_, usual, err := c.Usual(ctx, who, open)
	s.must(err)
	sheet, _ := usual.(*filing.AcceptanceSheet)
	find(sheet, 4, "incentivesUnproven", "请补充评价结果与岗位津贴挂钩的制度条款。")
	find(sheet, 6, "videoMissing", "请补充二号车间视频监控设备的证明。")
	_, err = c.Say(ctx, who, open, casework.Return, sheet)
	s.must(err)
	s.must(c.PlayTo(ctx, filing.Supplement))
}

// find turns the finding on a material into one defect.
func find(sheet *filing.AcceptanceSheet, number int, reason filing.ReasonCode, words string) {
	for i, m := range sheet.Materials {
		if m.Number == number {
			sheet.Materials[i].Finding = filing.FindingSupplement
			sheet.Materials[i].Defects = []filing.Defect{{Material: number, Reason: reason, Words: words}}
		}
	}
}

// draft is an application that its clerk has only begun.
func (s *stage) draft(city cast.City) map[string]any {
	s.t.Helper()
	c, err := s.world.Enterprise(s.t.Context(), city)
	s.must(err)
	return map[string]any{"id": c.Draft.ID, "clerk": c.Clerk.Login, "enterprise": c.Enterprise.Name, "creditCode": c.Enterprise.CreditCode}
}
