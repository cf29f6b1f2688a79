package filingtest

import (
	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
)

// Facts fit Application, a panel of three, and the sheets of Decision.
func Facts() filing.Facts {
	return filing.Facts{
		Now: Now, Case: Case, Body: Body, Applicant: "enterprise-1", Documents: Documents(), Occupations: Application().Occupations.Rows,
		OnlineAsked: []int{1}, PanelMinimum: 3,
		Candidates: map[string]filing.Candidate{
			"expert-1": {}, "expert-2": {}, "expert-3": {}, "expert-4": {}, "insider": {Employer: "enterprise-1"}, "friend": {Conflict: true},
		},
		Panel: []string{"expert-1", "expert-2", "expert-3"}, Conclusion: filing.Recommend, Recommended: Grants(),
		RectifyMin: 5, RectifyMax: 60, Granted: Grants(), ReceiptAhead: 90,
		Defects: []filing.Defect{{Material: 4, Reason: "incomplete", Words: "缺少激励办法"}, {Item: filing.SectionFunding, Reason: "fundingUnproven"}},
		Points:  []filing.Point{{Condition: 3, Text: "补装视频监控"}},
	}
}

// Grants are all that Application asks for.
func Grants() []filing.Grant {
	var grants []filing.Grant
	for _, row := range Application().Occupations.Rows {
		grants = append(grants, filing.Grant{Code: row.Code, Name: row.Name, Levels: []string{"5", "4", "3"}})
	}
	return grants
}

// Reviewed is an acceptance sheet on which everything passes, the first material by an online check.
func Reviewed() *filing.AcceptanceSheet {
	s := &filing.AcceptanceSheet{OnlineChecks: []filing.OnlineCheck{{Material: 1, Subject: "营业执照登记信息", Source: "国家企业信用信息公示系统",
		Result: filing.CheckOK, CheckedAt: Now}}}
	for _, m := range filing.MaterialList()[1:] {
		s.Materials = append(s.Materials, filing.MaterialReview{Number: m.Number, Finding: filing.FindingPass})
	}
	for _, section := range filing.Items {
		s.Items = append(s.Items, filing.ItemReview{Section: section, Finding: filing.FindingPass})
	}
	return s
}

// Findings say that all five conditions are met.
func Findings() []filing.ConditionFinding {
	var all []filing.ConditionFinding
	for _, c := range filing.ConditionList() {
		all = append(all, filing.ConditionFinding{Number: c.Number, Finding: filing.Met})
	}
	return all
}

// Decision is a valid verdict with its sheet for the first step of a stage on the straight way to the
// receipt, or of a detour.
func Decision(stage filing.Stage) (casework.Verdict, filing.Sheet) {
	switch stage {
	case filing.Acceptance:
		return casework.Accept, Reviewed()
	case filing.Supplement:
		return casework.Submit, &filing.SupplementSheet{Promise: Promise(), Answers: []filing.Answer{
			{Index: 0, Documents: []filing.DocumentID{"doc-14"}}, {Index: 1, Text: "每年从职工教育经费列支"}}}
	case filing.Panel:
		return casework.Appoint, &filing.PanelSheet{Members: []string{"expert-1", "expert-2", "expert-3"}, Leader: "expert-2"}
	case filing.ExpertReview:
		return casework.Submit, expertReview()
	case filing.Deliberation:
		return casework.Conclude, &filing.DeliberationSheet{HeldAt: Now, Place: "二楼会议室", Present: []string{"expert-1", "expert-2", "expert-3"},
			Minutes: "与会专家一致同意", Vote: filing.Vote{For: 3}, LookAt: []string{"视频监控覆盖范围"}}
	case filing.SiteVisit:
		return casework.Submit, &filing.SiteVisitSheet{VisitedOn: civil.Of(Now), Experts: []string{"expert-1"}, Officers: []string{"孙齐文"},
			Findings: Findings(), Photos: []filing.DocumentID{"doc-15"}, CapturedAt: Now}
	case filing.Assessment:
		return casework.Conclude, &filing.AssessmentSheet{
			Summary:  filing.ActivitySummary{DocumentReview: "材料齐全", TechnicalAssessment: "能力具备", Deliberation: "一致同意", SiteVisit: "设施完好"},
			Findings: Findings(), Conclusion: filing.Recommend, Recommended: Grants()}
	case filing.Signature:
		return casework.Sign, &filing.SignatureSheet{}
	case filing.Verification:
		return casework.Pass, &filing.VerificationSheet{}
	case filing.Rectification:
		return casework.Submit, &filing.RectificationSheet{Answers: []filing.Answer{{Index: 0, Text: "已补装", Documents: []filing.DocumentID{"doc-16"}}}}
	case filing.Commitment:
		return casework.Submit, &filing.CommitmentSheet{Form: filing.OnPaper, Scan: "doc-17", Authorisation: "doc-19", Place: "档案室 3 柜", SignedBy: "赵安宁", SignedOn: civil.Of(Now)}
	case filing.CommitmentCheck:
		return casework.Accept, &filing.CommitmentCheckSheet{}
	case filing.DelegateOpinion:
		return casework.Endorse, &filing.OpinionSheet{Opinion: "经核验符合条件，同意移交"}
	case filing.Submission:
		return casework.Report, &filing.OpinionSheet{Opinion: "同意报送备案"}
	case filing.CentreReview:
		return casework.Agree, &filing.OpinionSheet{Opinion: "复核无误"}
	case filing.Receipt:
		return casework.Issue, &filing.ReceiptSheet{}
	case filing.Publication:
		return casework.Publish, &filing.PublicationSheet{Address: "沈阳市人力资源和社会保障局网站"}
	}
	return "", nil
}

func expertReview() *filing.ExpertReviewSheet {
	favourable := true
	s := &filing.ExpertReviewSheet{Favourable: &favourable, NoConflict: true, Confidential: true}
	for _, m := range filing.MaterialList() {
		s.Materials = append(s.Materials, filing.MaterialOpinion{Number: m.Number, Opinion: filing.OpinionGood})
	}
	for _, row := range Application().Occupations.Rows {
		s.Occupations = append(s.Occupations, filing.TechnicalAssessment{Code: row.Code, Ability: 85, Conditions: 90, Opinion: "具备评价能力"})
	}
	return s
}
