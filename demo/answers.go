package demo

import (
	"context"
	"fmt"
	"hash/fnv"
	"time"

	"jiangxin/demo/client"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
)

// panelSize is how many experts the usual panel has (setting panel.size.min).
const panelSize = 3

// earlier is an instant just passed: the product refuses what lies in the future of its own clock.
func earlier() time.Time { return time.Now().Add(-time.Minute).UTC().Truncate(time.Second) }

// today is the legal date of an instant just passed.
func today() civil.Date { return civil.Of(earlier()) }

// Usual is the answer that leads a case straight on.
func (c *Case) Usual(ctx context.Context, who *Person, task client.Task) (casework.Verdict, any, error) {
	if step := casework.Step(task.Step); step == casework.StepReview || step == casework.StepSign {
		return casework.Agree, &filing.StepSheet{}, nil
	}
	switch filing.Stage(task.Stage) {
	case filing.Acceptance:
		return casework.Accept, c.acceptance(), nil
	case filing.Supplement:
		return casework.Submit, c.supplement(), nil
	case filing.Panel:
		sheet, err := c.choosePanel(ctx, who)
		return casework.Appoint, sheet, err
	case filing.ExpertReview:
		return casework.Submit, c.review(), nil
	case filing.Deliberation:
		return casework.Conclude, c.deliberation(), nil
	case filing.SiteVisit:
		return casework.Submit, c.siteVisit(), nil
	case filing.Assessment:
		return casework.Conclude, c.assessment(), nil
	case filing.Signature:
		return casework.Sign, &filing.SignatureSheet{}, nil
	case filing.Verification:
		return casework.Pass, &filing.VerificationSheet{}, nil
	case filing.Rectification:
		return casework.Submit, c.rectification(), nil
	case filing.Commitment:
		sheet, err := c.commitment(ctx, who)
		return casework.Submit, sheet, err
	case filing.CommitmentCheck:
		return casework.Accept, &filing.CommitmentCheckSheet{Place: "业务档案室"}, nil
	case filing.DelegateOpinion:
		return casework.Endorse, &filing.OpinionSheet{Opinion: "经核验，该企业符合条件，同意移交市人力资源和社会保障局报送备案。"}, nil
	case filing.Submission:
		return casework.Report, &filing.OpinionSheet{Opinion: "同意报送备案。"}, nil
	case filing.CentreReview:
		return casework.Agree, &filing.OpinionSheet{Opinion: "复核无误。"}, nil
	case filing.Receipt:
		return casework.Issue, &filing.ReceiptSheet{}, nil
	case filing.Publication:
		return casework.Publish, &filing.PublicationSheet{}, nil
	}
	return "", nil, fmt.Errorf("nobody knows how to answer the stage %q", task.Stage)
}

// acceptance passes everything; what the applicant asked to be checked online is checked.
func (c *Case) acceptance() *filing.AcceptanceSheet {
	s := &filing.AcceptanceSheet{}
	for _, entry := range c.Content.Materials.Items {
		if entry.OnlineCheck {
			s.OnlineChecks = append(s.OnlineChecks, filing.OnlineCheck{
				Material: entry.Number, Subject: "营业执照登记信息：" + c.Enterprise.CreditCode, Source: "国家企业信用信息公示系统（演示）",
				Result: filing.CheckOK, CheckedAt: earlier(),
			})
			continue
		}
		s.Materials = append(s.Materials, filing.MaterialReview{Number: entry.Number, Finding: filing.FindingPass})
	}
	for _, section := range filing.Items {
		s.Items = append(s.Items, filing.ItemReview{Section: section, Finding: filing.FindingPass})
	}
	return s
}

func (c *Case) supplement() *filing.SupplementSheet {
	s := &filing.SupplementSheet{Promise: promise(c.Enterprise.Legal, earlier())}
	for i := range c.defects {
		s.Answers = append(s.Answers, filing.Answer{Index: i, Text: "已按告知书补正，请查收。"})
	}
	return s
}

func (c *Case) rectification() *filing.RectificationSheet {
	s := &filing.RectificationSheet{}
	for i := range c.points {
		s.Answers = append(s.Answers, filing.Answer{Index: i, Text: "已整改完毕。"})
	}
	return s
}

