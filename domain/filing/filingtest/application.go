// Package filingtest makes up complete applications, staff lists and decisions for tests and
// demonstrations. Nobody and nothing in it is real.
package filingtest

import (
	"fmt"
	"time"

	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/identity/identitytest"
	"jiangxin/domain/occupation"
)

// Now is the instant at which everything here is complete and in order.
var Now = time.Date(2026, time.March, 2, 2, 0, 0, 0, time.UTC)

// Case is the case that Facts are of, and Body the one whose officer acts.
const (
	Case = "210100-2026-000001"
	Body = "bureau-210100"
)

// Documents are completely stored documents doc-1 to doc-20, all different: doc-5, doc-7 and doc-9 are rules,
// doc-17 and doc-19 the enterprise's letter and authorisation, doc-18 a signed sheet, the others materials.
func Documents() map[filing.DocumentID]filing.Document {
	known := map[filing.DocumentID]filing.Document{}
	for i := 1; i <= 20; i++ {
		id := filing.DocumentID(fmt.Sprintf("doc-%d", i))
		known[id] = filing.Document{ID: id, Name: fmt.Sprintf("材料%d.pdf", i), SHA256: fmt.Sprintf("%064x", i), Purpose: "material", Uploader: "enterprise-1"}
	}
	purposes := map[filing.DocumentID]filing.DocumentPurpose{
		"doc-5": filing.ForRule, "doc-7": filing.ForRule, "doc-9": filing.ForRule,
		"doc-17": filing.ForCommitment, "doc-18": filing.ForSheet, "doc-19": filing.ForCommitment,
	}
	for id, purpose := range purposes {
		d := known[id]
		if d.Purpose = purpose; purpose != filing.ForRule {
			d.Case = Case
		}
		if purpose == filing.ForSheet {
			d.Uploader = Body
		}
		known[id] = d
	}
	return known
}

// Application is a complete application for three occupations in Shenyang.
func Application() filing.Application {
	return filing.Application{
		Unit:         unit(),
		Organisation: filing.Organisation{Name: "技能人才评价中心", Head: "周明远", HeadTitle: "主任", Duties: "负责职工培训考核与职业技能等级认定", Documents: []filing.DocumentID{"doc-1"}},
		Conditions:   statements(),
		Occupations: filing.Occupations{Rows: []filing.OccupationRow{
			Row("6-31-01-01", "设备点检员"), Row("6-31-01-03", "电工"), Row("6-31-01-02", "机修钳工"),
		}},
		Plan: filing.Plan{Document: "doc-3", Numbers: []filing.PlanNumber{{Code: "6-31-01-03", Level: "4", People: 40}}},
		Rules: filing.Rules{
			Examination: filing.RuleText{Document: "doc-4", Public: "doc-5"},
			Quality:     filing.RuleText{Document: "doc-6", Public: "doc-7"},
			Certificate: filing.RuleText{Document: "doc-8", Public: "doc-9"},
		},
		Premises: filing.Premises{
			Sites: []filing.Site{{Name: "一号实训车间", Address: "沈阳市示例路 1 号", Rooms: []filing.RoomKind{filing.RoomPractical, filing.RoomWritten},
				Places: 30, Area: 800, Tenure: filing.Owned}},
			Equipment: []filing.Equipment{{Name: "电工实训台", Model: "DG-30", Quantity: 30, Occupation: "6-31-01-03"}},
			Video:     filing.Video{Cameras: 16, StorageDays: 90, Description: "覆盖全部考场"},
			Proofs:    []filing.DocumentID{"doc-10"},
		},
		Funding: filing.Funding{Source: "企业职工教育经费", Annual: 600000, NonProfit: true, Charges: "不向职工收费"},
		Materials: filing.Materials{Items: []filing.MaterialEntry{
			{Number: 1, OnlineCheck: true},
			{Number: 2, Documents: []filing.DocumentID{"doc-2"}},
			{Number: 3, Documents: []filing.DocumentID{"doc-3"}},
			{Number: 4, Documents: []filing.DocumentID{"doc-11"}},
			{Number: 5, Documents: []filing.DocumentID{"doc-12"}},
			{Number: 6, Documents: []filing.DocumentID{"doc-10"}},
			{Number: 7, Documents: []filing.DocumentID{"doc-13"}},
		}},
		Promise: Promise(),
	}
}

