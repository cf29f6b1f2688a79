package certification

import (
	"slices"

	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
)

// PassRule says which parts a batch has and what a candidate must reach in each, of 100 marks. A mark of 0 means
// that the part is not asked.
type PassRule struct {
	Theory   int           `json:"theory"`
	Practice int           `json:"practice"`
	Review   int           `json:"review"`
	Process  int           `json:"process"`
	Basis    PassRuleBasis `json:"basis"`
	Text     string        `json:"text"` // the filed plan's own words, where it has any
}

// PassRuleBasis says where the marks come from.
type PassRuleBasis string

// The sources, in the order in which they are asked.
const (
	ByFiledPlan PassRuleBasis = "plan"     // 备案的工作方案 (附件2)
	ByStandard  PassRuleBasis = "standard" // 国家职业标准
	BySetting   PassRuleBasis = "setting"  // 系统参数 pass.mark
)

// Name gives the source's words.
func (b PassRuleBasis) Name() casework.Name {
	switch b {
	case ByFiledPlan:
		return casework.Name{ZH: "备案的工作方案", EN: "the filed plan"}
	case ByStandard:
		return casework.Name{ZH: "国家职业标准", EN: "the national standard"}
	case BySetting:
		return casework.Name{ZH: "系统参数", EN: "the setting"}
	}
	return casework.Name{ZH: string(b), EN: string(b)}
}

// PassRuleOf derives the rule of a batch: from the enterprise's filed plan where it gives marks for the batch's
// way, else from the standard, else the setting (DOMAIN A). filed is the row of the filed matrix for the batch's
// occupation and work type; standard is the zero rule where the standard gives none; mark is pass.mark.
func PassRuleOf(way Way, filed filing.OccupationRow, standard filing.PassRule, mark int) PassRule {
	ownReview := slices.Contains(filed.Ways, filing.ComprehensiveReview)
	if rule, ok := ofWay(way, filed.PassRule, !ownReview); ok {
		rule.Basis, rule.Text = ByFiledPlan, filed.PassRule.Text
		return rule
	}
	if rule, ok := ofWay(way, standard, true); ok {
		rule.Basis, rule.Text = ByStandard, filed.PassRule.Text
		return rule
	}
	rule := PassRule{Basis: BySetting, Text: filed.PassRule.Text}
	switch way {
	case Examination:
		rule.Theory, rule.Practice = mark, mark
	case Review:
		rule.Review = mark
	case Process:
		rule.Process = mark
	case Competition:
	}
	return rule
}

// ofWay takes from a rule the parts that a way uses; false where it gives none. In an examination a review mark
// counts only where the review is no way of its own: there it belongs to that way. No rule of a filing has a
// mark for 过程考核, whose work is practical: the mark for skill stands for it.
func ofWay(way Way, given filing.PassRule, reviewToo bool) (PassRule, bool) {
	var rule PassRule
	switch way {
	case Examination:
		rule.Theory, rule.Practice = given.Theory, given.Skill
		if reviewToo && rule.Theory+rule.Practice > 0 {
			rule.Review = given.Review
		}
	case Review:
		rule.Review = given.Review
	case Process:
		rule.Process = given.Skill
	case Competition:
		return rule, true // direct recognition: nothing is marked
	}
	return rule, rule.Theory+rule.Practice+rule.Review+rule.Process > 0
}

// ScoreFields are the four parts that have marks.
var ScoreFields = []Field{FieldTheory, FieldPractice, FieldReview, FieldProcess}

// Mark is what a part needs; 0 when it is not asked.
func (r PassRule) Mark(part Field) int {
	switch part {
	case FieldTheory:
		return r.Theory
	case FieldPractice:
		return r.Practice
	case FieldReview:
		return r.Review
	case FieldProcess:
		return r.Process
	}
	return 0
}
