package paper_test

import (
	"fmt"
	"time"

	"jiangxin/paper"
)

var printed = time.Date(2026, 11, 22, 6, 30, 0, 0, time.UTC)

func headBy(number, issuer string) paper.Head {
	return paper.Head{Number: number, CaseNumber: "210100-2026-000123", Issuer: issuer, IssuedOn: "2026-11-22", PrintedAt: printed}
}

const (
	bureau     = "沈阳市人力资源和社会保障局"
	authority  = "沈阳市公共就业服务中心"
	department = "辽宁省人力资源和社会保障厅"
	company    = "辽宁匠信重型机械制造有限公司"
)

var (
	enterprise  = paper.Enterprise{Name: company, CreditCode: "91210100MA0XYZ1232"}
	five        = []string{"五级/初级工", "四级/中级工", "三级/高级工", "二级/技师", "一级/高级技师"}
	occupations = []paper.Occupation{
		{Code: "6-31-01-01", Name: "设备点检员", Levels: five[:4], Standard: "设备点检员国家职业标准", Method: "考核测评、综合评审", PassRule: "理论、技能、综合评审各不低于60分"},
		{Code: "6-31-01-03", Name: "电工", Levels: five, Standard: "电工国家职业标准", Method: "考核测评、过程考核", PassRule: "各项不低于60分"},
		{Code: "6-18-02-04", Name: "焊工", WorkType: "电焊工", Levels: five[1:], Standard: "企业评价规范 Q/JX 0104—2026", Method: "考核测评、竞赛选拔", PassRule: "各项不低于60分"},
		{Code: "6-18-01-01", Name: "车工", WorkType: "数控车工", Levels: append([]string{"特级技师"}, five[2:]...), Standard: "车工国家职业标准", Method: "综合评审", PassRule: "评审通过"},
		{Code: "6-20-01-01", Name: "装配钳工", Levels: five[:3], Standard: "装配钳工国家职业标准", Method: "考核测评", PassRule: "各项不低于60分"},
	}
	materials = []paper.ReceivedMaterial{
		{Name: "企业营业执照复印件", Note: "网上核验"}, {Name: "《企业职业技能等级认定备案申请表》（附件1）", Files: 1},
		{Name: "《企业职业技能等级认定工作方案》（附件2）", Files: 1}, {Name: "企业技能人才培养、评价、使用、激励等人力资源管理制度文件", Files: 4},
		{Name: "开展认定的职业（工种）以及评价标准或评价规范", Files: 5}, {Name: "场地、设施设备、视频监控设备等资产有效证明文件复印件", Files: 3},
		{Name: "专门机构及工作制度，各类人员名单及质量管控文件等", Files: 6},
	}
	defects = []paper.Defect{
		{Material: "工作方案（附件2）", Clause: "《通知》四（一）3", Reason: "未写明焊工的评价方式和合格条件。", Remedy: "补充焊工各等级的评价方式、考核科目和合格条件。"},
		{Material: "工作方案（附件2）", Clause: "《通知》四（一）3", Reason: "计划人数与申请表不一致（方案120人，申请表210人）。", Remedy: "核对后统一。"},
		{Material: "资产证明", Clause: "《通知》四（一）6", Reason: "视频监控设备清单缺少保存期限的说明，且第2页扫描不清。", Remedy: "重新扫描第2页，注明监控资料保存期限。"},
	}
	grounds    = []paper.Ground{{Clause: "《通知》二（一）", Reason: "所申请的职业属于准入类职业（工种），不纳入企业职业技能等级认定范围。"}, {Clause: "《通知》一（三）", Reason: "未设立专门负责职工培训考核的内设机构。"}}
	conditions = []string{
		"（一）依法设立、管理规范、信用良好，具有独立法人资格，评价结果与薪酬等待遇挂钩", "（二）拟评价的职业领域具有广泛的影响力，有较丰富的考核评价经验",
		"（三）有专门内设机构、工作制度、人员队伍和场地设备", "（四）把社会效益放在首位，提供稳定的经费保障", "（五）具有完善的质量管控措施，自愿接受监督",
	}
	steps = []paper.Step{{Name: "经办", Who: "张一鸣", On: "2026-11-18"}, {Name: "审核", Who: "李思远", On: "2026-11-19"}, {Name: "签发", Who: "王𬱖", On: "2026-11-22"}}
)

