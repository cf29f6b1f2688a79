package certification_test

import (
	"strings"
	"testing"
	"time"

	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/certification/certificationtest"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/form"
	"jiangxin/domain/occupation"
)

type plan = certification.Plan
type planFacts = certification.PlanFacts

func planned(edit func(*plan, *planFacts)) error {
	p, facts := certificationtest.Plan(), certificationtest.PlanFacts()
	if edit != nil {
		edit(&p, &facts)
	}
	return certification.CheckPlan("/plan", p, facts)
}

func TestAProperPlanIsTaken(t *testing.T) {
	t.Parallel()
	if err := planned(nil); err != nil {
		t.Error(codesAt(err))
	}
	if err := planned(func(p *plan, f *planFacts) {
		p.Evidence, f.Results, p.From, p.To = nil, false, certificationtest.Today.AddDays(9), certificationtest.Today.AddDays(9)
	}); err != nil {
		t.Errorf("evidence comes with the results: %v", codesAt(err))
	}
}

func TestAPlanOutsideTheFilingIsRefusedWithItsRemedy(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		edit    func(*plan, *planFacts)
		pointer string
		code    string
		says    string
	}{
		"another enterprise": {func(_ *plan, f *planFacts) { f.Filing.Enterprise = "enterprise-2" }, "/plan", "filing_of_another", "另一家企业"},
		"another city":       {func(_ *plan, f *planFacts) { f.Filing.Region = "210200" }, "/plan", "filing_of_another_city", "另一个市"},
		"expired": {func(_ *plan, f *planFacts) {
			f.Results, f.Today = false, civil.On(2027, time.December, 1)
		}, "/plan", "filing_expired", "到期"},
		"occupation not filed": {func(p *plan, _ *planFacts) { p.Occupation = "6-31-01-01" }, "/plan/occupation", "occupation_not_filed", "先申请增加"},
		"work type not filed":  {func(p *plan, _ *planFacts) { p.WorkType = "变电运行" }, "/plan/occupation", "occupation_not_filed", "先申请增加"},
		"no occupation":        {func(p *plan, _ *planFacts) { p.Occupation = "" }, "/plan/occupation", "required", "请选择"},
		"level not filed":      {func(p *plan, _ *planFacts) { p.Level = occupation.Special }, "/plan/level", "level_not_filed", "没有备案"},
		"no level":             {func(p *plan, _ *planFacts) { p.Level = "" }, "/plan/level", "required", "请选择"},
		"no way":               {func(p *plan, _ *planFacts) { p.Way = "lottery" }, "/plan/way", "choice", "请选择"},
		"way not filed":        {func(p *plan, f *planFacts) { f.Filing.Rows[0].Ways = f.Filing.Rows[0].Ways[1:] }, "/plan/way", "way_not_filed", "工作方案"},
		"licensed since": {func(_ *plan, f *planFacts) {
			f.Results, f.Licence = false, occupation.Judgement{Verdict: occupation.Forbid, Rules: []occupation.Rule{{Basis: "目录"}}}
		}, "/plan/occupation", "licensed", "准入"},
		"no first day":    {func(p *plan, _ *planFacts) { p.From = civil.Date{} }, "/plan/from", "required", "请填写"},
		"no last day":     {func(p *plan, _ *planFacts) { p.To = civil.Date{} }, "/plan/to", "required", "请填写"},
		"backwards":       {func(p *plan, _ *planFacts) { p.To = p.From.AddDays(-1) }, "/plan/to", "order", "早于"},
		"before validity": {func(p *plan, _ *planFacts) { p.From = civil.On(2024, time.November, 30) }, "/plan/from", "outside_validity", "有效期内"},
		"after validity": {func(p *plan, f *planFacts) {
			p.To, f.Today = civil.On(2027, time.December, 1), civil.On(2028, time.January, 1)
		}, "/plan/to", "outside_validity", "有效期内"},
		"not over":      {func(p *plan, f *planFacts) { f.Today = p.To.AddDays(-1) }, "/plan/to", "not_over", "结束后"},
		"no place":      {func(p *plan, _ *planFacts) { p.Place = " " }, "/plan/place", "required", "地点"},
		"two assessors": {func(p *plan, _ *planFacts) { p.Assessors = p.Assessors[:2] }, "/plan/assessors", "too_few", "3 人"},
		"no lead":       {func(p *plan, _ *planFacts) { p.Assessors[0].Lead = false }, "/plan/assessors", "lead", "组长"},
		"two leads":     {func(p *plan, _ *planFacts) { p.Assessors[1].Lead = true }, "/plan/assessors", "lead", "组长"},
		"no name":       {func(p *plan, _ *planFacts) { p.Assessors[1].Name = "" }, "/plan/assessors/1/name", "required", "姓名"},
		"one twice":     {func(p *plan, _ *planFacts) { p.Assessors[1].Card = strings.ToLower(p.Assessors[0].Card) }, "/plan/assessors/1/card", "duplicate", "两次"},
		"no evidence":   {func(p *plan, _ *planFacts) { p.Evidence = p.Evidence[1:] }, "/plan/evidence", "missing", "评价实施方案"},
		"unknown kind": {func(p *plan, _ *planFacts) {
			p.Evidence = append(p.Evidence, certification.EvidenceFile{Kind: "rumour", Document: "doc-1"})
		}, "/plan/evidence/4/kind", "choice", "列表"},
		"unknown file": {func(p *plan, f *planFacts) {
			p.Evidence = append(p.Evidence, certification.EvidenceFile{Kind: "paper", Document: "doc-99"})
			f.Documents["doc-99"] = casework.Document{ID: "doc-99"}
		}, "/plan/evidence/4/document", "document", "重新上传"},
		"too many": {func(p *plan, _ *planFacts) {
			p.Evidence = append(p.Evidence, make([]certification.EvidenceFile, 300)...)
		}, "/plan", "too_many", "最多"},
	} {
		err := planned(c.edit)
		if codesAt(err)[c.pointer] != c.code {
			t.Errorf("%s: %v", name, codesAt(err))
			continue
		}
		if name == "too many" {
			continue
		}
		if all := fieldsOf(err); len(all) != 1 || !strings.Contains(all[0].Text.ZH, c.says) || all[0].Text.EN == "" {
			t.Errorf("%s: %+v", name, all)
		}
	}
}

