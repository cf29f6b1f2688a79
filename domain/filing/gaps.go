package filing

import (
	"encoding/json"
	"strings"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/form"
)

// Lookups are what Gaps needs from outside the application.
type Lookups struct {
	Today     civil.Date
	Catalogue Catalogue               // ByReference gives it
	Region    func(code string) bool  // whether a city of the province has this code
	Documents map[DocumentID]Document // uploaded for this application
	Account   Account                 // the enterprise that applies; a zero one is not compared
}

// Account is the enterprise whose account applies, as it was registered: nobody files another enterprise.
type Account struct {
	Name, CreditCode, Region string // region is the code of the city
}

// Progress is how far one section has come.
type Progress string

// The steps of progress, as the task list shows them.
const (
	NotStarted Progress = "notStarted" // 未填写
	InProgress Progress = "inProgress" // 填写中
	Complete   Progress = "complete"   // 已完成
	Problem    Progress = "problem"    // 有误
)

// SectionProgress is one line of the task list.
type SectionProgress struct {
	Section  Section
	Progress Progress
	Missing  int // what is still to do
}

// absent are the codes of gaps that filling in closes; every other code tells of something wrong.
const absent = "required"

// Gaps lists what is missing or wrong before the application can be submitted, all at once, in the order
// of the sections. An empty list means that it is ready.
func Gaps(app Application, staff StaffSummary, lookups Lookups) []fault.Field {
	var all []fault.Field
	for _, section := range Sections {
		all = append(all, gapsOf(section, app, staff, lookups).Fields...)
	}
	return all
}

// TaskList gives the progress of every section, in order.
func TaskList(app Application, staff StaffSummary, lookups Lookups) []SectionProgress {
	lines := make([]SectionProgress, 0, len(Sections))
	for _, section := range Sections {
		p := gapsOf(section, app, staff, lookups)
		line := SectionProgress{Section: section, Progress: InProgress, Missing: len(p.Fields)}
		switch {
		case len(p.Fields) == 0:
			line.Progress = Complete
		case untouched(section, app, staff):
			line.Progress = NotStarted
		case p.wrong():
			line.Progress = Problem
		}
		lines = append(lines, line)
	}
	return lines
}

func gapsOf(section Section, app Application, staff StaffSummary, lookups Lookups) *problems {
	p := newProblems("/" + string(section))
	switch section {
	case SectionUnit:
		p.unitGaps(app.Unit, lookups)
	case SectionOrganisation:
		p.organisationGaps(app.Organisation, staff)
	case SectionStaff:
		p.staffGaps(staff)
	case SectionConditions:
		p.conditionGaps(app.Conditions)
	case SectionOccupations:
		p.matrixGaps(app.Occupations, lookups)
	case SectionPlan:
		p.planGaps(app.Plan, app.Occupations)
	case SectionRules:
		p.ruleGaps(app.Rules, lookups)
	case SectionPremises:
		p.premisesGaps(app.Premises)
	case SectionFunding:
		p.fundingGaps(app.Funding)
	case SectionMaterials:
		p.materialGaps(app.Materials)
	case SectionPromise:
		p.promiseGaps(app.Promise)
	}
	p.boundGaps(section, app, lookups)
	return p
}

// boundGaps checks forms and bounds once more, and that every document named is completely stored.
func (p *problems) boundGaps(section Section, app Application, lookups Lookups) {
	content, ok := generic(app)[string(section)]
	if !ok {
		return
	}
	inner := newProblems("")
	inner.walk(content, "/"+string(section), func(pointer string, id DocumentID) {
		inner.document(pointer, id, Facts{Documents: lookups.Documents})
	})
	p.Fields = append(p.Fields, inner.Fields...)
}

func (p *problems) wrong() bool {
	for _, f := range p.Fields {
		if f.Code != absent {
			return true
		}
	}
	return false
}

// need adds a gap when a text is blank, in the words of the table of fields.
func (p *problems) need(pointer, value string) {
	if strings.TrimSpace(value) == "" {
		p.fill(pointer)
	}
}

// fill adds the gap of a field that is empty.
func (p *problems) fill(pointer string) {
	name := FieldName(p.Root + pointer)
	verb, do := "请填写", "Fill in: "
	switch fields[pattern(p.Root+pointer)].kind {
	case choice:
		verb, do = "请选择", "Choose: "
	case document:
		verb, do = "请上传", "Upload: "
	case list:
		verb, do = "请至少添加一项", "Add at least one: "
	}
	p.Add(pointer, absent, verb+"“"+name.ZH+"”", do+name.EN)
}

func untouched(section Section, app Application, staff StaffSummary) bool {
	if section == SectionStaff {
		return len(staff.Counts) == 0
	}
	return blank(generic(app)[string(section)])
}

// blank says whether a JSON value holds nothing that a person entered.
func blank(value any) bool {
	switch v := value.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case bool:
		return !v
	case json.Number:
		return v.String() == "0"
	case []any:
		return len(v) == 0
	case map[string]any:
		for _, inner := range v {
			if !blank(inner) {
				return false
			}
		}
		return true
	}
	return false
}

// generic gives the application as plain JSON values.
func generic(app Application) map[string]any {
	raw, err := json.Marshal(app)
	if err != nil {
		return nil
	}
	value, err := form.Any(raw)
	if err != nil {
		return nil
	}
	object, _ := value.(map[string]any)
	return object
}
