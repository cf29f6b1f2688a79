package demo

import (
	"strconv"
	"strings"
	"time"

	"jiangxin/demo/cast"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/identity/identitytest"
	"jiangxin/domain/occupation"
)

// Attached says which document stands for a purpose of an application. One document may stand for all.
type Attached func(Purpose) filing.DocumentID

// Purpose is what a document of an application is for.
type Purpose string

// The purposes beside the seven materials.
const (
	Specification   Purpose = "specification" // 评价规范
	ExaminationRule Purpose = "examination"   // 考务管理办法
	QualityRule     Purpose = "quality"       // 质量管理办法
	CertificateRule Purpose = "certificate"   // 证书管理办法
)

// MaterialPurpose is one of the seven materials, numbered as in notice 四(一).
func MaterialPurpose(number int) Purpose { return Purpose("material" + strconv.Itoa(number)) }

// Public is the version of a rule for the public page.
func (p Purpose) Public() Purpose { return p + publicly }

// IsPublic says whether the document is for the public page.
func (p Purpose) IsPublic() bool { return strings.HasSuffix(string(p), publicly) }

const publicly = "Public"

// levels are the four that the demonstration applies for.
var levels = []occupation.LevelCode{occupation.Five, occupation.Four, occupation.Three, occupation.Two}

// applied are the occupations of the demonstration: a real first-batch filing had five by four levels.
var applied = []struct {
	code, name string
	people     int
}{
	{"6-31-01-01", "设备点检员", 40}, {"6-31-01-03", "电工", 60}, {"6-18-02-04", "焊工", 50},
	{"6-31-01-02", "机修钳工", 30}, {"6-18-01-01", "车工", 20},
}

// unitOf describes the enterprise (附件1 第一部分).
func unitOf(e cast.Enterprise, city cast.City) filing.Unit {
	address := city.Name + "市示例区匠心路 1 号"
	return filing.Unit{
		Name: e.Name, CreditCode: e.CreditCode, Nature: "有限责任公司", Industry: "通用设备制造业", LegalRepresentative: e.Legal,
		RegisteredAddress: address, OfficeAddress: address, Region: city.Region, StaffTotal: 1200, DispatchedStaff: 80,
		Skilled: []filing.SkilledCount{{Level: "5", Count: 320}, {Level: "4", Count: 260}, {Level: "3", Count: 140}, {Level: "2", Count: 30}},
		Contact: filing.Contact{Name: e.Clerk.Name, Phone: "19000001234", Email: "filing@example.cn"},
	}
}

// Compose makes up a complete application.
func Compose(e cast.Enterprise, city cast.City, doc Attached, now time.Time) filing.Application {
	unit := unitOf(e, city)
	return filing.Application{
		Unit: unit,
		Organisation: filing.Organisation{
			Name: "技能人才评价中心", Head: "周明远", HeadTitle: "主任", Phone: "024-00001234",
			Duties:   "负责职工培训考核与职业技能等级认定，考务、质量、证书三项管理分人负责。",
			FullTime: 2, Experts: 3, Assessors: 5, QualitySupervisors: 2, Documents: []filing.DocumentID{doc(MaterialPurpose(7))},
		},
		Conditions:  conditions(doc),
		Occupations: filing.Occupations{Rows: matrix(doc)},
		Plan:        filing.Plan{Document: doc(MaterialPurpose(3)), Numbers: numbers()},
		Rules: filing.Rules{
			Examination: rule(doc, ExaminationRule), Quality: rule(doc, QualityRule), Certificate: rule(doc, CertificateRule),
		},
		Premises:  premises(unit, doc),
		Funding:   filing.Funding{Source: "企业职工教育经费", Annual: 600000, NonProfit: true, Charges: "不向职工收费"},
		Materials: filing.Materials{Items: materials(doc)},
		Promise:   promise(unit.LegalRepresentative, now),
	}
}

// materials asks for an online check of the licence and hands in the six others.
func materials(doc Attached) []filing.MaterialEntry {
	entries := []filing.MaterialEntry{{Number: 1, OnlineCheck: true}}
	for n := len(entries) + 1; n <= filing.MaterialCount; n++ {
		entries = append(entries, filing.MaterialEntry{Number: n, Documents: []filing.DocumentID{doc(MaterialPurpose(n))}})
	}
	return entries
}

