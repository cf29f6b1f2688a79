package filing

import "jiangxin/domain/casework"

// persons bounds every count of people and things; a larger one is a slip of the keyboard.
const persons = 10_000_000

func (t fieldTable) unit() {
	t.add("/unit/name", "单位全称", "Name of the enterprise", text, ShortLimit)
	t.add("/unit/creditCode", "统一社会信用代码", "Unified social credit code", text, 30)
	t.add("/unit/creditCodeReason", "信用代码校验不符的说明", "Why the credit code is right", text, 2000)
	t.add("/unit/nature", "企业性质", "Nature of the enterprise", text, ShortLimit)
	t.add("/unit/industry", "所属行业", "Industry", text, ShortLimit)
	t.add("/unit/legalRepresentative", "法定代表人", "Legal representative", text, ShortLimit)
	t.add("/unit/registeredAddress", "注册地址", "Registered address", text, ShortLimit)
	t.add("/unit/officeAddress", "办公地址", "Office address", text, ShortLimit)
	t.add("/unit/region", "所属市", "City", text, 20)
	t.add("/unit/staffTotal", "职工总数", "Staff in all", number, persons)
	t.add("/unit/dispatchedStaff", "劳务派遣人员数", "Dispatched workers", number, persons)
	t.add("/unit/skilled", "技能人员数", "Skilled staff", list, 20)
	t.add("/unit/skilled/*", "技能人员数", "Skilled staff", group, 0)
	t.add("/unit/skilled/*/level", "等级", "Level", text, 10)
	t.add("/unit/skilled/*/count", "人数", "Persons", number, persons)
	t.add("/unit/contact", "联系人", "Contact", group, 0)
	t.add("/unit/contact/name", "联系人姓名", "Contact's name", text, ShortLimit)
	t.add("/unit/contact/phone", "对外联系电话（将公开）", "Public office phone (published)", text, 40)
	t.add("/unit/contact/email", "电子邮箱", "Contact's e-mail", text, ShortLimit)
	t.add("/unit/centralBranch", "央企驻辽分公司", "Branch of a central enterprise", flag, 0)
	t.add("/unit/parent", "上级单位", "Parent enterprise", text, ShortLimit)
}

func (t fieldTable) organisation() {
	t.add("/organisation/name", "内设认定机构名称", "Name of the internal body", text, ShortLimit)
	t.add("/organisation/head", "负责人", "Head", text, ShortLimit)
	t.add("/organisation/headTitle", "负责人职务", "Head's office", text, ShortLimit)
	t.add("/organisation/phone", "机构电话", "Phone of the body", text, 40)
	t.add("/organisation/duties", "职责与工作制度", "Duties and working rules", text, NoteLimit)
	t.add("/organisation/fullTime", "专职工作人员数", "Full-time staff", number, persons)
	t.add("/organisation/experts", "专家人数", "Experts", number, persons)
	t.add("/organisation/assessors", "考评人员数", "Assessors", number, persons)
	t.add("/organisation/qualitySupervisors", "质量督导人员数", "Quality supervisors", number, persons)
	t.documents("/organisation/documents", "机构设立文件", "Paper that set up the body")

	t.add("/conditions/items", "条件说明", "Statements on the conditions", list, ConditionCount)
	t.add("/conditions/items/*", "条件说明", "Statement on a condition", group, 0)
	t.add("/conditions/items/*/number", "条件序号", "Number of the condition", number, ConditionCount)
	t.add("/conditions/items/*/statement", "说明", "Statement", text, NoteLimit)
	t.documents("/conditions/items/*/documents", "证明文件", "Evidence")
}