func profile() paper.Profile {
	p := paper.Profile{
		Enterprise: enterprise, Nature: "有限责任公司", Industry: "通用设备制造业", LegalRepresentative: "赵䶮",
		RegisteredAddress: "沈阳市铁西区示例路18号", OfficeAddress: "沈阳市铁西区示例路18号", City: "沈阳市",
		Staff: 2360, Dispatched: 185, Contact: "钱明月", Phone: "024-00000000", Email: "hr@example.com",
	}
	for i, l := range five {
		p.Skilled = append(p.Skilled, paper.LevelCount{Level: l, Count: 300 - 50*i})
	}
	return p
}

func people(n int) []paper.Person {
	var list []paper.Person
	for i := range n {
		list = append(list, paper.Person{Name: fmt.Sprintf("孙㛃%d", i+1), IDNumber: "210102********1234", Title: "高级工程师", Occupation: "电工", Level: "一级/高级技师", CardNumber: fmt.Sprintf("KP2026%04d", i+1), ValidThrough: "2028-12-31"})
	}
	return list
}

// samples holds one paper of each kind, most of them with something that is hard to set.
func samples() []paper.Document {
	signed := printed.Add(-2 * time.Hour)
	findings := make([]paper.Finding, 5)
	statements := make([]paper.Statement, 5)
	for i, c := range conditions {
		findings[i] = paper.Finding{Condition: c, Met: "符合", Basis: "查阅制度文件和近三年评价记录，现场核对设备台账与监控录像。"}
		statements[i] = paper.Statement{Condition: c, Text: "本单位已建立相应制度并有效运行，详见所附文件。", Evidence: "人力资源管理制度汇编"}
	}
	sites := []paper.Site{{Name: "铁西厂区实训中心", Kind: "实操", Places: 48, Equipment: "数控车床12台，焊接工位20个，全程视频监控", Title: "不动产权证书"}, {Name: "综合楼三层机房", Kind: "机考", Places: 60, Equipment: "考试终端60台", Title: "不动产权证书"}}
	rules := []paper.Rule{{Name: "考务管理办法", Number: "匠信人〔2026〕3号", Public: true}, {Name: "质量管理办法", Number: "匠信人〔2026〕4号", Public: true}, {Name: "证书管理办法", Number: "匠信人〔2026〕5号", Public: true}}
	var entries []paper.Entry
	for i, o := range occupations {
		entries = append(entries, paper.Entry{City: "沈阳市", Enterprise: company, CreditCode: enterprise.CreditCode, FilingNumber: "Y000021000123", Occupation: o.Name, Code: o.Code, WorkType: o.WorkType, Levels: o.Levels, FiledOn: "2026-11-22", ValidThrough: "2029-11-21", State: []string{"有效", "暂停"}[i%2], Contact: "024-00000000"})
	}
	return []paper.Document{
		&paper.IntakeSlip{Head: headBy("SJ210100-2026-000123", bureau), Enterprise: enterprise, Application: "企业职业技能等级认定备案（初次申请）", ReceivedAt: printed, Materials: materials, AnswerBy: "2026-11-27", Digest: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Contact: "职业能力建设处，024-00000000"},
		&paper.SupplementNotice{Head: headBy("BZ210100-2026-000045", bureau), Enterprise: enterprise, Defects: defects, DueOn: "2027-01-08", Provisional: true, Contact: "024-00000000"},
		&paper.RefusalNotice{Head: headBy("BY210100-2026-000002", bureau), Refusal: paper.NotFiled, Enterprise: enterprise, Grounds: grounds, Contact: "024-00000000"},
		&paper.AcceptanceNotice{Head: headBy("SL210100-2026-000118", bureau), Enterprise: enterprise, Application: "企业职业技能等级认定备案申请", AcceptedOn: "2026-11-22", VerifyBy: "2026-12-18", Contact: "024-00000000"},
		&paper.RectificationNotice{Head: headBy("ZG210100-2026-000007", bureau), Enterprise: enterprise, VisitedOn: "2026-11-20", Defects: defects, DueOn: "2026-12-22"},
		&paper.Assessment{
			Head: headBy("PG210100-2026-000031", bureau), Enterprise: enterprise, Findings: findings,
			Work: paper.PanelWork{
				DocumentReview: "审核七项材料共26份文件，材料齐全，制度完整，内容与申请表一致。", TechnicalAssessment: "评价标准采用国家职业标准4项、企业评价规范1项，试题与评分办法可行，设备工位满足考核需要。",
				Deliberation: "2026年11月20日下午召开论证会，专家3人全部到会，形成会议纪要。", SiteVisit: "2026年11月20日上午，专家组全体及市局工作人员2人考察铁西厂区实训中心和综合楼机房，考场、工位、监控与材料相符。",
			},
			Conclusion: "专家组认为，该企业具备《通知》规定的五项条件，建议通过核验。", Suggestions: "进一步充实高级技师层级的考评人员。",
			Panel: []paper.Expert{
				{Name: "周文博", Organisation: "沈阳示例大学", Title: "教授", Leader: true, SignedAt: &signed},
				{Name: "吴建国", Organisation: "辽宁示例集团", Title: "正高级工程师", SignedAt: &signed, EnteredBy: "张一鸣", Dissent: "特级技师的评审规范应再细化，其余同意。"},
				{Name: "郑晓岚", Organisation: "大连示例职业技术学院", Title: "高级技师"},
			},
		},
		&paper.VerificationResult{Head: headBy("HY210100-2026-000029", bureau), Enterprise: enterprise, Result: paper.Passed, Reasons: "符合《通知》第一部分规定的五项条件，同意专家组意见。", AssessmentNumber: "PG210100-2026-000031", Occupations: occupations, Steps: steps},
		&paper.CommitmentLetter{Head: headBy("CN210100-2026-000028", company), Enterprise: enterprise, LegalRepresentative: "赵䶮", To: bureau, Confirmed: &paper.Confirmation{Account: "zhaoyan@example.com", At: printed, Digest: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}},
		&paper.DelegateOpinion{Head: headBy("YJ210100-2026-000019", authority), Enterprise: enterprise, Bureau: bureau, Opinion: "该企业材料齐全、条件具备，专家组三名成员一致建议通过，核验结论为通过，承诺书已签署。我单位同意按备案的职业（工种）和等级报送备案。", AssessmentNumber: "PG210100-2026-000031", VerificationNumber: "HY210100-2026-000029", CommitmentOn: "2026-11-21", Occupations: occupations, Steps: steps},
		&paper.SubmissionForm{
			Head: headBy("BS210100-2026-000017", bureau), Profile: profile(), Unit: paper.Unit{Name: "技能人才评价中心", Head: "钱明月", Duties: "组织实施职业技能等级认定"}, Occupations: occupations,
			Teams: paper.TeamSizes{FullTime: 6, Experts: 12, Assessors: 30, Supervisors: 4}, Sites: sites, Rules: rules,
			Opinions: []paper.Opinion{{Title: "专家评估意见", Text: "具备五项条件，建议通过核验。", By: "组长：周文博", On: "2026-11-20"}, {Title: "市人力资源社会保障部门意见", Text: "同意报送备案。", By: bureau + "（盖章）", On: "2026-11-22"}, {Title: "省人事考试中心复核意见"}, {Title: "省人力资源社会保障厅备案意见"}},
		},
		&paper.Receipt{
			Head: headBy("HZ21-2026-000123", department), Enterprise: enterprise, FilingNumber: "Y000021000123", ValidFrom: "2026-11-22", ValidThrough: "2029-11-21", Occupations: occupations,
			CopyTo: []string{"辽宁省人事考试中心", "各市人力资源和社会保障局", "沈抚示范区管委会人力资源局"}, QueryURL: "https://jiangxin.example/q/Y000021000123",
		},
		&paper.Catalogue{Head: headBy("ML210100-2026-03", bureau), City: "沈阳市", Edition: "2026年第3版", Entries: entries},
		&paper.AuditOpinion{
			Head: headBy("SH210100-2026-000009", authority), Enterprise: enterprise, FilingNumber: "Y000021000123", BatchNumber: "Y000021000123202611001", Way: "考核测评", From: "2026-11-14", Through: "2026-11-15", Round: 2,
			Result: paper.AuditInPart, Looked: 6, Opinion: "经核对抽样人员的评价材料，结果真实，程序完整，同意通过；1人不予通过。",
			Lines:   []paper.AuditLine{{Occupation: "焊工", WorkType: "电焊工", Level: "三级/高级工", Passed: 38, Failed: 1}, {Occupation: "电工", Level: "四级/中级工", Passed: 21}},
			Grounds: []paper.AuditGround{{Row: 17, Verdict: "不予通过", Clause: "《通知》三（一）", Reason: "技能考核记录与成绩不一致，且无法补正。"}}, Steps: steps, Contact: "024-00000000",
		},
		certificate(),
		&paper.ApplicationForm{
			Head: headBy("SQ210100-2026-000123", company), Profile: profile(), Unit: paper.Unit{Name: "技能人才评价中心", Head: "钱明月"}, Occupations: occupations, Conditions: statements,
			FullTime: people(3), Experts: people(5), Assessors: people(12), Supervisors: people(2), Sites: sites, Rules: rules, Funding: "企业职工教育经费列支，年度预算60万元。", Materials: materials,
		},
	}
}
