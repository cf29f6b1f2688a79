package filing

import (
	"slices"

	"jiangxin/domain/casework"
)

// Material is one of the seven that notice 四(一) asks for.
type Material struct {
	Number  int // 1 to 7
	Name    casework.Name
	Article string // where the notice asks for it
	// Online says that the authority can check it without paper; the applicant may then ask for that
	// (能通过网上核验的,可不提供书面材料). More materials join when an online source exists for them.
	Online bool
	// Carried names the section whose content is the material, so that no separate file is needed.
	Carried Section
}

var materials = []Material{
	{1, casework.Name{ZH: "企业营业执照复印件", EN: "Copy of the business licence"}, "四(一)1", true, ""},
	{2, casework.Name{ZH: "《企业职业技能等级认定备案申请表》(附件1)", EN: "Application form (annex 1)"}, "四(一)2", false, SectionUnit},
	{3, casework.Name{ZH: "《企业职业技能等级认定工作方案》(附件2)", EN: "Work plan (annex 2)"}, "四(一)3", false, SectionPlan},
	{4, casework.Name{ZH: "企业技能人才培养、评价、使用、激励等人力资源管理制度文件", EN: "Human resources rules on training, evaluating, employing and rewarding skilled staff"}, "四(一)4", false, ""},
	{5, casework.Name{ZH: "开展认定的职业(工种)以及评价标准或评价规范", EN: "Occupations with their standards or specifications"}, "四(一)5", false, SectionOccupations},
	{6, casework.Name{ZH: "场地、设施设备、视频监控设备等资产有效证明文件复印件", EN: "Proofs of premises, equipment and video surveillance"}, "四(一)6", false, ""},
	{7, casework.Name{ZH: "认定机构及工作制度,人员名单及质量管控文件", EN: "Internal body and its rules, staff lists, quality control"}, "四(一)7", false, ""},
}

// MaterialCount is the number of materials.
const MaterialCount = 7

// MaterialList gives the seven materials in the order of the notice.
func MaterialList() []Material { return slices.Clone(materials) }

// MaterialByNumber finds one of the seven.
func MaterialByNumber(number int) (Material, bool) {
	if number < 1 || number > len(materials) {
		return Material{}, false
	}
	return materials[number-1], true
}

// Condition is one of the five that notice article 一 sets for an enterprise.
type Condition struct {
	Number  int // 1 to 5
	Name    casework.Name
	Article string
	Words   string // the notice's own words
}

var conditions = []Condition{
	{1, casework.Name{ZH: "依法设立、制度完善", EN: "Lawfully established, with personnel rules"}, "一(一)",
		"依法设立、管理规范、信用良好,具有独立法人资格,已建立技能人才培养、评价、使用、激励机制,具有完善的人力资源管理制度,评价结果与企业薪酬等待遇挂钩。"},
	{2, casework.Name{ZH: "职业领域影响力与评价经验", EN: "Standing and experience in the occupations"}, "一(二)",
		"拟开展评价的职业领域具有广泛的影响力,在所申报职业(工种)方面有较丰富的考核评价经验,具备相应的基础条件。"},
	{3, casework.Name{ZH: "机构、人员、场地与设备", EN: "Internal body, staff, premises and equipment"}, "一(三)",
		"具有专门负责职工培训考核的内设机构,完善的职业技能等级认定工作制度,规范的考务工作流程。具有与评价职业(工种)相适应的专职工作人员、专家队伍、考评人员、质量督导人员;有相应的场地、设施设备、视频监控设备等硬件设施。"},
	{4, casework.Name{ZH: "社会效益与经费保障", EN: "Public benefit and funding"}, "一(四)",
		"坚持把社会效益放在首位,不以人才评价为营利目的,能为职业技能等级认定工作提供稳定的经费保障。"},
	{5, casework.Name{ZH: "质量管控与接受监督", EN: "Quality control and acceptance of supervision"}, "一(五)",
		"具有完善的职业技能等级认定工作质量管控措施,自愿接受人力资源社会保障部门及其委托的公共就业服务机构主管部门监督。"},
}

// ConditionCount is the number of conditions.
const ConditionCount = 5

// ConditionList gives the five conditions in the order of the notice.
func ConditionList() []Condition { return slices.Clone(conditions) }
