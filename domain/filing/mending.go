package filing

import (
	"slices"
	"strings"

	"jiangxin/domain/fault"
)

// sectionsOfMaterial says where in the application each material's content stands; material 2 is the form itself.
var sectionsOfMaterial = map[int][]Section{
	1: {SectionUnit},
	2: Sections,
	3: {SectionPlan},
	4: {SectionRules},
	5: {SectionOccupations, SectionPlan},
	6: {SectionPremises},
	7: {SectionOrganisation, SectionStaff, SectionRules},
}

// sectionsOfCondition says what an enterprise may change to meet a condition of article 一 after the experts
// have seen it. Enterprise and occupations stand as they were reviewed: another occupation is another application.
var sectionsOfCondition = map[int][]Section{
	1: {SectionRules, SectionPlan},
	2: {SectionPlan},
	3: {SectionOrganisation, SectionStaff, SectionPremises, SectionRules, SectionPlan},
	4: {SectionFunding},
	5: {SectionRules, SectionPremises, SectionPlan},
}

// MendableAfterNotice lists the sections that an applicant may change to answer the defects of a notice (补正).
func MendableAfterNotice(defects []Defect) []Section {
	allowed := []Section{SectionMaterials, SectionPromise}
	for _, d := range defects {
		allowed = append(allowed, sectionsOfMaterial[d.Material]...)
		if d.Item != "" {
			allowed = append(allowed, d.Item)
		}
		if d.Item == SectionOccupations {
			allowed = append(allowed, SectionPlan) // its numbers go by occupation
		}
	}
	return allowed
}

// MendableAfterVisit lists the sections that an applicant may change to answer the points to mend (整改).
func MendableAfterVisit(points []Point) []Section {
	allowed := []Section{SectionMaterials, SectionConditions, SectionPromise}
	for _, p := range points {
		allowed = append(allowed, sectionsOfCondition[p.Condition]...)
	}
	return allowed
}

// drawn lists what must follow where a section is mended: counts and numbers that refer to it.
var drawn = map[Section][]Section{SectionStaff: {SectionOrganisation}, SectionOccupations: {SectionPlan}}

// Fallen lists the sections of what was handed in that no longer hold on the day of the lookups: a card that has run
// out since, an occupation that the catalogue has dropped. Nobody asked for them, and yet nothing can be handed in
// again without them; so they may be mended with whatever was asked.
func Fallen(frozen Frozen, lookups Lookups) []Section {
	p, rows := &problems{}, make([]Staff, 0, len(frozen.Staff))
	for _, fact := range frozen.Staff {
		row := Staff{StaffDetails: fact.StaffDetails}
		p.staffRow("", row, lookups.Today)
		rows = append(rows, row)
	}
	staff := Summarise(rows, p.Fields)
	var fallen []Section
	for _, section := range Sections {
		if gaps := gapsOf(section, frozen.Application, staff, lookups); len(gaps.Fields) > 0 {
			fallen = append(append(fallen, section), drawn[section]...)
		}
	}
	return fallen
}

// FallenAfterVisit is Fallen for a rectification: what the experts have reviewed stands as it was.
func FallenAfterVisit(frozen Frozen, lookups Lookups) []Section {
	return slices.DeleteFunc(Fallen(frozen, lookups), func(s Section) bool { return s == SectionUnit || s == SectionOccupations })
}

// Beyond names every change that lies outside the sections which the applicant was asked to mend.
func Beyond(changes []Change, allowed []Section) []fault.Field {
	var beyond []fault.Field
	for _, c := range changes {
		section, _, _ := strings.Cut(strings.TrimPrefix(c.Pointer, "/"), "/")
		if slices.Contains(allowed, Section(section)) {
			continue
		}
		beyond = append(beyond, fault.Field{Pointer: c.Pointer, Code: "beyond_notice", Text: fault.Text{
			ZH: "“" + c.Label.ZH + "”不在本次要求补正或整改的范围内，请改回原来的内容",
			EN: c.Label.EN + " is not among what you were asked to mend; put it back as it was",
		}})
	}
	return beyond
}
