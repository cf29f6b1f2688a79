// Package certificationtest makes up batches, candidates and decisions for tests and demonstrations. Nobody and
// nothing in it is real.
package certificationtest

import (
	"fmt"
	"time"

	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/form"
	"jiangxin/domain/identity"
	"jiangxin/domain/identity/identitytest"
	"jiangxin/domain/occupation"
)

// The enterprise and its filing.
const (
	Enterprise = "enterprise-1"
	Body       = "沈阳示例机械有限公司"
	Branch     = "沈阳示例机械有限公司铁西分公司"
	City       = "210100"
	FilingNo   = filing.FilingNumber("Y000021000001")
)

// Today is the day on which everything here is in order.
var Today = civil.On(2026, time.November, 20)

// Template is the newest delivered template.
func Template() certification.Template {
	all, err := certification.Templates()
	if err != nil || len(all) == 0 {
		panic(fmt.Sprintf("the delivered templates: %v", err))
	}
	return all[len(all)-1]
}

// Plan is a complete plan of an examination in 电工, 三级.
func Plan() certification.Plan {
	return certification.Plan{
		Occupation: "6-31-01-03", Level: occupation.Three, Way: certification.Examination, Place: "公司培训中心",
		From: civil.On(2026, time.November, 10), To: civil.On(2026, time.November, 12),
		Assessors: []certification.Assessor{
			{Name: "周明远", Card: "LN-KP-0001", Lead: true}, {Name: "吴敏之", Card: "LN-KP-0002"}, {Name: "郑守一", Card: "LN-KP-0003"},
		},
		Evidence: Evidence(certification.Examination),
	}
}

// Evidence is all that the template asks for a way, document doc-1 and following.
func Evidence(way certification.Way) []certification.EvidenceFile {
	var files []certification.EvidenceFile
	for i, need := range Template().Needs(way) {
		files = append(files, certification.EvidenceFile{Kind: need.Kind, Document: casework.DocumentID(fmt.Sprintf("doc-%d", i+1))})
	}
	return files
}

// Scope is a filing of 电工 from 五级 to 一级 and of 机修钳工, 四级 and 三级.
func Scope() certification.Scope {
	ways := []filing.Way{filing.Examination, filing.ComprehensiveReview, filing.ProcessAssessment, filing.Competition}
	rule := filing.PassRule{Theory: 60, Skill: 60, Review: 60}
	return certification.Scope{
		Number: FilingNo, Enterprise: Enterprise, Region: City,
		ValidFrom: civil.On(2024, time.December, 1), ValidThrough: civil.On(2027, time.November, 30),
		Granted: []filing.Grant{
			{Code: "6-31-01-03", Name: "电工", Levels: []string{"5", "4", "3", "2", "1"}},
			{Code: "6-31-01-02", Name: "机修钳工", Levels: []string{"4", "3"}},
		},
		Rows: []filing.OccupationRow{
			{Code: "6-31-01-03", Name: "电工", Ways: ways, PassRule: rule},
			{Code: "6-31-01-02", Name: "机修钳工", Ways: []filing.Way{filing.Examination}, PassRule: rule},
		},
	}
}

// PlanFacts are the facts under which Plan is in order, results included.
func PlanFacts() certification.PlanFacts {
	documents := form.Documents{}
	for i := 1; i <= 9; i++ {
		id := casework.DocumentID(fmt.Sprintf("doc-%d", i))
		documents[id] = casework.Document{ID: id, Name: fmt.Sprintf("佐证%d.pdf", i), SHA256: fmt.Sprintf("%064x", i), Uploader: Enterprise}
	}
	return certification.PlanFacts{
		Today: Today, Enterprise: Enterprise, Region: City, Filing: Scope(), AssessorsMin: 3,
		Template: Template(), Documents: documents, Results: true,
	}
}

// Row makes up the candidate of a number, a good one for Plan; one seed gives one list of people.
func Row(seed uint64, no int) certification.Row {
	m := identitytest.New(seed*1_000_003 + uint64(no))
	sex := identity.Male
	if no%3 == 0 {
		sex = identity.Female
	}
	name := m.Name()
	return certification.Row{
		No: no, Name: name, IDKind: certification.ResidentCard, IDNumber: residentID(seed, no, sex), Employer: Body, Employment: filing.OwnStaff,
		Occupation: "电工", Level: "3", Condition: "取得四级/中级工证书后从事本职业工作满 4 年",
		Theory: certification.Hundredths(60_00 + no*37%41*100), Practice: certification.Hundredths(60_00 + no*53%4001),
		Performance: certification.Good, Ethics: certification.Excellent, Photo: fmt.Sprintf("%s_%d.jpg", name, no),
	}
}

// residentID makes up a number that no other of the first 13,000 rows of the seed has, of a place that is not
// assigned (2199xx).
func residentID(seed uint64, no int, sex identity.Sex) string {
	birth := civil.On(1966, time.January, 1).AddDays((no*37 + int(seed%1000)*101) % 13000)
	year, month, day := birth.Parts()
	body := fmt.Sprintf("2199%02d%04d%02d%02d%03d", seed%100, year, int(month), day, no%500*2+int(sex)%2)
	return body + string(identity.ResidentCheck(body))
}

// Rows makes up so many candidates.
func Rows(seed uint64, count int) []certification.Row {
	rows := make([]certification.Row, count)
	for i := range rows {
		rows[i] = Row(seed, i+1)
	}
	return rows
}

// Context is the context in which the rows are good: each photo is there and right.
func Context(rows []certification.Row) certification.Context {
	photos := make(map[string]fault.Text, len(rows))
	for _, r := range rows {
		photos[certification.PhotoKey(r.Photo)] = fault.Text{}
	}
	scope, plan := Scope(), Plan()
	return certification.Context{
		Plan: plan, Occupation: "电工", Filed: scope.Granted, Employers: []string{Body, Branch}, Photos: photos,
		PassRule: certification.PassRuleOf(plan.Way, scope.Row(plan.Occupation, plan.WorkType), filing.PassRule{}, 60),
		AgeMin:   16, RowsMax: 10000,
	}
}

// Cells writes a row as the cells of a workbook.
func Cells(row certification.Row) map[certification.Field]certification.Cell {
	cells := map[certification.Field]certification.Cell{}
	for _, f := range certification.Fields {
		text := row.Shown(f)
		if f == certification.FieldIDNumber {
			text = row.IDNumber
		}
		cells[f] = certification.Cell{Text: text}
	}
	return cells
}
