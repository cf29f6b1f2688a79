package certification

import (
	"strconv"

	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/identity"
	"jiangxin/domain/occupation"
)

// Holding is one row that passed the audit, with its certificate once it is issued. Upload and monthly summary are
// made of it.
type Holding struct {
	Row
	OccupationName string
	Number         Number     // empty until issued
	IssuedOn       civil.Date // not set until issued
	Body           string     // the filed name of the enterprise: 评价机构 and 发证机构 are one (notice 五(三))
}

// UploadColumns are the 11 columns of the upload to the query system, in order [B].
var UploadColumns = []casework.Name{
	{ZH: "姓名", EN: "Name"}, {ZH: "证件类型", EN: "Kind of ID"}, {ZH: "证件号码", EN: "ID number"}, {ZH: "所在单位", EN: "Employer"},
	{ZH: "职业名称", EN: "Occupation"}, {ZH: "工种名称", EN: "Work type"}, {ZH: "职业技能等级", EN: "Level"}, {ZH: "证书编号", EN: "Certificate number"},
	{ZH: "发证日期", EN: "Issued on"}, {ZH: "评价机构", EN: "Evaluating body"}, {ZH: "发证机构", EN: "Issuing body"},
}

// otherEmployer stands in the upload where no employer is given [B].
const otherEmployer = "其他"

// UploadRow gives the values of UploadColumns; false until the certificate is issued: only complete records go up.
func (h Holding) UploadRow() ([]string, bool) {
	if h.Number == "" || h.IssuedOn.IsZero() {
		return nil, false
	}
	employer := h.Employer
	if employer == "" {
		employer = otherEmployer
	}
	return []string{
		h.Name, h.IDKind.UploadCode(), h.IDNumber, employer, h.OccupationName, h.WorkType, h.Level,
		string(h.Number), h.IssuedOn.String(), h.Body, h.Body,
	}, true
}

// SummaryColumns are the columns of 附件7 《企业职业技能等级认定结果汇总表》, in order [B, D].
var SummaryColumns = []casework.Name{
	{ZH: "序号", EN: "No."}, {ZH: "姓名", EN: "Name"}, {ZH: "性别", EN: "Sex"}, {ZH: "证件类型", EN: "Kind of ID"}, {ZH: "证件号码", EN: "ID number"},
	{ZH: "所在单位", EN: "Employer"}, {ZH: "职业名称", EN: "Occupation"}, {ZH: "工种名称", EN: "Work type"}, {ZH: "职业技能等级", EN: "Level"},
	{ZH: "理论成绩", EN: "Theory"}, {ZH: "技能成绩", EN: "Practice"}, {ZH: "综合评审成绩", EN: "Comprehensive review"},
	{ZH: "证书编号", EN: "Certificate number"}, {ZH: "发证日期", EN: "Issued on"}, {ZH: "评价机构", EN: "Evaluating body"}, {ZH: "发证机构", EN: "Issuing body"},
	{ZH: "备注", EN: "Note"},
}

// notIssued flags a row of the summary whose certificate is still to be issued.
const notIssued = "待颁发证书"

// SummaryRow gives the values of SummaryColumns; no counts from 1 within the month.
func (h Holding) SummaryRow(no int) []string {
	review, note := h.Review.String(), h.Note
	if review == "" {
		review = h.Process.String()
	}
	if h.Number == "" {
		if note != "" {
			note = "；" + note
		}
		note = notIssued + note
	}
	return []string{
		strconv.Itoa(no), h.Name, h.Sex(), h.IDKind.Name().ZH, h.IDNumber, h.Employer, h.OccupationName, h.WorkType,
		occupation.LevelCode(h.Level).Text().ZH, h.Theory.String(), h.Practice.String(), review,
		string(h.Number), h.IssuedOn.String(), h.Body, h.Body, note,
	}
}

// Sex is the sex that a resident ID number tells, in words; empty of other numbers.
func (r Row) Sex() string {
	id, err := identity.ParseResidentID(r.IDNumber)
	if r.IDKind != ResidentCard || err != nil {
		return ""
	}
	return id.Sex().Text().ZH
}