// choosePanel takes experts without a conflict, others for other cases.
func (c *Case) choosePanel(ctx context.Context, who *Person) (*filing.PanelSheet, error) {
	list, err := Answer(who.API.ListExpertsWithResponse(ctx, &client.ListExpertsParams{Region: c.City.Region, CaseNo: c.No}))
	if err != nil {
		return nil, err
	}
	var free []string
	for _, e := range list.Items {
		if len(e.Conflicts) == 0 {
			free = append(free, e.Id)
		}
	}
	if len(free) < panelSize {
		return nil, fmt.Errorf("only %d experts of %s are free", len(free), c.City.Name)
	}
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(c.No)) // a hash never fails
	s := &filing.PanelSheet{}
	for i := range panelSize {
		s.Members = append(s.Members, free[(int(sum.Sum32()%uint32(len(free)))+i)%len(free)])
	}
	s.Leader = s.Members[0]
	return s, nil
}

func (c *Case) review() *filing.ExpertReviewSheet {
	favourable := true
	s := &filing.ExpertReviewSheet{Favourable: &favourable, NoConflict: true, Confidential: true}
	for _, m := range filing.MaterialList() {
		s.Materials = append(s.Materials, filing.MaterialOpinion{Number: m.Number, Opinion: filing.OpinionGood})
	}
	for _, row := range c.Content.Occupations.Rows {
		s.Occupations = append(s.Occupations, filing.TechnicalAssessment{
			Code: row.Code, WorkType: row.WorkType, Ability: 88, Conditions: 90, Opinion: "设备、人员与题库满足评价需要。",
		})
	}
	return s
}

func (c *Case) deliberation() *filing.DeliberationSheet {
	return &filing.DeliberationSheet{
		HeldAt: earlier(), Place: "市人力资源和社会保障局二楼会议室", Present: c.Panel, Minutes: "与会专家逐项论证，一致同意进入现场考察。",
		Vote: filing.Vote{For: len(c.Panel)}, LookAt: []string{"视频监控覆盖范围", "焊接工位通风"},
	}
}

func (c *Case) siteVisit() *filing.SiteVisitSheet {
	return &filing.SiteVisitSheet{
		VisitedOn: today(), Experts: c.Panel, Officers: []string{"孙齐文"}, Findings: met(), CapturedAt: earlier(),
	}
}

// met finds all five conditions met.
func met() []filing.ConditionFinding {
	var all []filing.ConditionFinding
	for _, condition := range filing.ConditionList() {
		all = append(all, filing.ConditionFinding{Number: condition.Number, Finding: filing.Met})
	}
	return all
}

func (c *Case) assessment() *filing.AssessmentSheet {
	s := &filing.AssessmentSheet{
		Summary: filing.ActivitySummary{
			DocumentReview: "七项材料齐全、内容一致。", TechnicalAssessment: "所申报职业（工种）具备评价能力。",
			Deliberation: "专家组一致同意。", SiteVisit: "五项条件均符合。",
		},
		Findings: met(), Conclusion: filing.Recommend,
	}
	for _, row := range c.Content.Occupations.Rows {
		grant := filing.Grant{Code: row.Code, Name: row.Name, WorkType: row.WorkType}
		for _, level := range row.Levels {
			grant.Levels = append(grant.Levels, level.Code)
		}
		s.Recommended = append(s.Recommended, grant)
	}
	return s
}

// commitment uploads the scan of the signed and stamped letter.
func (c *Case) commitment(ctx context.Context, who *Person) (*filing.CommitmentSheet, error) {
	file, err := exhibit.PDF("承诺书（签字盖章扫描件）", exhibit.Page{
		Title: "承诺书", Lines: []string{c.Enterprise.Name, "我单位郑重承诺：严格执行职业技能等级认定各项规定，接受监督。"}, Signed: c.Enterprise.Legal,
	})
	if err != nil {
		return nil, err
	}
	scan, err := who.Upload(ctx, client.Commitment, c.No, file)
	if err != nil {
		return nil, err
	}
	if file, err = exhibit.PDF("授权委托书", exhibit.Page{
		Title: "授权委托书", Lines: []string{"兹委托" + c.Enterprise.Clerk.Name + "办理" + c.Enterprise.Name + "企业职业技能等级认定备案事宜。"}, Signed: c.Enterprise.Legal,
	}); err != nil {
		return nil, err
	}
	authorisation, err := who.Upload(ctx, client.Commitment, c.No, file)
	return &filing.CommitmentSheet{
		Form: filing.OnPaper, Scan: scan, Authorisation: authorisation, Place: "企业档案室三柜", SignedBy: c.Enterprise.Legal, SignedOn: today(),
	}, err
}
