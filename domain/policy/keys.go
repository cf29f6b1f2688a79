package policy

import (
	"slices"
	"strings"
)

// Keys of the delivered book; data/parameters.json gives unit, source and evidence of each, and marks those
// that wait for a procedure to come.
const (
	AcceptanceDays      = "acceptance.days"            // workdays for the acceptance check (受理)
	CityDays            = "city.days"                  // workdays of the city's clock from acceptance to submission
	CentreDays          = "centre.days"                // workdays for the centre's review (复核)
	ReceiptDays         = "receipt.days"               // workdays for the Department's receipt (备案回执)
	ReceiptAheadDays    = "receipt.ahead.days"         // days by which a validity may begin before or after the receipt
	ReceiptPassword     = "receipt.password"           // whether the step by which the receipt takes effect asks for the password again
	PublicationDays     = "publication.days"           // workdays to publish the catalogue (公布目录)
	SupplementDays      = "supplement.days"            // days the enterprise has for a supplement (补正)
	NoticeAgainSteps    = "notice.again.steps"         // steps of a notice that asks again for what the last one told of
	RectificationDays   = "rectification.days"         // most workdays that a rectification (整改) may be given
	CommitmentDays      = "commitment.days"            // workdays to hand in the commitment letter (承诺书)
	ClockPauses         = "clock.pauses"               // reasons that pause the city's clock
	DeadlineNearDays    = "deadline.near.days"         // workdays from which a due date shows as near (临期)
	PanelSizeMin        = "panel.size.min"             // fewest experts of a panel
	PanelSizeOdd        = "panel.size.odd"             // whether the panel's size must be odd
	PanelVisitMin       = "panel.visit.min"            // fewest experts on the site visit (现场考察)
	ValidityYears       = "validity.years"             // years of a filing's validity (资质有效期)
	TenureReminders     = "tenure.reminders"           // days before the end on which the enterprise is reminded
	TenureRemindHour    = "tenure.remind.hour"         // hour of the day at which reminders go out, Asia/Shanghai
	RenewalWindowDays   = "renewal.window.days"        // days before the end from which renewal (延期) may be asked for
	RenewalBatchesMin   = "renewal.batches.min"        // batches in the period below which a reason is asked for
	AdditionExtends     = "addition.extends"           // whether an addition (增加职业) moves the end of validity
	CommitmentByAccount = "commitment.byAccount"       // whether the letter may be confirmed by account
	PassMark            = "pass.mark"                  // points needed in each part, of 100
	PassResits          = "pass.resits"                // re-sits of a failed part
	AssessorsMin        = "assessors.min"              // assessors (考评人员) per work type and session
	PublicityDays       = "publicity.days"             // workdays of publicity (公示) of results
	PlanNoticeDays      = "plan.notice.days"           // workdays before the examination by which a plan is filed
	MonthlySummaryDue   = "monthly.summary.due"        // when the monthly summary (附件7) is due
	MonthlySummaryNil   = "monthly.summary.nil"        // whether a month without results may be returned as nil
	RetentionPaper      = "retention.paper.years"      // years that paper is kept (留存)
	RetentionElectronic = "retention.electronic.years" // years that electronic material is kept
	UploadFileMiB       = "upload.file.mib"            // largest file
	UploadWorkbookMiB   = "upload.workbook.mib"        // largest workbook of results (认定结果表)
	UploadPhotosMiB     = "upload.photos.mib"          // largest zip of candidates' photos
	StaffRowsMax        = "staff.rows.max"             // most rows of all staff lists of one application
	CreditGrades        = "credit.grades"              // grades of the yearly credit assessment (信用评估)
	ScoreQueryDays      = "score.query.days"           // workdays in which scores can be queried
	PlanMilestones      = "plan.milestones"            // days of a batch's milestones, counted from the examination
	GuideFee            = "guide.fee"                  // what an application costs, in words
	GuidePhones         = "guide.phones"               // phone numbers for questions (咨询电话), each with its office
	GuideComplaints     = "guide.complaints"           // phone number for complaints (投诉电话)
	GuideNecessity      = "guide.necessity"            // of the seven materials (必要性), in words
	GuideCopies         = "guide.copies"               // of the seven materials (份数)
	GuideIssuers        = "guide.issuers"              // who issues the seven materials (来源渠道)

	AuditDays         = "audit.days"                  // workdays for the audit of results (结果审核)
	SampleShare       = "audit.sample.share"          // percent of a batch's rows that are sampled
	SampleMin         = "audit.sample.min"            // fewest sampled rows of a batch
	CorrectionDays    = "correction.days"             // workdays the enterprise has for returned rows
	IssueDays         = "issue.days"                  // workdays to issue after the audit
	RevocationDays    = "revocation.days"             // workdays to decide on the revocation of a certificate (注销)
	SummaryDays       = "monthly.summary.days"        // workdays in which an enterprise reports its monthly summary (附件7)
	SummaryCheckDays  = "monthly.summary.check.days"  // workdays in which the authority takes it or sends it back
	ResultRowsMax     = "results.rows.max"            // most rows of one batch
	PhotoKiBMin       = "photo.kib.min"               // smallest photo file
	PhotoKiBMax       = "photo.kib.max"               // largest photo file
	PhotoPixelsMin    = "photo.pixels.min"            // least width of a photo
	AgeMin            = "age.min"                     // full years on the first day of the evaluation
	QueryRate         = "query.rate"                  // public queries of certificates per minute and address
	CertificateText   = "certificate.text"            // 证书正文; {机构} stands for the body's name
	CertificateQuery  = "certificate.query.url"       // 证书信息查询网址
	InstitutionQuery  = "certificate.institution.url" // 机构信息查询网址
	CertificateMakers = "certificate.makers"          // activities that make a batch's certificates side by side
	SerialBy          = "certificate.serial.by"       // what certificate serials begin anew by
	CertificateUpload = "upload.certificates.days"    // workdays for the authority's upload to the centre
)