func TestResultsOfAnEvaluationHeldInTimeMayFollowTheEndOfTheFiling(t *testing.T) {
	t.Parallel()
	err := planned(func(p *plan, f *planFacts) {
		p.From, p.To, f.Today = civil.On(2027, time.November, 29), civil.On(2027, time.November, 30), civil.On(2027, time.December, 20)
	})
	if err != nil {
		t.Error(codesAt(err))
	}
}

func TestADraftIsBoundedAndMayBeEmpty(t *testing.T) {
	t.Parallel()
	if err := certification.CheckDraft("/plan", plan{}); err != nil {
		t.Error(codesAt(err))
	}
	long := plan{Place: strings.Repeat("长", form.ShortLimit+1), Assessors: []certification.Assessor{{Name: "周\x00"}}}
	if found := codesAt(certification.CheckDraft("/plan", long)); found["/plan/place"] != "too_long" || found["/plan/assessors/0/name"] != "control_character" {
		t.Error(found)
	}
}

func TestThePassRuleComesFromThePlanThenTheStandardThenTheSetting(t *testing.T) {
	t.Parallel()
	all := []filing.Way{filing.Examination, filing.ComprehensiveReview}
	plain := []filing.Way{filing.Examination}
	for name, c := range map[string]struct {
		way      certification.Way
		ways     []filing.Way
		filed    filing.PassRule
		standard filing.PassRule
		want     certification.PassRule
	}{
		"filed":                {certification.Examination, plain, filing.PassRule{Theory: 70, Skill: 65}, filing.PassRule{Theory: 60, Skill: 60}, certification.PassRule{Theory: 70, Practice: 65, Basis: "plan"}},
		"filed, with a review": {certification.Examination, plain, filing.PassRule{Theory: 70, Skill: 65, Review: 60}, filing.PassRule{}, certification.PassRule{Theory: 70, Practice: 65, Review: 60, Basis: "plan"}},
		"review on its own":    {certification.Examination, all, filing.PassRule{Theory: 70, Skill: 65, Review: 60}, filing.PassRule{}, certification.PassRule{Theory: 70, Practice: 65, Basis: "plan"}},
		"practice only":        {certification.Examination, plain, filing.PassRule{Skill: 65}, filing.PassRule{}, certification.PassRule{Practice: 65, Basis: "plan"}},
		"the review's":         {certification.Review, all, filing.PassRule{Theory: 70, Skill: 65, Review: 75}, filing.PassRule{}, certification.PassRule{Review: 75, Basis: "plan"}},
		"standard":             {certification.Examination, all, filing.PassRule{}, filing.PassRule{Theory: 60, Skill: 62}, certification.PassRule{Theory: 60, Practice: 62, Basis: "standard"}},
		"review not filed":     {certification.Review, all, filing.PassRule{Theory: 70, Skill: 65}, filing.PassRule{Review: 64}, certification.PassRule{Review: 64, Basis: "standard"}},
		"setting":              {certification.Examination, all, filing.PassRule{}, filing.PassRule{}, certification.PassRule{Theory: 60, Practice: 60, Basis: "setting"}},
		"setting of a process": {certification.Process, all, filing.PassRule{Review: 70}, filing.PassRule{}, certification.PassRule{Process: 60, Basis: "setting"}},
		"skill of a process":   {certification.Process, all, filing.PassRule{Theory: 70, Skill: 65}, filing.PassRule{}, certification.PassRule{Process: 65, Basis: "plan"}},
		"competition":          {certification.Competition, all, filing.PassRule{Theory: 70, Skill: 65}, filing.PassRule{}, certification.PassRule{Basis: "plan"}},
	} {
		got := certification.PassRuleOf(c.way, filing.OccupationRow{Ways: c.ways, PassRule: c.filed}, c.standard, 60)
		if got != c.want || got.Basis.Name().ZH == "" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestEachWayHasItsWords(t *testing.T) {
	t.Parallel()
	for _, way := range filing.Ways {
		if !way.Known() || way.Name().ZH == string(way) {
			t.Errorf("%s: %v", way, way.Name())
		}
	}
	if lottery := certification.Way("lottery"); lottery.Known() || lottery.Name().ZH != "lottery" {
		t.Error(lottery.Name())
	}
}
