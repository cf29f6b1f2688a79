package filing

import (
	"slices"
	"strconv"

	"jiangxin/domain/casework"
)

// Conclusion is what the experts' written assessment ends with.
type Conclusion string

// The conclusions.
const (
	Recommend    Conclusion = "recommend"    // 建议通过
	RectifyFirst Conclusion = "rectify"      // 建议整改后复核
	NotRecommend Conclusion = "notRecommend" // 建议不通过
)

// Grant is an occupation with the levels that are recommended or granted.
type Grant struct {
	Code     string   `json:"code"`
	Name     string   `json:"name,omitempty"`
	WorkType string   `json:"workType"`
	Levels   []string `json:"levels"` // level codes
}

// Point is one thing to mend (整改事项).
type Point struct {
	Condition int    `json:"condition"` // the condition of article 一 that it belongs to, 1 to 5
	Text      string `json:"text"`
}

// AssessmentSheet is the written assessment that the panel's leader draws up (专家评估书面意见).
type AssessmentSheet struct {
	Summary     ActivitySummary    `json:"summary"`
	Findings    []ConditionFinding `json:"findings"`
	Conclusion  Conclusion         `json:"conclusion"`
	Recommended []Grant            `json:"recommended"` // needed with Recommend
	Points      []Point            `json:"points"`      // needed with RectifyFirst
	Reasons     string             `json:"reasons"`     // needed with NotRecommend
	SignedSheet DocumentID         `json:"signedSheet"`
}

// ActivitySummary sums up the four activities of the experts (notice 四(二)).
type ActivitySummary struct {
	DocumentReview      string `json:"documentReview"`      // 文件审核
	TechnicalAssessment string `json:"technicalAssessment"` // 技术评估
	Deliberation        string `json:"deliberation"`        // 专家论证
	SiteVisit           string `json:"siteVisit"`           // 现场考察
}

func (s *AssessmentSheet) check(p *problems, _ casework.Verdict, facts Facts) {
	const zh, en = "请写明该项工作的情况", "Sum up this activity"
	p.Required("/summary/documentReview", s.Summary.DocumentReview, NoteLimit, zh, en)
	p.Required("/summary/technicalAssessment", s.Summary.TechnicalAssessment, NoteLimit, zh, en)
	p.Required("/summary/deliberation", s.Summary.Deliberation, NoteLimit, zh, en)
	p.Required("/summary/siteVisit", s.Summary.SiteVisit, NoteLimit, zh, en)
	p.conditions("/findings", s.Findings, facts)
	p.grants("/recommended", s.Recommended, applied(facts.Occupations))
	switch s.Conclusion {
	case Recommend:
		if len(s.Recommended) == 0 {
			p.Add("/recommended", "required", "请列出建议通过的职业(工种)和等级", "List the occupations and levels that you recommend")
		}
		for i, f := range s.Findings {
			if f.Finding == NotMet {
				p.Add("/findings/"+strconv.Itoa(i)+"/finding", "contradiction", "有条件不符合，不能建议通过，请改为整改或不通过",
					"A condition is not met; recommend to rectify or not to pass")
			}
		}
	case RectifyFirst:
		p.points("/points", s.Points)
	case NotRecommend:
		p.Required("/reasons", s.Reasons, NoteLimit, "请写明建议不通过的理由", "Give the reasons for not recommending")
	default:
		p.Add("/conclusion", "conclusion", "请选择结论：建议通过、整改后复核或不通过", "Choose recommend, rectify or notRecommend")
	}
	p.signedSheet(s.SignedSheet, facts)
}

// grants checks that each grant lies within what bounds allows.
func (p *problems) grants(pointer string, grants, bounds []Grant) {
	seen := map[string]bool{}
	for i, g := range grants {
		at, key := pointer+"/"+strconv.Itoa(i), occupationKey(g.Code, g.WorkType)
		bound := slices.IndexFunc(bounds, func(b Grant) bool { return occupationKey(b.Code, b.WorkType) == key })
		if bound < 0 || seen[key] {
			p.Add(at+"/code", "occupation", "该职业(工种)不在范围内或重复，请重新选择", "This occupation lies outside or stands twice; choose again")
			continue
		}
		seen[key] = true
		if len(g.Levels) == 0 {
			p.Add(at+"/levels", "required", "请至少选择一个等级", "Choose at least one level")
		}
		for j, level := range g.Levels {
			if !slices.Contains(bounds[bound].Levels, level) || slices.Index(g.Levels, level) < j {
				p.Add(at+"/levels/"+strconv.Itoa(j), "level", "该等级不在范围内或重复，请重新选择", "This level lies outside or stands twice; choose again")
			}
		}
	}
}

func (p *problems) points(pointer string, points []Point) {
	if len(points) == 0 {
		p.Add(pointer, "required", "请至少列出一项整改事项", "List at least one point to mend")
	}
	for i, point := range points {
		at := pointer + "/" + strconv.Itoa(i)
		if point.Condition < 1 || point.Condition > ConditionCount {
			p.Add(at+"/condition", "condition", "请选择对应的条件(一至五)", "Choose the condition, 1 to 5")
		}
		p.Required(at+"/text", point.Text, NoteLimit, "请写明整改要求", "Say what to mend")
	}
}

// applied gives the occupations and levels of an application's matrix.
func applied(rows []OccupationRow) []Grant {
	grants := make([]Grant, 0, len(rows))
	for _, r := range rows {
		g := Grant{Code: r.Code, Name: r.Name, WorkType: r.WorkType}
		for _, level := range r.Levels {
			g.Levels = append(g.Levels, level.Code)
		}
		grants = append(grants, g)
	}
	return grants
}

// SignatureSheet is one expert's signature under the written assessment (专家签署).
type SignatureSheet struct {
	Words       string     `json:"words"` // needed with a dissent or a wish for revision
	SignedSheet DocumentID `json:"signedSheet"`
}

func (s *SignatureSheet) check(p *problems, verdict casework.Verdict, facts Facts) {
	switch verdict {
	case casework.Dissent:
		p.Required("/words", s.Words, NoteLimit, "请写明不同意见", "State your dissent")
	case casework.Revise:
		p.Required("/words", s.Words, NoteLimit, "请写明需要组长修改的内容", "Say what the leader should revise")
	}
	p.signedSheet(s.SignedSheet, facts)
}