// Step is one internal step of an institutional decision.
type Step string

// The steps, in the order in which they follow each other. Never the same person twice.
const (
	Handle Step = "handle" // 经办
	Review Step = "review" // 审核
	Sign   Step = "sign"   // 签发
)

// StepsKey is the key of the steps that a decision passes within a body, such as
// steps.bureau.verification.
func StepsKey(bodyKind, decision string) string { return "steps." + bodyKind + "." + decision }

// checkMeaning refuses values that have the right form and make no sense.
func (p Param) checkMeaning(wrong func(field, zh, en string) error) error {
	switch {
	case strings.HasPrefix(p.Key, "steps.") || p.Key == NoticeAgainSteps:
		if _, ok := readSteps(p.Value); !ok {
			return wrong("value", "内部环节须为经办、审核、签发中的一至三步，按此顺序，不得重复。",
				"steps are one to three of handle, review, sign, in this order.")
		}
	case p.Value.kind == Number && p.Value.number < 0:
		return wrong("value", "数值不能为负。", "the number is negative.")
	case p.Key == PanelSizeMin && p.Value.number < 1:
		return wrong("value", "专家组至少一人。", "a panel has at least one expert.")
	case p.Key == TenureRemindHour && p.Value.number > 23:
		return wrong("value", "提醒时刻须为 0 至 23 时。", "the hour is 0 to 23.")
	case p.Key == ValidityYears && p.Value.number < 1:
		return wrong("value", "有效期至少一年。", "a validity is at least one year.")
	}
	return p.checkCertification(wrong)
}

// readSteps says whether the value is one to three of handle, review and sign, in this order.
func readSteps(value Value) (steps []Step, ok bool) {
	order := []Step{Handle, Review, Sign}
	last := -1
	for _, text := range value.texts {
		at := slices.Index(order, Step(text))
		if at <= last {
			return nil, false
		}
		steps, last = append(steps, Step(text)), at
	}
	return steps, len(steps) > 0
}
