package filing

import (
	"fmt"
	"slices"

	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
)

// VerificationSheet is the verification result (核验结论) of the bureau or the delegated authority.
type VerificationSheet struct {
	Granted []Grant  `json:"granted"` // with Pass; empty: all that the experts recommend
	Points  []Point  `json:"points"`  // with Rectify
	Days    int      `json:"days"`    // with Rectify: working days for mending
	Target  Stage    `json:"target"`  // with Rectify: where it is checked again; not set: SiteVisit
	Grounds []Ground `json:"grounds"` // with Fail
	Words   string   `json:"words"`   // needed when the result differs from the experts' conclusion
}

func (s *VerificationSheet) check(p *problems, verdict casework.Verdict, facts Facts) {
	switch verdict {
	case casework.Pass:
		if facts.Conclusion == "" {
			p.Add("", "unassessed", "尚无专家评估书面意见，不能作出通过结论，请退回专家评估", "The experts have not concluded; send the case back to the assessment")
		}
		bounds := facts.Recommended
		if facts.Conclusion != Recommend {
			bounds = applied(facts.Occupations)
			if len(s.Granted) == 0 {
				p.Add("/granted", "required", "请列出通过核验的职业(工种)和等级", "List the occupations and levels that pass")
			}
		}
		p.grants("/granted", s.Granted, bounds)
	case casework.Rectify:
		p.points("/points", s.Points)
		if s.Days < max(facts.RectifyMin, 1) || (facts.RectifyMax > 0 && s.Days > facts.RectifyMax) {
			least, most := max(facts.RectifyMin, 1), facts.RectifyMax
			p.Add("/days", "days", fmt.Sprintf("整改期限应为 %d 至 %d 个工作日", least, most),
				fmt.Sprintf("The time for mending is %d to %d working days", least, most))
		}
		if s.Target != "" && !slices.Contains(targets[Verification], s.Target) {
			p.Add("/target", "target", "整改后不能回到这个环节，请从列出的环节中选择", "It cannot be checked again in this stage; choose one of those listed")
		}
	case casework.Fail:
		p.grounds("/grounds", s.Grounds)
	}
	if expected, ok := verdictOf[facts.Conclusion]; ok && expected != verdict {
		p.Required("/words", s.Words, NoteLimit, "核验结论与专家评估书面意见不一致，请说明理由", "The result differs from the experts' assessment; say why")
	}
}

// Granted gives the occupations and levels that passed: those of the verification, or else all that the
// experts recommend, within what was applied for. It is fault.NotReady while the experts have not concluded,
// while nothing has passed, or when nothing is left. Names come from the application.
func Granted(rows []OccupationRow, assessment *AssessmentSheet, verification *VerificationSheet) ([]Grant, error) {
	if assessment == nil || verification == nil {
		return nil, fault.New(fault.NotReady, "尚无专家评估书面意见或通过的核验结论，请先办理评估和核验",
			"There is no expert assessment or no verification that passed; take these steps first")
	}
	limits := verification.Granted
	if len(limits) == 0 && assessment.Conclusion == Recommend {
		limits = assessment.Recommended
	}
	var granted []Grant
	for _, g := range applied(rows) {
		i := slices.IndexFunc(limits, func(l Grant) bool { return l.Code == g.Code && l.WorkType == g.WorkType })
		if i < 0 {
			continue
		}
		g.Levels = slices.DeleteFunc(g.Levels, func(level string) bool { return !slices.Contains(limits[i].Levels, level) })
		if len(g.Levels) > 0 {
			granted = append(granted, g)
		}
	}
	if len(granted) == 0 {
		return nil, fault.New(fault.NotReady, "申请中没有通过核验的职业(工种)和等级，请退回核验环节更正",
			"No occupation and level of the application has passed; send the case back to the verification")
	}
	return granted, nil
}

var verdictOf = map[Conclusion]casework.Verdict{
	Recommend: casework.Pass, RectifyFirst: casework.Rectify, NotRecommend: casework.Fail,
}

// RectificationSheet is the enterprise's report on what it mended (整改).
type RectificationSheet struct {
	Answers   []Answer     `json:"answers"` // one for each point, by its index
	Documents []DocumentID `json:"documents"`
}

func (s *RectificationSheet) check(p *problems, _ casework.Verdict, facts Facts) {
	p.answers("/answers", s.Answers, len(facts.Points), facts)
	p.documents("/documents", s.Documents, facts)
}
