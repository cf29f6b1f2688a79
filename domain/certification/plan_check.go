package certification

import (
	"fmt"
	"slices"
	"strconv"

	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/form"
	"jiangxin/domain/occupation"
)

// Scope is what a filing allows, as a batch under it needs to know.
type Scope struct {
	Number       filing.FilingNumber
	Enterprise   string // ID
	Region       string // code of the city
	ValidFrom    civil.Date
	ValidThrough civil.Date
	Granted      []filing.Grant         // occupations and levels of the receipt
	Rows         []filing.OccupationRow // the filed matrix, with ways and pass rules
}

// Row is the filed matrix's row of an occupation and work type; the zero row where there is none.
func (s Scope) Row(code, workType string) filing.OccupationRow {
	for _, r := range s.Rows {
		if r.Code == code && r.WorkType == workType {
			return r
		}
	}
	return filing.OccupationRow{}
}

// PlanFacts are what the stored filing and the settings know when a plan is checked.
type PlanFacts struct {
	Today        civil.Date
	Enterprise   string // ID of the enterprise that makes the batch
	Region       string // code of its city, whose authority audits
	Filing       Scope
	Licence      occupation.Judgement // of the occupation today: a licence that came after the filing stops new batches
	AssessorsMin int                  // from policy
	Template     Template
	Documents    form.Documents
	Results      bool // the results are handed in now: the evaluation is over, and a validity that has ended since does no harm
}

// maxAssessors bounds the group of assessors of one batch.
const maxAssessors = 200

// CheckDraft checks what holds for a plan that is still being written: bounds of texts and lists. root is the
// prefix of every pointer.
func CheckDraft(root string, plan Plan) error {
	p := &planProblems{form.Problems{Root: root}}
	p.texts(plan)
	p.Text("/place", plan.Place, form.ShortLimit)
	for i, a := range plan.Assessors {
		p.Text("/assessors/"+strconv.Itoa(i)+"/name", a.Name, form.ShortLimit)
		p.Text("/assessors/"+strconv.Itoa(i)+"/card", a.Card, form.ShortLimit)
	}
	return p.Err()
}

// CheckPlan checks a complete plan: that filing, occupation, level and way are valid for it (notice 五(三): 在规定的
// 范围内), that enough assessors judge under one lead, and that the evidence is there.
func CheckPlan(root string, plan Plan, facts PlanFacts) error {
	p := &planProblems{form.Problems{Root: root}}
	p.texts(plan)
	p.filing(facts)
	p.scope(plan, facts)
	p.dates(plan, facts)
	p.Required("/place", plan.Place, form.ShortLimit, "请填写考核地点", "Give the place of the evaluation")
	p.assessors(plan.Assessors, facts.AssessorsMin)
	p.evidence(plan, facts)
	return p.Err()
}

type planProblems struct{ form.Problems }

func (p *planProblems) texts(plan Plan) {
	p.Text("/occupation", plan.Occupation, form.ShortLimit)
	p.Text("/workType", plan.WorkType, form.ShortLimit)
	p.Text("/note", plan.Note, form.NoteLimit)
	if len(plan.Assessors) > maxAssessors || len(plan.Evidence) > maxAssessors {
		p.Add("", "too_many", fmt.Sprintf("考评人员和佐证材料各最多 %d 项，请减少", maxAssessors), fmt.Sprintf("At most %d assessors and documents each; remove some", maxAssessors))
	}
}

// filing checks that the filing is the enterprise's own, and valid where a batch begins.
func (p *planProblems) filing(facts PlanFacts) {
	f := facts.Filing
	switch {
	case f.Enterprise != facts.Enterprise:
		p.Add("", "filing_of_another", fmt.Sprintf("机构备案号 %s 属于另一家企业，不能使用，请从本企业的备案中选择", f.Number),
			fmt.Sprintf("Filing %s belongs to another enterprise; choose one of your own", f.Number))
	case f.Region != facts.Region:
		p.Add("", "filing_of_another_city", fmt.Sprintf("机构备案号 %s 在另一个市备案，认定结果须由备案所在市审核，请选择在本市的备案", f.Number),
			fmt.Sprintf("Filing %s is of another city, whose authority audits its results; choose one of this city", f.Number))
	case !facts.Results && facts.Today.After(f.ValidThrough):
		p.Add("", "filing_expired", fmt.Sprintf("备案资质已于 %s 到期，不能新建批次，请先办理延期", f.ValidThrough),
			fmt.Sprintf("The filing ended on %s; have it renewed before a new batch", f.ValidThrough))
	}
}