func (t fieldTable) matrix() {
	t.add("/occupations/rows", "拟认定职业(工种)", "Occupations", list, 200)
	t.add("/occupations/rows/*", "职业(工种)", "Occupation", group, 0)
	t.add("/occupations/rows/*/code", "职业编码", "Code of the occupation", text, 20)
	t.add("/occupations/rows/*/name", "职业名称", "Name of the occupation", text, ShortLimit)
	t.add("/occupations/rows/*/workType", "工种", "Work type", text, ShortLimit)
	t.add("/occupations/rows/*/levels", "等级", "Levels", list, 10)
	t.add("/occupations/rows/*/levels/*", "等级", "Level", group, 0)
	t.add("/occupations/rows/*/levels/*/code", "等级", "Level", text, 10)
	t.add("/occupations/rows/*/levels/*/subLevels", "等级内层次", "Steps within the level", list, 20)
	t.add("/occupations/rows/*/levels/*/subLevels/*", "等级内层次", "Step within the level", text, ShortLimit)
	t.add("/occupations/rows/*/standard", "评价标准", "Standard", group, 0)
	t.add("/occupations/rows/*/standard/kind", "评价标准类型", "Kind of standard", choice, 0, string(NationalStandard), string(EnterpriseSpecification))
	t.add("/occupations/rows/*/standard/name", "评价标准名称", "Name of the standard", text, ShortLimit)
	t.add("/occupations/rows/*/standard/document", "评价规范文件", "Document of the specification", document, 0)
	t.add("/occupations/rows/*/ways", "评价方式", "Ways of evaluation", list, 4)
	t.add("/occupations/rows/*/ways/*", "评价方式", "Way of evaluation", choice, 0,
		string(Examination), string(ComprehensiveReview), string(ProcessAssessment), string(Competition))
	t.add("/occupations/rows/*/passRule", "合格标准", "Pass rule", group, 0)
	t.add("/occupations/rows/*/passRule/theory", "理论合格分数", "Pass mark in theory", number, 100)
	t.add("/occupations/rows/*/passRule/skill", "技能合格分数", "Pass mark in skill", number, 100)
	t.add("/occupations/rows/*/passRule/review", "综合评审合格分数", "Pass mark in review", number, 100)
	t.add("/occupations/rows/*/passRule/text", "合格标准说明", "Pass rule in words", text, NoteLimit)
}

func (t fieldTable) plan() {
	t.add("/plan/document", "工作方案文件", "File of the work plan", document, 0)
	t.add("/plan/form", "工作方案", "Work plan", group, 0)
	for _, part := range planParts {
		t.add("/plan/form/"+part.key, part.name.ZH, part.name.EN, text, NoteLimit)
	}
	t.add("/plan/numbers", "计划认定人数", "Planned numbers", list, ListLimit)
	t.add("/plan/numbers/*", "计划认定人数", "Planned number", group, 0)
	t.add("/plan/numbers/*/code", "职业编码", "Code of the occupation", text, 20)
	t.add("/plan/numbers/*/workType", "工种", "Work type", text, ShortLimit)
	t.add("/plan/numbers/*/level", "等级", "Level", text, 10)
	t.add("/plan/numbers/*/people", "人数", "Persons", number, persons)
}

func (t fieldTable) rest() {
	for key, name := range map[string]casework.Name{
		"examination": {ZH: "考务管理办法", EN: "Rule on examinations"},
		"quality":     {ZH: "质量管理办法", EN: "Rule on quality"},
		"certificate": {ZH: "证书管理办法", EN: "Rule on certificates"},
	} {
		t.add("/rules/"+key, name.ZH, name.EN, group, 0)
		t.add("/rules/"+key+"/document", name.ZH+"文件", name.EN+", document", document, 0)
		t.add("/rules/"+key+"/public", name.ZH+"公开版本", name.EN+", public version", document, 0)
	}
	t.add("/funding/source", "经费来源", "Source of funds", text, NoteLimit)
	t.add("/funding/annual", "年度经费(元)", "Funds a year (yuan)", number, 1_000_000_000_000)
	t.add("/funding/nonProfit", "不以营利为目的", "Not for gain", flag, 0)
	t.add("/funding/charges", "收费说明", "Charges", text, NoteLimit)
	t.documents("/funding/documents", "经费证明", "Proofs of funds")

	t.add("/materials/items", "申请材料", "Materials", list, MaterialCount)
	t.add("/materials/items/*", "申请材料", "Material", group, 0)
	t.add("/materials/items/*/number", "材料序号", "Number of the material", number, MaterialCount)
	t.documents("/materials/items/*/documents", "材料文件", "Documents of the material")
	t.add("/materials/items/*/onlineCheck", "申请网上核验", "Online check asked for", flag, 0)

	t.add("/promise/truthful", "真实性承诺", "Promise of truth", flag, 0)
	t.add("/promise/effective", "有效性承诺", "Promise of effect", flag, 0)
	t.add("/promise/lawful", "合法性承诺", "Promise of lawfulness", flag, 0)
	t.add("/promise/by", "承诺人", "Who promised", text, ShortLimit)
	t.add("/promise/at", "承诺时间", "When it was promised", instant, 0)
}

