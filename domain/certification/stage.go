// Package certification holds the rules of what follows a filing: the results of an examination, their audit,
// the certificates, their revocation, and the monthly summary. Source: 辽人社〔2020〕22号 articles 二, 三 and
// 四(四) unless a comment names another.
package certification

import "jiangxin/domain/casework"

// Stage is one named part of a procedure. The search attribute, the database column and the operator's reopen
// use the same names.
type Stage string

// The stages of a batch, of a revocation and of a month's summary. Correction is a detour.
const (
	Audit        Stage = "audit"        // 结果审核
	Correction   Stage = "correction"   // 退回修改
	Issue        Stage = "issue"        // 颁发证书
	Revocation   Stage = "revocation"   // 注销证书
	Summary      Stage = "summary"      // 月度汇总
	SummaryCheck Stage = "summaryCheck" // 汇总审核
	Finished     Stage = "finished"     // 办结
)

// The stages of each procedure in their order, the detour where it branches off.
var (
	Order           = []Stage{Audit, Correction, Issue, Finished}
	RevocationOrder = []Stage{Revocation, Finished}
	SummaryOrder    = []Stage{Summary, SummaryCheck, Finished}
)

var stageNames = map[Stage]casework.Name{
	Audit:        {ZH: "结果审核", EN: "Audit of results"},
	Correction:   {ZH: "退回修改", EN: "Correction"},
	Issue:        {ZH: "颁发证书", EN: "Issue of certificates"},
	Revocation:   {ZH: "注销证书", EN: "Revocation of a certificate"},
	Summary:      {ZH: "月度汇总", EN: "Monthly summary"},
	SummaryCheck: {ZH: "汇总审核", EN: "Check of the monthly summary"},
	Finished:     {ZH: "办结", EN: "Finished"},
}

// Name gives the stage's words.
func (s Stage) Name() casework.Name { return stageNames[s] }

// Known says whether s is a stage of one of the procedures.
func (s Stage) Known() bool { _, ok := stageNames[s]; return ok }

// Outcome is how a case ended.
type Outcome string

// The outcomes.
const (
	Issued     Outcome = "issued"     // 已颁发证书
	NonePassed Outcome = "nonePassed" // 无人通过审核
	Withdrawn  Outcome = "withdrawn"  // 已撤回
	Revoked    Outcome = "revoked"    // 已注销
	Kept       Outcome = "kept"       // 不注销
	Reported   Outcome = "reported"   // 已报送
)

var outcomeNames = map[Outcome]casework.Name{
	Issued:     {ZH: "已颁发证书", EN: "Certificates issued"},
	NonePassed: {ZH: "无人通过审核", EN: "Nobody passed the audit"},
	Withdrawn:  {ZH: "已撤回", EN: "Withdrawn"},
	Revoked:    {ZH: "已注销", EN: "Revoked"},
	Kept:       {ZH: "不予注销", EN: "Not revoked"},
	Reported:   {ZH: "已报送", EN: "Reported"},
}

// Name gives the outcome's words; an unknown code gives itself.
func (o Outcome) Name() casework.Name {
	if n, ok := outcomeNames[o]; ok {
		return n
	}
	return casework.Name{ZH: string(o), EN: string(o)}
}