// scope checks occupation, level and way against the receipt.
func (p *planProblems) scope(plan Plan, facts PlanFacts) {
	code, level := plan.Occupation, string(plan.Level)
	grant := slices.IndexFunc(facts.Filing.Granted, func(g filing.Grant) bool { return g.Code == code && g.WorkType == plan.WorkType })
	switch {
	case code == "":
		p.Add("/occupation", "required", "请选择职业（工种）", "Choose the occupation")
	case grant < 0:
		p.Add("/occupation", "occupation_not_filed", "该职业（工种）没有备案，请选择已备案的职业（工种），或先申请增加", "This occupation is not filed; choose one that is, or apply for its addition")
	case level == "":
		p.Add("/level", "required", "请选择等级", "Choose the level")
	case !slices.Contains(facts.Filing.Granted[grant].Levels, level):
		p.Add("/level", "level_not_filed", "该职业的这个等级没有备案，请选择已备案的等级，或先申请增加", "This level of the occupation is not filed; choose one that is, or apply for its addition")
	}
	if !facts.Results {
		if err := facts.Licence.Err(); err != nil {
			p.Because("/occupation", err)
		}
	}
	ways := facts.Filing.Row(code, plan.WorkType).Ways
	switch {
	case !plan.Way.Known():
		p.Add("/way", "choice", "请选择评价方式：考核测评、综合评审、过程考核或竞赛选拔", "Choose the way of evaluation")
	case len(ways) > 0 && !slices.Contains(ways, plan.Way):
		p.Add("/way", "way_not_filed", "备案的工作方案中没有“"+plan.Way.Name().ZH+"”，请选择已备案的评价方式", "The filed plan has no "+plan.Way.Name().EN+"; choose a way that it has")
	}
}

func (p *planProblems) dates(plan Plan, facts PlanFacts) {
	f := facts.Filing
	switch {
	case plan.From.IsZero():
		p.Add("/from", "required", "请填写考核开始日期", "Give the first day of the evaluation")
	case plan.To.IsZero():
		p.Add("/to", "required", "请填写考核结束日期", "Give the last day of the evaluation")
	case plan.To.Before(plan.From):
		p.Add("/to", "order", "结束日期不能早于开始日期", "The last day is before the first")
	case !plan.From.Within(f.ValidFrom, f.ValidThrough):
		p.Add("/from", "outside_validity", fmt.Sprintf("考核须在备案有效期内（%s 至 %s）进行，请修改日期", f.ValidFrom, f.ValidThrough),
			fmt.Sprintf("The evaluation must lie within the validity, %s to %s; change the dates", f.ValidFrom, f.ValidThrough))
	case !plan.To.Within(f.ValidFrom, f.ValidThrough):
		p.Add("/to", "outside_validity", fmt.Sprintf("考核须在备案有效期内（%s 至 %s）进行，请修改日期", f.ValidFrom, f.ValidThrough),
			fmt.Sprintf("The evaluation must lie within the validity, %s to %s; change the dates", f.ValidFrom, f.ValidThrough))
	case facts.Results && plan.To.After(facts.Today):
		p.Add("/to", "not_over", fmt.Sprintf("考核到 %s 才结束，结束后再报送结果", plan.To), fmt.Sprintf("The evaluation ends on %s; hand the results in after it", plan.To))
	}
}

// assessors asks for enough different people and exactly one lead (考评小组组长).
func (p *planProblems) assessors(group []Assessor, least int) {
	if len(group) < least {
		n := strconv.Itoa(least)
		p.Add("/assessors", "too_few", "考评人员不少于 "+n+" 人，请补充", "There are at least "+n+" assessors; add some")
	}
	leads, seen := 0, map[string]bool{}
	for i, a := range group {
		at := "/assessors/" + strconv.Itoa(i)
		p.Required(at+"/name", a.Name, form.ShortLimit, "请填写考评员姓名", "Name the assessor")
		p.Required(at+"/card", a.Card, form.ShortLimit, "请填写考评员证卡号", "Give the number of the assessor's card")
		if key := alike(a.Card); key != "" {
			if seen[key] {
				p.Add(at+"/card", "duplicate", "同一证卡号填写了两次，请核对", "This card stands twice; check it")
			}
			seen[key] = true
		}
		if a.Lead {
			leads++
		}
	}
	if leads != 1 && len(group) > 0 {
		p.Add("/assessors", "lead", "请指定一名组长", "Name exactly one lead")
	}
}

func (p *planProblems) evidence(plan Plan, facts PlanFacts) {
	given := map[string]bool{}
	for i, e := range plan.Evidence {
		at := "/evidence/" + strconv.Itoa(i)
		if !slices.ContainsFunc(facts.Template.Evidence, func(need EvidenceNeed) bool { return need.Kind == e.Kind }) {
			p.Add(at+"/kind", "choice", "没有这种佐证材料，请从列表中选择", "There is no such kind of evidence; choose from the list")
		}
		if p.Document(at+"/document", e.Document, facts.Documents) {
			given[e.Kind] = true
		}
	}
	if !facts.Results {
		return
	}
	for _, need := range facts.Template.Needs(plan.Way) {
		if !given[need.Kind] {
			p.Add("/evidence", "missing", "缺少佐证材料“"+need.Name+"”，请上传", "The evidence "+need.Kind+" is missing; upload it")
		}
	}
}
