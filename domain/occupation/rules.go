package occupation

import (
	"fmt"
	"slices"
	"strings"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

// Verdict says whether an occupation may be filed with regard to licences (notice 二(一): 准入类职业(工种)不纳入).
type Verdict string

// The verdicts.
const (
	Allow       Verdict = "allow"       // 允许
	CheckByHand Verdict = "checkByHand" // 人工核对: only some operations or work types in it need a licence
	Forbid      Verdict = "forbid"      // 禁止: the occupation itself needs a licence
)

// Rule gives a verdict to an occupation, or to one of its work types, over a period.
type Rule struct {
	Code     string     `json:"code"`
	WorkType string     `json:"workType,omitempty"` // empty: the whole occupation
	Verdict  Verdict    `json:"verdict"`
	Basis    string     `json:"basis"` // the list and its entry
	Note     string     `json:"note,omitempty"`
	From     civil.Date `json:"from"`
	To       civil.Date `json:"to,omitzero"`
}

// Rules is the rule table of licensed occupations. It is immutable and safe for concurrent use.
type Rules struct{ byCode map[string][]Rule }

// Judgement is a verdict with the rules that led to it; without any rule it allows.
type Judgement struct {
	Verdict Verdict
	Rules   []Rule
}

// NewRules builds a rule table.
func NewRules(rows []Rule) (Rules, error) {
	rules := Rules{byCode: map[string][]Rule{}}
	for _, row := range rows {
		known := row.Verdict == Allow || row.Verdict == CheckByHand || row.Verdict == Forbid
		if !codeForm.MatchString(row.Code) || !known || row.Basis == "" || row.From.IsZero() {
			return Rules{}, wrongRow(row.Code, "准入规则须写明编码、结论、依据和施行日期。",
				"a licence rule states code, verdict, basis and first day.")
		}
		rules.byCode[row.Code] = append(rules.byCode[row.Code], row)
	}
	return rules, nil
}

// With is the table with more rules; the table itself stays as it is.
func (r Rules) With(rows ...Rule) (Rules, error) { return NewRules(append(r.Rows(), rows...)) }

// Rows lists all rules by code.
func (r Rules) Rows() []Rule {
	var rows []Rule
	for _, rules := range r.byCode {
		rows = append(rows, rules...)
	}
	slices.SortStableFunc(rows, func(a, b Rule) int { return strings.Compare(a.Code, b.Code) })
	return rows
}

// Judge finds the verdict for an occupation and work type (empty: none) on a day. Rules of the work
// type go before those of the occupation; among equals the strictest holds.
func (r Rules) Judge(code, workType string, on civil.Date) Judgement {
	var general, own []Rule
	workType = fold(workType)
	for _, rule := range r.byCode[code] {
		switch {
		case !on.Within(rule.From, rule.To):
		case rule.WorkType == "":
			general = append(general, rule)
		case fold(rule.WorkType) == workType:
			own = append(own, rule)
		}
	}
	if len(own) > 0 {
		return strictest(own)
	}
	return strictest(general)
}

func strictest(rules []Rule) Judgement {
	judgement := Judgement{Verdict: Allow, Rules: rules}
	for _, rule := range rules {
		if rule.Verdict == Forbid || rule.Verdict == CheckByHand && judgement.Verdict == Allow {
			judgement.Verdict = rule.Verdict
		}
	}
	return judgement
}

// Basis joins the bases and notes of the judgement's rules, for screens and letters.
func (j Judgement) Basis() string {
	bases := make([]string, 0, len(j.Rules))
	for _, rule := range j.Rules {
		basis := rule.Basis
		if rule.Note != "" {
			basis += "（" + rule.Note + "）"
		}
		if !slices.Contains(bases, basis) {
			bases = append(bases, basis)
		}
	}
	return strings.Join(bases, "；")
}

// Err is the refusal of a forbidden occupation, nil otherwise.
func (j Judgement) Err() error {
	if j.Verdict != Forbid {
		return nil
	}
	return fault.Wrong("", "licensed",
		fmt.Sprintf("该职业（工种）属准入类，不纳入企业职业技能等级认定范围，请移除。依据：%s。", j.Basis()),
		fmt.Sprintf("This occupation needs a licence and cannot be filed; remove it. Basis: %s.", j.Basis()))
}

// licensedList is the list on which the delivered rules rest.
const licensedList = "国家职业资格目录（2021年版）"

// DefaultRules is the delivered table: an occupation that the list names exactly is forbidden, one that
// it names in part or touches by single operations is checked by hand, a work type that it names is
// forbidden. Entries that the edition of 2021 added hold from then, the others from the notice's day.
func DefaultRules() (Rules, error) {
	all, err := readTables("licensed_overlap_codes", "licensed_skill_entries", "licensed_dates", "editions")
	if err != nil {
		return Rules{}, err
	}
	begin, err := civil.Parse(all["editions"][0]["from"])
	if err != nil {
		return Rules{}, brokenTable("editions", err)
	}
	later := map[string]civil.Date{}
	for _, row := range all["licensed_dates"] {
		if later[row["entry"]], err = civil.Parse(row["from"]); err != nil {
			return Rules{}, brokenTable("licensed_dates", err)
		}
	}
	from := func(entry string) civil.Date {
		if day, found := later[entry]; found {
			return day
		}
		return begin
	}
	var rows []Rule
	inPart := map[string]bool{}
	for _, line := range all["licensed_overlap_codes"] {
		rule := Rule{Code: line["code"], Verdict: CheckByHand, Basis: licensedList + line["entry"], Note: line["note"], From: from(line["entry"])}
		switch line["relation"] {
		case "exact":
			rule.Verdict, rule.Note = Forbid, ""
		case "part":
			inPart[line["entry"]+line["code"]] = true
		}
		rows = append(rows, rule)
	}
	for _, line := range all["licensed_skill_entries"] {
		if !inPart[line["entry"]+line["code"]] {
			continue
		}
		for _, name := range licensedNames(line) {
			rows = append(rows, Rule{Code: line["code"], WorkType: name, Verdict: Forbid,
				Basis: licensedList + line["entry"] + "：" + line["occupation"], From: from(line["entry"])})
		}
	}
	return NewRules(rows)
}

// licensedNames are the work types that an entry names: its work type, or else its own names.
func licensedNames(entry record) []string {
	if workType := entry["work_type"]; workType != "" {
		return []string{workType}
	}
	return append(strings.Split(entry["occupation"], "、"), entry["occupation"])
}
