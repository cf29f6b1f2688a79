package filing

import (
	"regexp"
	"slices"
	"strconv"

	"jiangxin/domain/fault"
	"jiangxin/domain/occupation"
)

// knownLevel says whether code is one of the five levels, 特级技师 or 首席技师 (notice 二(二)).
func knownLevel(code string) bool { return occupation.LevelCode(code).Rank() > 0 }

// occupationForm is a code of the classification, or of the province's own additions (LN-0001).
var occupationForm = regexp.MustCompile(`^([1-8]-\d{2}-\d{2}-\d{2}|LN-\d{4})$`)

func (p *problems) matrixGaps(o Occupations, lookups Lookups) {
	if len(o.Rows) == 0 {
		p.fill("/rows")
	}
	seen := map[string]int{}
	for i, row := range o.Rows {
		at := "/rows/" + strconv.Itoa(i)
		if first, twice := seen[row.key()]; twice {
			p.Add(at+"/code", "duplicate", "与第 "+strconv.Itoa(first+1)+" 行重复，请合并等级后删除一行", "It equals row "+strconv.Itoa(first+1)+"; join the levels and delete one row")
		} else {
			seen[row.key()] = i
		}
		p.occupationGaps(at, row, lookups)
		p.standardGaps(at, row)
		p.wayGaps(at, row)
	}
}

func (p *problems) occupationGaps(at string, row OccupationRow, lookups Lookups) {
	p.need(at+"/code", row.Code)
	p.need(at+"/name", row.Name)
	var known []string
	if row.Code != "" {
		if !occupationForm.MatchString(row.Code) {
			p.Add(at+"/code", "format", "职业编码应形如 6-31-01-03，请从目录中选择", "A code looks like 6-31-01-03; choose it from the catalogue")
		} else if lookups.Catalogue != nil {
			j := lookups.Catalogue.Judge(row.Code, row.WorkType, lookups.Today)
			p.judged(at, row, j)
			known = j.Levels
		}
	}
	if len(row.Levels) == 0 {
		p.fill(at + "/levels")
	}
	for i, level := range row.Levels {
		where := at + "/levels/" + strconv.Itoa(i) + "/code"
		twice := slices.IndexFunc(row.Levels, func(l LevelChoice) bool { return l.Code == level.Code }) < i
		lacks := row.Standard.Kind == NationalStandard && len(known) > 0 && !slices.Contains(known, standardLevel(level.Code))
		switch {
		case !knownLevel(level.Code) || twice:
			p.Add(where, "level", "等级不对或重复，请重新选择", "The level is unknown or stands twice; choose again")
		case lacks:
			p.Add(where, "level_not_in_standard", "国家职业标准中没有这个等级，请删除该等级或改用评价规范", "The national standard has no such level; remove it or use a specification")
		}
		p.subLevelGaps(at+"/levels/"+strconv.Itoa(i)+"/subLevels", level)
	}
}

// standardLevel is the level of a national standard on which code rests: 特级技师 and 首席技师 on 一级.
func standardLevel(code string) string {
	if occupation.LevelCode(code).Rank() > occupation.One.Rank() {
		return string(occupation.One)
	}
	return code
}

func (p *problems) subLevelGaps(at string, level LevelChoice) {
	for i, sub := range level.SubLevels {
		if _, err := occupation.ParseLevel(level.Code + "/" + sub); err != nil && knownLevel(level.Code) {
			p.Because(at+"/"+strconv.Itoa(i), err)
		} else if slices.Index(level.SubLevels, sub) < i {
			p.Add(at+"/"+strconv.Itoa(i), "duplicate", "层次重复，请删除一个", "This step stands twice; delete one")
		}
	}
}

func (p *problems) judged(at string, row OccupationRow, j Judgement) {
	switch {
	case !j.Known:
		p.Add(at+"/code", "unknown_occupation", "职业分类目录中没有这个编码，请从目录中选择", "The catalogue has no such code; choose from the catalogue")
	case j.Licence == occupation.Forbid:
		p.Add(at+"/code", "licensed", "属于准入类职业(工种)，不纳入企业认定范围，请删除。依据："+j.Basis, "A licensed occupation is excluded; remove it. Basis: "+j.Basis)
	case !j.Skill:
		p.Add(at+"/code", "not_skill_class", "不是技能类职业，不能申报，请更换", "This is no occupation of the skill class; replace it")
	case row.Name != "" && j.Name != "" && row.Name != j.Name:
		p.Add(at+"/name", "name_differs", "职业名称与目录不一致，应为“"+j.Name+"”", "The name differs from the catalogue, which says "+j.Name)
	}
}

func (p *problems) standardGaps(at string, row OccupationRow) {
	p.need(at+"/standard/kind", string(row.Standard.Kind))
	p.need(at+"/standard/name", row.Standard.Name)
	if row.Standard.Kind == EnterpriseSpecification {
		p.need(at+"/standard/document", string(row.Standard.Document))
	}
}

// wayGaps asks for a way, and for the pass rule of the parts that the ways use.
func (p *problems) wayGaps(at string, row OccupationRow) {
	if len(row.Ways) == 0 {
		p.fill(at + "/ways")
		return
	}
	for i, way := range row.Ways {
		if slices.Index(row.Ways, way) < i {
			p.Add(at+"/ways/"+strconv.Itoa(i), "duplicate", "评价方式重复，请删除一个", "The way stands twice; delete one")
		}
	}
	rule := row.PassRule
	if slices.Contains(row.Ways, Examination) {
		if rule.Theory == 0 {
			p.fill(at + "/passRule/theory")
		}
		if rule.Skill == 0 {
			p.fill(at + "/passRule/skill")
		}
	}
	if slices.Contains(row.Ways, ComprehensiveReview) && rule.Review == 0 {
		p.fill(at + "/passRule/review")
	}
	if rule.Theory+rule.Skill+rule.Review == 0 {
		p.need(at+"/passRule/text", rule.Text)
	}
}

// Notices lists what does not stop a submission but an officer has to decide by hand: occupations of which
// only some operations need a licence.
func Notices(app Application, lookups Lookups) []fault.Field {
	p := newProblems("/occupations")
	if lookups.Catalogue == nil {
		return nil
	}
	for i, row := range app.Occupations.Rows {
		if j := lookups.Catalogue.Judge(row.Code, row.WorkType, lookups.Today); j.Licence == occupation.CheckByHand {
			p.Add("/rows/"+strconv.Itoa(i)+"/code", "check_by_hand", "“"+row.label()+"”部分作业需准入资格，请人工核对。依据："+j.Basis,
				"Some operations of "+row.label()+" need a licence; check by hand. Basis: "+j.Basis)
		}
	}
	return p.Fields
}
