package filing

import "jiangxin/domain/casework"

// Section names one part of an application that is saved by itself. It equals the JSON name.
type Section string

// The sections in the order of the task list. SectionStaff is kept apart from Application.
const (
	SectionUnit         Section = "unit"
	SectionOrganisation Section = "organisation"
	SectionStaff        Section = "staff"
	SectionConditions   Section = "conditions"
	SectionOccupations  Section = "occupations"
	SectionPlan         Section = "plan"
	SectionRules        Section = "rules"
	SectionPremises     Section = "premises"
	SectionFunding      Section = "funding"
	SectionMaterials    Section = "materials"
	SectionPromise      Section = "promise"
)

// Sections lists all of them, in order.
var Sections = []Section{
	SectionUnit, SectionOrganisation, SectionStaff, SectionConditions, SectionOccupations, SectionPlan,
	SectionRules, SectionPremises, SectionFunding, SectionMaterials, SectionPromise,
}

// Items are the sections on which the acceptance gives a verdict beside the seven materials.
var Items = []Section{
	SectionUnit, SectionOrganisation, SectionStaff, SectionConditions, SectionOccupations, SectionPlan,
	SectionRules, SectionPremises, SectionFunding, SectionPromise,
}

var sectionNames = map[Section]casework.Name{
	SectionUnit:         {ZH: "单位基本情况", EN: "Enterprise"},
	SectionOrganisation: {ZH: "内设认定机构", EN: "Internal body"},
	SectionStaff:        {ZH: "人员名单", EN: "Staff lists"},
	SectionConditions:   {ZH: "应具备的条件", EN: "Conditions"},
	SectionOccupations:  {ZH: "拟认定职业(工种)", EN: "Occupations"},
	SectionPlan:         {ZH: "工作方案", EN: "Work plan"},
	SectionRules:        {ZH: "管理办法", EN: "Management rules"},
	SectionPremises:     {ZH: "场地、设备与视频监控", EN: "Premises, equipment and video"},
	SectionFunding:      {ZH: "经费保障", EN: "Funding"},
	SectionMaterials:    {ZH: "申请材料", EN: "Materials"},
	SectionPromise:      {ZH: "承诺", EN: "Promise"},
}

// Name gives the section's words.
func (s Section) Name() casework.Name { return sectionNames[s] }

// Known says whether s is a section.
func (s Section) Known() bool { _, ok := sectionNames[s]; return ok }
