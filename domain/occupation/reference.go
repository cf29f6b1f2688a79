package occupation

import (
	"fmt"
	"strings"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

// Reference is everything that decides whether an occupation may be filed.
type Reference struct {
	Catalogue Catalogue
	Rules     Rules
	Standards Standards
}

// DefaultReference is the reference that the product is delivered with.
func DefaultReference() (Reference, error) {
	catalogue, err := DefaultCatalogue()
	if err != nil {
		return Reference{}, err
	}
	rules, err := DefaultRules()
	if err != nil {
		return Reference{}, err
	}
	standards, err := DefaultStandards()
	return Reference{Catalogue: catalogue, Rules: rules, Standards: standards}, err
}

// Choice is one cell row of an application's matrix: an occupation, its work type and the levels.
type Choice struct {
	Code     string
	WorkType string // empty: none
	Levels   []Level
	National bool // by the national standard (国家职业标准); false: by an evaluation specification (评价规范)
}

// Check refuses a choice whose occupation is unknown on the day, no skill occupation, or licensed, and
// levels that its national standard lacks; all wrong levels are named at once. A judgement of
// CheckByHand is no error: an officer decides.
func (r Reference) Check(choice Choice, on civil.Date) (Judgement, error) {
	found, err := r.Catalogue.Lookup(choice.Code, on)
	if err != nil {
		return Judgement{}, err
	}
	if !found.Skill {
		return Judgement{}, fault.Wrong("/code", "not_skill",
			fmt.Sprintf("“%s”不是技能类职业，不能申请职业技能等级认定，请移除。", found.Name),
			fmt.Sprintf("%s is not a skill occupation and cannot be filed; remove it.", found.Name))
	}
	judgement := r.Rules.Judge(choice.Code, choice.WorkType, on)
	if err := judgement.Err(); err != nil {
		return judgement, err
	}
	return judgement, r.checkLevels(found, choice, on)
}

func (r Reference) checkLevels(found Occupation, choice Choice, on civil.Date) error {
	if len(choice.Levels) == 0 {
		return fault.Wrong("/levels", "required", fmt.Sprintf("请为“%s”至少选择一个等级。", found.Name),
			fmt.Sprintf("Choose at least one level of %s.", found.Name))
	}
	var refusal *fault.Error
	refuse := func(i int, code, zh, en string) {
		if refusal == nil {
			refusal = fault.New(fault.Invalid, zh, en)
		}
		refusal = refusal.At(fmt.Sprintf("/levels/%d", i), code, zh, en)
	}
	seen := map[Level]bool{}
	for i, level := range choice.Levels {
		name := level.Code.Text()
		switch {
		case level.Code.Rank() == 0:
			refuse(i, "level", fmt.Sprintf("没有等级“%.10s”。", level.Code), fmt.Sprintf("There is no level %.10q.", level.Code))
		case seen[level]:
			refuse(i, "doubled", fmt.Sprintf("“%s”的 %s 重复。", found.Name, name.ZH), fmt.Sprintf("%s of %s is given twice.", name.EN, found.Name))
		case choice.National && !r.Standards.Has(choice.Code, choice.WorkType, level.Code, on):
			has := r.levelNames(choice, on)
			refuse(i, "level_lacking",
				fmt.Sprintf("“%s”的国家职业标准没有 %s，可选：%s。", found.Name, name.ZH, has.ZH),
				fmt.Sprintf("The national standard of %s has no %s; it has: %s.", found.Name, name.EN, has.EN))
		}
		seen[level] = true
	}
	if refusal == nil {
		return nil
	}
	return refusal
}

func (r Reference) levelNames(choice Choice, on civil.Date) fault.Text {
	var zh, en []string
	for _, code := range r.Standards.Levels(choice.Code, choice.WorkType, on) {
		zh, en = append(zh, code.Text().ZH), append(en, code.Text().EN)
	}
	return fault.Text{ZH: strings.Join(zh, "、"), EN: strings.Join(en, "; ")}
}

// Changes lists what changed in catalogue and rules after from, up to and with to.
func (r Reference) Changes(from, to civil.Date) []Change {
	return inOrder(append(r.Catalogue.Changes(from, to), r.Rules.Changes(from, to)...))
}