func (t fieldTable) premises() {
	t.add("/premises/sites", "考点", "Sites", list, 200)
	t.add("/premises/sites/*", "考点", "Site", group, 0)
	t.add("/premises/sites/*/name", "考点名称", "Name of the site", text, ShortLimit)
	t.add("/premises/sites/*/address", "考点地址", "Address of the site", text, ShortLimit)
	t.add("/premises/sites/*/rooms", "考场类型", "Kinds of rooms", list, 4)
	t.add("/premises/sites/*/rooms/*", "考场类型", "Kind of room", choice, 0,
		string(RoomWritten), string(RoomComputer), string(RoomPractical), string(RoomOral))
	t.add("/premises/sites/*/places", "工位或机位数", "Places", number, persons)
	t.add("/premises/sites/*/area", "面积(平方米)", "Area (square metres)", number, persons)
	t.add("/premises/sites/*/tenure", "产权", "Tenure", choice, 0, string(Owned), string(Leased), string(Lent))
	t.add("/premises/equipment", "设备清单", "Equipment", list, ListLimit)
	t.add("/premises/equipment/*", "设备", "Equipment", group, 0)
	t.add("/premises/equipment/*/name", "设备名称", "Name of the equipment", text, ShortLimit)
	t.add("/premises/equipment/*/model", "型号", "Model", text, ShortLimit)
	t.add("/premises/equipment/*/quantity", "数量", "Quantity", number, persons)
	t.add("/premises/equipment/*/occupation", "适用职业", "Occupation that it serves", text, 20)
	t.add("/premises/video", "视频监控", "Video surveillance", group, 0)
	t.add("/premises/video/cameras", "摄像机数量", "Cameras", number, persons)
	t.add("/premises/video/storageDays", "录像保存天数", "Days that recordings are kept", number, 36500)
	t.add("/premises/video/description", "视频监控说明", "Description of the surveillance", text, NoteLimit)
	t.documents("/premises/video/documents", "视频监控证明", "Proofs of the surveillance")
	t.documents("/premises/proofs", "资产有效证明文件", "Proofs of premises and equipment")
}

// staff serves the labels of differences only: staff lists are no section of Application.
func (t fieldTable) staff() {
	t.add("/staff/*", "人员", "Person", group, 0)
	t.add("/staff/*/kind", "人员类别", "List", text, ShortLimit)
	t.add("/staff/*/name", "姓名", "Name", text, ShortLimit)
	t.add("/staff/*/position", "职务", "Position", text, ShortLimit)
	t.add("/staff/*/title", "职称", "Title", text, ShortLimit)
	t.add("/staff/*/occupation", "职业(工种)", "Occupation", text, ShortLimit)
	t.add("/staff/*/level", "等级", "Level", text, ShortLimit)
	t.add("/staff/*/cardNo", "证卡号", "Card number", text, ShortLimit)
	t.add("/staff/*/validThrough", "有效期至", "Valid through", text, ShortLimit)
	t.add("/staff/*/employment", "聘用方式", "Employment", text, ShortLimit)
	t.add("/staff/*/idDigest", "身份证号", "ID number", text, ShortLimit)
}

// planPart is one part of 附件2 in words.
type planPart struct {
	key  string
	name casework.Name
}

// planParts lists what comes before (four) and the eight parts of the safeguards, in order.
var planParts = []planPart{
	{"profile", casework.Name{ZH: "企业概况", EN: "Profile"}},
	{"candidates", casework.Name{ZH: "对象与申报条件", EN: "Candidates and conditions"}},
	{"evaluation", casework.Name{ZH: "评价内容和方式", EN: "Content and ways of evaluation"}},
	{"results", casework.Name{ZH: "结果应用", EN: "Use of results"}},
	{"policy", casework.Name{ZH: "政策保障", EN: "Policy"}},
	{"bodies", casework.Name{ZH: "组织机构保障", EN: "Bodies"}},
	{"facilities", casework.Name{ZH: "设施设备及场地", EN: "Facilities"}},
	{"regulations", casework.Name{ZH: "规章制度", EN: "Regulations"}},
	{"team", casework.Name{ZH: "人员队伍", EN: "Team"}},
	{"teaching", casework.Name{ZH: "教材、标准、试题", EN: "Textbooks, standards, questions"}},
	{"quality", casework.Name{ZH: "质量保障", EN: "Quality"}},
	{"informatics", casework.Name{ZH: "信息化保障", EN: "Information systems"}},
}