func conditions(doc Attached) filing.Conditions {
	words := []string{
		"依法设立，具有独立法人资格，信用良好；评价结果与薪酬待遇挂钩，制度见材料四。",
		"在通用设备制造领域连续十年开展岗位练兵和技能比武，具备考核评价经验。",
		"设技能人才评价中心，专职人员、专家、考评人员、质量督导人员齐备，场地设备与视频监控见材料六。",
		"经费列入年度预算，不向职工收费，不以人才评价为营利目的。",
		"考务、阅卷、督导分人负责，全程录像，自愿接受人力资源社会保障部门监督。",
	}
	var all filing.Conditions
	for i, c := range filing.ConditionList() {
		s := filing.ConditionStatement{Number: c.Number, Statement: words[i]}
		if i == 0 {
			s.Documents = []filing.DocumentID{doc(MaterialPurpose(1))}
		}
		all.Items = append(all.Items, s)
	}
	return all
}

// matrix is five occupations by four levels; the last goes by the enterprise's own specification.
func matrix(doc Attached) []filing.OccupationRow {
	var rows []filing.OccupationRow
	for i, o := range applied {
		row := filing.OccupationRow{
			Code: o.code, Name: o.name,
			Standard: filing.Standard{Kind: filing.NationalStandard, Name: o.name + "国家职业标准"},
			Ways:     []filing.Way{filing.Examination, filing.ComprehensiveReview},
			PassRule: filing.PassRule{Theory: 60, Skill: 60, Review: 60, Text: "综合评审只用于二级/技师"},
		}
		for _, level := range levels {
			row.Levels = append(row.Levels, filing.LevelChoice{Code: string(level)})
		}
		if i == len(applied)-1 {
			row.Standard = filing.Standard{Kind: filing.EnterpriseSpecification, Name: "企业" + o.name + "评价规范", Document: doc(Specification)}
		}
		rows = append(rows, row)
	}
	return rows
}

func numbers() []filing.PlanNumber {
	var all []filing.PlanNumber
	for _, o := range applied {
		for _, level := range levels {
			all = append(all, filing.PlanNumber{Code: o.code, Level: string(level), People: o.people})
		}
	}
	return all
}

func rule(doc Attached, p Purpose) filing.RuleText {
	return filing.RuleText{Document: doc(p), Public: doc(p.Public())}
}

func premises(unit filing.Unit, doc Attached) filing.Premises {
	return filing.Premises{
		Sites: []filing.Site{{
			Name: "一号实训车间", Address: unit.OfficeAddress, Rooms: []filing.RoomKind{filing.RoomWritten, filing.RoomPractical, filing.RoomOral},
			Places: 50, Area: 800, Tenure: filing.Owned,
		}},
		Equipment: []filing.Equipment{
			{Name: "电工实训台", Model: "DG-30", Quantity: 30, Occupation: "6-31-01-03"},
			{Name: "焊接工位", Model: "HJ-20", Quantity: 20, Occupation: "6-18-02-04"},
		},
		Video:  filing.Video{Cameras: 16, StorageDays: 90, Description: "覆盖全部考场，双机位"},
		Proofs: []filing.DocumentID{doc(MaterialPurpose(6))},
	}
}

func promise(by string, now time.Time) filing.Promise {
	return filing.Promise{Truthful: true, Effective: true, Lawful: true, By: by, At: now.UTC().Truncate(time.Second)}
}

// StaffOf makes up the four staff lists of an enterprise.
func StaffOf(e cast.Enterprise, today civil.Date) []filing.Staff {
	var seed uint64
	for _, r := range e.CreditCode {
		seed = seed*31 + uint64(r)
	}
	maker := identitytest.New(seed)
	var rows []filing.Staff
	for _, list := range []struct {
		kind   filing.StaffKind
		people int
		title  string
	}{{filing.FullTime, 2, "工程师"}, {filing.Expert, 3, "高级工程师"}, {filing.Assessor, 5, "考评员"}, {filing.QualitySupervisor, 2, "质量督导员"}} {
		for n := range list.people {
			rows = append(rows, filing.Staff{IDNumber: maker.ResidentID(), StaffDetails: filing.StaffDetails{
				Kind: list.kind, Name: maker.Name(), Position: "评价中心", Title: list.title, Occupation: applied[n%len(applied)].code, Level: "2",
				CardNo: strings.ToUpper(string(list.kind)) + "-" + strconv.Itoa(n+1), ValidThrough: today.AddYears(2), Employment: filing.OwnStaff,
			}})
		}
	}
	return rows
}
