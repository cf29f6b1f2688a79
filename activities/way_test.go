package activities_test

import (
	"fmt"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
)

// returned is an acceptance that asks for two things.
func returned() *filing.AcceptanceSheet {
	sheet := filingtest.Reviewed()
	for i := range sheet.Materials {
		if sheet.Materials[i].Number == 4 {
			sheet.Materials[i].Finding = filing.FindingSupplement
			sheet.Materials[i].Defects = []filing.Defect{{Reason: "incomplete", Words: "缺少2025年度激励办法"}}
		}
	}
	for i := range sheet.Items {
		if sheet.Items[i].Section == filing.SectionFunding {
			sheet.Items[i].Finding = filing.FindingSupplement
			sheet.Items[i].Defects = []filing.Defect{{Reason: "fundingUnproven", Pointer: "/funding/source"}}
		}
	}
	return sheet
}

// toAssessment plays a case from the site visit up to the signed assessment.
func (s *story) toAssessment(round int, sheet any) {
	s.t.Helper()
	_, visit := filingtest.Decision(filing.SiteVisit)
	s.step("siteVisit", round, "handler", casework.Submit, visit)
	s.step("assessment", round, "expert-2", casework.Conclude, sheet)
	s.enter("signature", round)
	for slot := range 3 {
		s.ask(fmt.Sprintf("signature/%d/%d", round, slot+1), 0)
	}
	s.flush()
	s.answer(fmt.Sprintf("signature/%d/1", round), "expert-2", "", casework.Sign, &filing.SignatureSheet{}, "")
	s.flush()
	s.answer(fmt.Sprintf("signature/%d/2", round), "handler", "expert-1", casework.Dissent, &filing.SignatureSheet{Words: "机修钳工的工位偏少，建议分批"}, "")
	s.flush()
	s.answer(fmt.Sprintf("signature/%d/3", round), "expert-3", "", casework.Sign, &filing.SignatureSheet{}, "")
	s.paper(fmt.Sprintf("signature/%d/assessment", round), "", "")
}

// appoint names the panel, with the second expert as its leader.
func (s *story) appoint() {
	s.t.Helper()
	ids := []string{s.people["expert-1"].String(), s.people["expert-2"].String(), s.people["expert-3"].String()}
	s.enter("panel", 1)
	s.ask("panel/1/1", 20)
	s.flush()
	s.answer("panel/1/1", "handler", "", casework.Appoint, &filing.PanelSheet{Members: ids, Leader: ids[1]}, "")
}

// rectifying is an assessment that wants one thing mended first.
func rectifying() *filing.AssessmentSheet {
	_, sheet := filingtest.Decision(filing.Assessment)
	assessment := sheet.(*filing.AssessmentSheet)
	assessment.Conclusion, assessment.Recommended = filing.RectifyFirst, nil
	assessment.Findings[2].Finding, assessment.Findings[2].Words = filing.NotMet, "一号实训车间东侧没有监控"
	assessment.Points = []filing.Point{{Condition: 3, Text: "补装东侧视频监控"}}
	return assessment
}

// whole plays a filing with a supplement, a rectification, a delegated verification and the publication.
func (s *story) whole() {
	s.t.Helper()
	s.open()
	command := s.answer("acceptance/1/1", "handler", "", casework.Return, returned(), "")
	s.paper("acceptance/1/supplementNotice", authority, command)
	s.enter("supplement", 1)
	s.ask("supplement/1/1", 10)
	s.flush()

	_, supplement := filingtest.Decision(filing.Supplement)
	s.answer("supplement/1/1", "clerk", "", casework.Submit, supplement, snapshot(s.t, func(app *filing.Application) {
		app.Funding.Source = "职工教育经费与专项预算"
	}))
	s.enter("acceptance", 2)
	s.ask("acceptance/2/1", 5)
	s.flush()
	command = s.answer("acceptance/2/1", "handler", "", casework.Accept, filingtest.Reviewed(), "")
	s.paper("acceptance/2/acceptanceNotice", authority, command)
	s.appoint()
	s.toAssessment(1, rectifying())

	command = s.act("verification", 1, casework.Rectify, &filing.VerificationSheet{Points: rectifying().Points, Days: 20})
	s.paper("verification/1/rectification", authority, command)
	s.enter("rectification", 1)
	s.ask("rectification/1/1", 20)
	s.flush()
	_, mended := filingtest.Decision(filing.Rectification)
	s.answer("rectification/1/1", "clerk", "", casework.Submit, mended, "")
	_, recommend := filingtest.Decision(filing.Assessment)
	s.toAssessment(2, recommend)

	grants := filingtest.Grants()[:2]
	grants[1].Levels = []string{"4", "3"}
	command = s.act("verification", 2, casework.Pass, &filing.VerificationSheet{Granted: grants})
	s.paper("verification/2/verificationResult", authority, command)
	s.toReceipt()
	s.publish()
}

// toReceipt plays a passed case on to the receipt.
func (s *story) toReceipt() {
	s.t.Helper()
	s.enter("commitment", 1)
	s.paper("commitment/1/commitmentLetter", "", "")
	s.ask("commitment/1/1", 10)
	s.flush()
	_, committed := filingtest.Decision(filing.Commitment)
	s.answer("commitment/1/1", "clerk", "", casework.Submit, committed, "")
	s.step("commitmentCheck", 1, "handler", casework.Accept, &filing.CommitmentCheckSheet{})
	command := s.act("delegateOpinion", 1, casework.Endorse, &filing.OpinionSheet{Opinion: "经核验符合条件，同意移交报送"})
	s.paper("delegateOpinion/1/delegateOpinion", authority, command)
	command = s.act("submission", 1, casework.Report, &filing.OpinionSheet{})
	s.paper("submission/1/submissionForm", bureau, command)
	s.act("centreReview", 1, casework.Agree, &filing.OpinionSheet{Opinion: "复核无误"})
	command = s.act("receipt", 1, casework.Issue, &filing.ReceiptSheet{})
	s.note(filing.ReceiptIssued, "", "", s.people["signer"].String(), contract.ReceiptData{Command: command, Years: 3})
	s.paper("receipt/1/receipt", department, command)
}

func (s *story) publish() {
	s.t.Helper()
	command := s.step("publication", 1, "handler", casework.Publish, &filing.PublicationSheet{})
	s.note(filing.CataloguePublished, "", "", s.people["handler"].String(), contract.PublicationData{
		FilingNo: "Y000021000001", Region: "210200", Publisher: bureau,
	})
	s.paper("publication/1/catalogue", "", command)
	s.note(casework.CaseClosed, "", "", "", contract.ClosedData{Outcome: string(filing.Filed)})
	s.flush()
}