func unit() filing.Unit {
	return filing.Unit{
		Name: "沈阳匠信示例装备有限公司", CreditCode: identitytest.New(1).CreditCode(), Nature: "有限责任公司", Industry: "通用设备制造业",
		LegalRepresentative: "赵安宁", RegisteredAddress: "沈阳市示例路 1 号", OfficeAddress: "沈阳市示例路 1 号", Region: "210100",
		StaffTotal: 1200, DispatchedStaff: 100, Skilled: []filing.SkilledCount{{Level: "5", Count: 300}, {Level: "4", Count: 260}, {Level: "3", Count: 90}},
		Contact: filing.Contact{Name: "钱平和", Phone: "19000001234", Email: "filing@example.cn"},
	}
}

func statements() filing.Conditions {
	var all filing.Conditions
	for _, c := range filing.ConditionList() {
		all.Items = append(all.Items, filing.ConditionStatement{Number: c.Number, Statement: "我单位符合该条件：" + c.Words})
	}
	return all
}

// Row is one occupation at the levels 5 to 3 by its national standard, examined.
func Row(code, name string) filing.OccupationRow {
	return filing.OccupationRow{
		Code: code, Name: name,
		Levels:   []filing.LevelChoice{{Code: "5"}, {Code: "4"}, {Code: "3"}},
		Standard: filing.Standard{Kind: filing.NationalStandard, Name: name + "国家职业标准"},
		Ways:     []filing.Way{filing.Examination},
		PassRule: filing.PassRule{Theory: 60, Skill: 60},
	}
}

// Promise is a complete promise.
func Promise() filing.Promise {
	return filing.Promise{Truthful: true, Effective: true, Lawful: true, By: "赵安宁", At: Now}
}

// Staff makes two people for each of the four lists, with valid made-up ID numbers.
func Staff() []filing.Staff {
	maker := identitytest.New(7)
	var rows []filing.Staff
	for _, kind := range filing.StaffKinds {
		for range 2 {
			rows = append(rows, filing.Staff{IDNumber: maker.ResidentID(), StaffDetails: filing.StaffDetails{
				Kind: kind, Name: maker.Name(), Title: "高级工程师", Occupation: "6-31-01-03", Level: "2",
				CardNo: "KP-0001", ValidThrough: civil.Of(Now).AddYears(2), Employment: filing.OwnStaff,
			}})
		}
	}
	return rows
}

// StaffFacts are the same people as a snapshot keeps them, with made-up digests.
func StaffFacts() []filing.StaffFact {
	var known []filing.StaffFact
	for i, row := range Staff() {
		known = append(known, filing.StaffFact{StaffDetails: row.StaffDetails, IDDigest: fmt.Sprintf("%064x", 1000+i)})
	}
	return known
}

// Catalogue judges every occupation as known, of the skill class and free, save those it lists.
type Catalogue map[string]filing.Judgement

// Judge gives the listed judgement, or a free occupation.
func (c Catalogue) Judge(code, _ string, _ civil.Date) filing.Judgement {
	if j, listed := c[code]; listed {
		return j
	}
	return filing.Judgement{Known: true, Skill: true, Licence: occupation.Allow, Levels: []string{"5", "4", "3", "2", "1"}}
}

// Lookups fit Application.
func Lookups() filing.Lookups {
	return filing.Lookups{
		Today: civil.Of(Now), Catalogue: Catalogue{}, Documents: Documents(),
		Region: func(code string) bool { return code == "210100" },
	}
}
