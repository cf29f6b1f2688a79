package certification

import "jiangxin/domain/casework"

// Field names one column of the workbook and one value of a row.
type Field string

// The fields in the workbook's order.
const (
	FieldName          Field = "name"          // 姓名
	FieldIDKind        Field = "idKind"        // 证件类型
	FieldIDNumber      Field = "idNumber"      // 证件号码
	FieldEmployer      Field = "employer"      // 所在单位
	FieldEmployment    Field = "employment"    // 用工形式
	FieldOccupation    Field = "occupation"    // 职业
	FieldWorkType      Field = "workType"      // 工种
	FieldLevel         Field = "level"         // 等级
	FieldAgency        Field = "agency"        // 派遣单位
	FieldAgencyFrom    Field = "agencyFrom"    // 派遣起
	FieldAgencyThrough Field = "agencyThrough" // 派遣止
	FieldCondition     Field = "condition"     // 申报条件
	FieldTheory        Field = "theory"        // 理论成绩
	FieldPractice      Field = "practice"      // 技能成绩
	FieldReview        Field = "review"        // 综合评审成绩
	FieldProcess       Field = "process"       // 过程考核成绩
	FieldPerformance   Field = "performance"   // 工作业绩
	FieldEthics        Field = "ethics"        // 职业道德和工匠精神
	FieldProjects      Field = "projects"      // 主要工作项目
	FieldProblems      Field = "problems"      // 现场解决技术问题
	FieldInnovation    Field = "innovation"    // 技术改造和创新
	FieldTeaching      Field = "teaching"      // 传授技艺
	FieldCompetition   Field = "competition"   // 竞赛名称
	FieldRank          Field = "rank"          // 竞赛名次
	FieldPhoto         Field = "photo"         // 照片文件名
	FieldNote          Field = "note"          // 备注
)

// Fields lists them in order.
var Fields = []Field{
	FieldName, FieldIDKind, FieldIDNumber, FieldEmployer, FieldEmployment, FieldOccupation, FieldWorkType, FieldLevel,
	FieldAgency, FieldAgencyFrom, FieldAgencyThrough, FieldCondition, FieldTheory, FieldPractice, FieldReview, FieldProcess,
	FieldPerformance, FieldEthics, FieldProjects, FieldProblems, FieldInnovation, FieldTeaching,
	FieldCompetition, FieldRank, FieldPhoto, FieldNote,
}

// headings are the fields' words where no template is at hand.
var headings = map[Field]casework.Name{
	FieldName: {ZH: "姓名", EN: "Name"}, FieldIDKind: {ZH: "证件类型", EN: "Kind of ID"}, FieldIDNumber: {ZH: "证件号码", EN: "ID number"},
	FieldEmployer: {ZH: "所在单位", EN: "Employer"}, FieldEmployment: {ZH: "用工形式", EN: "Employment"}, FieldOccupation: {ZH: "职业", EN: "Occupation"},
	FieldWorkType: {ZH: "工种", EN: "Work type"}, FieldLevel: {ZH: "等级", EN: "Level"}, FieldAgency: {ZH: "派遣单位", EN: "Agency"},
	FieldAgencyFrom: {ZH: "派遣起", EN: "Dispatched from"}, FieldAgencyThrough: {ZH: "派遣止", EN: "Dispatched through"},
	FieldCondition: {ZH: "申报条件", EN: "Condition"}, FieldTheory: {ZH: "理论成绩", EN: "Theory"}, FieldPractice: {ZH: "技能成绩", EN: "Practice"},
	FieldReview: {ZH: "综合评审成绩", EN: "Comprehensive review"}, FieldProcess: {ZH: "过程考核成绩", EN: "Process assessment"},
	FieldPerformance: {ZH: "工作业绩", EN: "Performance"}, FieldEthics: {ZH: "职业道德和工匠精神", EN: "Ethics and craftsmanship"},
	FieldProjects: {ZH: "主要工作项目", EN: "Main projects"}, FieldProblems: {ZH: "现场解决技术问题", EN: "Problems solved on the spot"},
	FieldInnovation: {ZH: "技术改造和创新", EN: "Innovation"}, FieldTeaching: {ZH: "传授技艺", EN: "Teaching"},
	FieldCompetition: {ZH: "竞赛名称", EN: "Competition"}, FieldRank: {ZH: "竞赛名次", EN: "Rank"}, FieldPhoto: {ZH: "照片文件名", EN: "Photo file"}, FieldNote: {ZH: "备注", EN: "Note"},
}

// Name gives the field's words; an unknown code gives itself.
func (f Field) Name() casework.Name {
	if n, ok := headings[f]; ok {
		return n
	}
	return casework.Name{ZH: string(f), EN: string(f)}
}

func heading(f Field) string { return f.Name().ZH }
