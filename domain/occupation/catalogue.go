// Package occupation knows what may be certified: the classification of occupations (职业分类大典) with its
// history, the skill occupations (技能类) in it and those that the ministry or the province added, the
// occupations that need a licence (准入类) and are therefore excluded, and the skill levels.
package occupation

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

// Occupation is one occupation (职业) as the catalogue has it over a period.
type Occupation struct {
	Code      string     // such as 6-31-01-03; the first digit is the major class, and so on
	Name      string     // such as 电工, without the marks S and L
	Digital   bool       // 数字职业 (S)
	Green     bool       // 绿色职业 (L)
	WorkTypes int        // number of work types (工种); 0: the work type prints as "--"
	Known     []string   // the names of work types that are on record, often not all
	Major     string     // name of the 大类
	Middle    string     // name of the 中类
	Minor     string     // name of the 小类
	Skill     bool       // 技能类: may be filed, licences apart
	Addition  string     // document by which it was added after the classification; empty otherwise
	Successor string     // code that took its place, when it was recoded
	From      civil.Date // first day of this form
	To        civil.Date // last day of this form; unset: open

	spelled []string // first letters of the name's characters
	folded  string   // the name as search compares it
	plain   string   // the code as search compares it
}

// Addition is an occupation, or a work type of one, that the ministry published or the province filed
// after the classification (notice 二(一): 后续经人力资源社会保障部门发布或备案的技能类职业(工种)).
type Addition struct {
	Code      string     `json:"code"`                // national, or LN-0001 where there is none yet
	Name      string     `json:"name"`                // of the occupation; must agree when the code exists
	WorkTypes []string   `json:"workTypes,omitempty"` // names to add
	Basis     string     `json:"basis"`               // the document
	From      civil.Date `json:"from"`
	To        civil.Date `json:"to,omitzero"`
}

// Catalogue is the classification with its history. It is immutable and safe for concurrent use; slices
// inside the occupations that it returns are shared and not to be changed.
type Catalogue struct {
	rows    []Occupation // by code, then From
	byCode  map[string][]int
	letters alphabet
}

var codeForm = regexp.MustCompile(`^([1-8]-\d{2}-\d{2}-\d{2}|LN-\d{4})$`)

// NewCatalogue builds a catalogue from rows in any order. Two rows of one code must not overlap.
func NewCatalogue(rows []Occupation) (Catalogue, error) {
	catalogue := Catalogue{rows: slices.Clone(rows), byCode: make(map[string][]int, len(rows)), letters: readAlphabet(initialsTable)}
	slices.SortFunc(catalogue.rows, func(a, b Occupation) int {
		if order := strings.Compare(a.Code, b.Code); order != 0 {
			return order
		}
		return a.From.Compare(b.From)
	})
	for i := range catalogue.rows {
		row := &catalogue.rows[i]
		if !codeForm.MatchString(row.Code) || row.Name == "" || row.From.IsZero() || !row.To.IsZero() && row.To.Before(row.From) {
			return Catalogue{}, wrongRow(row.Code, "职业编码、名称或日期不正确。", "its code, name or dates are wrong.")
		}
		if i > 0 && catalogue.rows[i-1].Code == row.Code {
			if earlier := catalogue.rows[i-1]; earlier.To.IsZero() || !earlier.To.Before(row.From) {
				return Catalogue{}, wrongRow(row.Code, "同一编码的有效期重叠。", "two forms of it overlap.")
			}
		}
		row.spelled, row.folded, row.plain = catalogue.letters.spell(row.Name), fold(row.Name), fold(row.Code)
		catalogue.byCode[row.Code] = append(catalogue.byCode[row.Code], i)
	}
	return catalogue, nil
}

