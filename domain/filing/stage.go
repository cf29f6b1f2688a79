// Package filing holds the rules of 备案 (filing): what an application contains, which stages it
// passes, what each decision must say. Source: 辽人社〔2020〕22号 articles 一 to 四 unless a comment
// names another.
package filing

import "jiangxin/domain/casework"

// Stage is one named part of the procedure. The search attribute, the database column and the
// operator's reopen use the same names.
type Stage string

// The stages in their order (notice 四(一)–(三)). Supplement and rectification are detours.
const (
	Acceptance      Stage = "acceptance"      // 受理
	Supplement      Stage = "supplement"      // 补正
	Panel           Stage = "panel"           // 组成专家组
	ExpertReview    Stage = "expertReview"    // 文件审核、技术评估
	Deliberation    Stage = "deliberation"    // 专家论证
	SiteVisit       Stage = "siteVisit"       // 现场考察
	Assessment      Stage = "assessment"      // 起草专家评估书面意见
	Signature       Stage = "signature"       // 专家签署
	Verification    Stage = "verification"    // 核验结论
	Rectification   Stage = "rectification"   // 整改
	Commitment      Stage = "commitment"      // 签署承诺书
	CommitmentCheck Stage = "commitmentCheck" // 核对承诺书
	DelegateOpinion Stage = "delegateOpinion" // 受委托机构书面意见
	Submission      Stage = "submission"      // 报送备案
	CentreReview    Stage = "centreReview"    // 省人事考试中心复核
	Receipt         Stage = "receipt"         // 备案回执
	Publication     Stage = "publication"     // 公布目录
	Finished        Stage = "finished"        // 办结
)

// Order lists the main line and the detours where they branch off.
var Order = []Stage{
	Acceptance, Supplement, Panel, ExpertReview, Deliberation, SiteVisit, Assessment, Signature,
	Verification, Rectification, Commitment, CommitmentCheck, DelegateOpinion, Submission,
	CentreReview, Receipt, Publication, Finished,
}

var stageNames = map[Stage]casework.Name{
	Acceptance:      {ZH: "受理", EN: "Acceptance"},
	Supplement:      {ZH: "补正", EN: "Supplement"},
	Panel:           {ZH: "组成专家组", EN: "Panel"},
	ExpertReview:    {ZH: "文件审核、技术评估", EN: "Document review and technical assessment"},
	Deliberation:    {ZH: "专家论证", EN: "Deliberation"},
	SiteVisit:       {ZH: "现场考察", EN: "Site visit"},
	Assessment:      {ZH: "专家评估书面意见", EN: "Written assessment"},
	Signature:       {ZH: "专家签署", EN: "Signatures of the experts"},
	Verification:    {ZH: "核验结论", EN: "Verification result"},
	Rectification:   {ZH: "整改", EN: "Rectification"},
	Commitment:      {ZH: "签署承诺书", EN: "Commitment letter"},
	CommitmentCheck: {ZH: "核对承诺书", EN: "Check of the commitment letter"},
	DelegateOpinion: {ZH: "受委托机构书面意见", EN: "Opinion of the delegated authority"},
	Submission:      {ZH: "报送备案", EN: "Submission for filing"},
	CentreReview:    {ZH: "省人事考试中心复核", EN: "Centre review"},
	Receipt:         {ZH: "备案回执", EN: "Receipt"},
	Publication:     {ZH: "公布目录", EN: "Publication in the catalogue"},
	Finished:        {ZH: "办结", EN: "Finished"},
}

// CityTimed are the stages whose tasks are due by the city's clock, from the acceptance to the submission.
var CityTimed = []Stage{
	Panel, ExpertReview, Deliberation, SiteVisit, Assessment, Signature, Verification, CommitmentCheck, DelegateOpinion, Submission,
}

// Name gives the stage's words.
func (s Stage) Name() casework.Name { return stageNames[s] }

// Known says whether s is a stage of the procedure.
func (s Stage) Known() bool { _, ok := stageNames[s]; return ok }

// Outcome is how a filing ended.
type Outcome string

// The outcomes. A refusal is never called 不许可: this is 备案, not 许可.
const (
	Filed     Outcome = "filed"     // 已备案并公布
	Refused   Outcome = "refused"   // 不予受理
	NotPassed Outcome = "notPassed" // 未通过核验
	Declined  Outcome = "declined"  // 不予备案
	Withdrawn Outcome = "withdrawn" // 已撤回
)

// Name gives the outcome's words.
func (o Outcome) Name() casework.Name {
	switch o {
	case Filed:
		return casework.Name{ZH: "已备案", EN: "Filed"}
	case Refused:
		return casework.Name{ZH: "不予受理", EN: "Acceptance refused"}
	case NotPassed:
		return casework.Name{ZH: "未通过核验", EN: "Verification not passed"}
	case Declined:
		return casework.Name{ZH: "不予备案", EN: "Filing declined"}
	case Withdrawn:
		return casework.Name{ZH: "已撤回", EN: "Withdrawn"}
	}
	return casework.Name{ZH: string(o), EN: string(o)}
}
