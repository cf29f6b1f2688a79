package filing

import "jiangxin/domain/casework"

// Events of a filing and of its tenure, besides those that the desk makes.
const (
	ReceiptIssued      casework.EventType = "receiptIssued"      // 出具备案回执并赋予机构备案号
	CataloguePublished casework.EventType = "cataloguePublished" // 公布目录
	ReminderDue        casework.EventType = "reminderDue"        // 有效期届满提醒
	Lapsed             casework.EventType = "lapsed"             // 有效期届满
)

// The papers of a filing. Annex numbers are those of the notice.
const (
	IntakeSlip         casework.PaperKind = "intakeSlip"         // 收件凭证
	ApplicationForm    casework.PaperKind = "applicationForm"    // 附件1
	AcceptanceNotice   casework.PaperKind = "acceptanceNotice"   // 受理通知书
	SupplementNotice   casework.PaperKind = "supplementNotice"   // 一次性告知书
	RefusalNotice      casework.PaperKind = "refusalNotice"      // 不予受理、未通过核验、不予备案通知书
	RectificationPaper casework.PaperKind = "rectification"      // 整改通知书
	AssessmentPaper    casework.PaperKind = "assessment"         // 专家评估书面意见
	VerificationPaper  casework.PaperKind = "verificationResult" // 核验结论
	CommitmentLetter   casework.PaperKind = "commitmentLetter"   // 承诺书
	OpinionPaper       casework.PaperKind = "delegateOpinion"    // 受委托机构书面意见
	SubmissionForm     casework.PaperKind = "submissionForm"     // 附件3
	ReceiptPaper       casework.PaperKind = "receipt"            // 备案回执
	CataloguePaper     casework.PaperKind = "catalogue"          // 附件4
)