// With is the catalogue with additions merged in; the catalogue itself stays as it is. An addition to a
// code in force adds its work types from its day on.
func (c Catalogue) With(additions ...Addition) (Catalogue, error) {
	rows := slices.Clone(c.rows)
	for _, addition := range additions {
		if addition.Basis == "" || addition.From.IsZero() {
			return Catalogue{}, wrongRow(addition.Code, "请写明依据文件和施行日期。", "state its document and first day.")
		}
		at := slices.IndexFunc(rows, func(row Occupation) bool {
			return row.Code == addition.Code && addition.From.Within(row.From, row.To)
		})
		if at < 0 {
			rows = append(rows, addition.occupation())
			continue
		}
		if existing := rows[at]; existing.Name != addition.Name || len(addition.WorkTypes) == 0 {
			return Catalogue{}, wrongRow(addition.Code, fmt.Sprintf("该编码已是“%s”。", existing.Name),
				fmt.Sprintf("this code is already %s.", existing.Name))
		}
		rows = extend(rows, at, addition)
	}
	return NewCatalogue(rows)
}

// occupation is the row of an addition that stands for an occupation of its own.
func (a Addition) occupation() Occupation {
	return Occupation{Code: a.Code, Name: a.Name, WorkTypes: len(a.WorkTypes), Known: slices.Clone(a.WorkTypes),
		Skill: true, Addition: a.Basis, From: a.From, To: a.To}
}

// extend divides the row at the addition's days, and gives the work types to the part between.
func extend(rows []Occupation, at int, addition Addition) []Occupation {
	before, during, after := rows[at], rows[at], rows[at]
	during.From, during.Addition = addition.From, addition.Basis
	during.Known = slices.Concat(during.Known, addition.WorkTypes)
	during.WorkTypes = max(during.WorkTypes+len(addition.WorkTypes), len(during.Known))
	rows = slices.Delete(rows, at, at+1)
	if before.From.Before(addition.From) {
		before.To = addition.From.AddDays(-1)
		rows = append(rows, before)
	}
	if !addition.To.IsZero() && (after.To.IsZero() || addition.To.Before(after.To)) {
		during.To, after.From = addition.To, addition.To.AddDays(1)
		rows = append(rows, after)
	}
	return append(rows, during)
}

// Lookup finds an occupation by its code on a day.
func (c Catalogue) Lookup(code string, on civil.Date) (Occupation, error) {
	for _, i := range c.byCode[code] {
		if on.Within(c.rows[i].From, c.rows[i].To) {
			return c.rows[i], nil
		}
	}
	zh := fmt.Sprintf("现行职业分类中没有编码为“%.20s”的职业，请重新选择。", code)
	en := fmt.Sprintf("The classification has no occupation %.20q on this day; choose again.", code)
	if forms := c.byCode[code]; len(forms) > 0 {
		if former := c.rows[forms[len(forms)-1]]; former.Successor != "" {
			zh = fmt.Sprintf("职业编码 %s（%s）已调整为 %s，请改选新编码。", code, former.Name, former.Successor)
			en = fmt.Sprintf("Occupation code %s (%s) became %s; choose the new code.", code, former.Name, former.Successor)
		}
	}
	return Occupation{}, fault.Wrong("", "occupation", zh, en)
}

// Edition is the catalogue as it stands on one day.
type Edition struct {
	catalogue Catalogue
	on        civil.Date
}

// At is the catalogue on a day.
func (c Catalogue) At(on civil.Date) Edition { return Edition{catalogue: c, on: on} }

// Lookup finds an occupation by its code.
func (e Edition) Lookup(code string) (Occupation, error) { return e.catalogue.Lookup(code, e.on) }

// All lists the edition's occupations by code.
func (e Edition) All() []Occupation {
	var all []Occupation
	for _, row := range e.catalogue.rows {
		if e.on.Within(row.From, row.To) {
			all = append(all, row)
		}
	}
	return all
}

// Version is the day from which the edition holds: the newest day, up to this one, on which some
// occupation began, changed or ended.
func (e Edition) Version() string {
	var newest civil.Date
	for _, row := range e.catalogue.rows {
		for _, day := range [...]civil.Date{row.From, row.To.AddDays(1)} {
			if day.After(newest) && !day.After(e.on) {
				newest = day
			}
		}
	}
	return newest.String()
}

func wrongRow(code, zh, en string) error {
	return fault.Wrong("", "catalogue_row", fmt.Sprintf("职业 %s：%s", code, zh), fmt.Sprintf("Occupation %s: %s", code, en))
}
