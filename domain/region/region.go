// Package region knows the places and bodies of the province: its cities, the two bodies of each, the
// provincial ones, and which of them is competent for what on a day (notice 四, 五(二)). Names and
// competences are dated, because both have changed and will change again.
package region

import (
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

// Name is what a place or body is called over a period; an open side has no bound.
type Name struct {
	ZH   string     `json:"zh"`
	EN   string     `json:"en"`
	From civil.Date `json:"from,omitzero"`
	To   civil.Date `json:"to,omitzero"`
}

// Level is the kind of a region.
type Level string

// The levels.
const (
	Province Level = "province" // 省
	City     Level = "city"     // 市
	District Level = "district" // files by itself, as 沈抚 does
)

// Region is a place. Its code is that of GB/T 2260 or, where that has none, an internal one (LN-SF).
type Region struct {
	Code   string `json:"code"`
	Level  Level  `json:"kind"`
	Parent string `json:"parent,omitempty"` // code of the province; empty for the province
	Names  []Name `json:"names"`
	Note   string `json:"note,omitempty"`
}

// Kind is the kind of a body.
type Kind string

// The kinds of bodies.
const (
	Bureau     Kind = "bureau"     // 市人社部门
	Authority  Kind = "authority"  // 公共就业服务机构主管部门
	Centre     Kind = "centre"     // 省人事考试中心
	Department Kind = "department" // 省厅
)

// Body is an office that acts. Its ID is kind and region, such as bureau-210100, and outlives its names.
type Body struct {
	ID     string     `json:"id"`
	Kind   Kind       `json:"kind"`
	Region string     `json:"region"`
	Names  []Name     `json:"names"`
	From   civil.Date `json:"from,omitzero"` // first day on which it acts
	To     civil.Date `json:"to,omitzero"`   // last such day
}

// Function is a duty that one body of a region is competent for.
type Function string

// The functions, with the body that the notice names.
const (
	Verification Function = "verification" // 受理、组织专家、核验: the bureau, or the authority where delegated
	Submission   Function = "submission"   // 报送备案: always the bureau
	Catalogue    Function = "catalogue"    // 公布目录、动态调整、报省厅: the city (setting: the bureau)
	Audit        Function = "audit"        // 结果审核、证书数据上传、月汇总、质量监督: always the authority
	Review       Function = "review"       // 复核: the exam centre
	Query        Function = "query"        // 查询系统、全国联网、结果报送内容和方式: the exam centre
	Receipt      Function = "receipt"      // 备案回执: the Department
)

// Functions lists all functions in the order of the notice.
func Functions() []Function {
	return []Function{Verification, Submission, Review, Receipt, Catalogue, Audit, Query}
}

// Competence gives a function to a kind of body, from a day on, in one region or in all.
type Competence struct {
	Function Function   `json:"function"`
	Kind     Kind       `json:"kind"`
	Region   string     `json:"region,omitempty"` // empty: every region without a row of its own
	From     civil.Date `json:"from"`
	To       civil.Date `json:"to,omitzero"`
	Source   string     `json:"source"` // article, or "setting"
	Note     string     `json:"note,omitempty"`
}

// Name is what the region is called on a day.
func (r Region) Name(on civil.Date) fault.Text { return nameOn(r.Names, on) }

// Name is what the body is called on a day.
func (b Body) Name(on civil.Date) fault.Text { return nameOn(b.Names, on) }

// Acts says whether the body exists on a day.
func (b Body) Acts(on civil.Date) bool { return on.Within(b.From, b.To) }

// nameOn falls back to the last name where the history has a gap, so that nothing is ever nameless.
func nameOn(names []Name, on civil.Date) fault.Text {
	for _, name := range names {
		if on.Within(name.From, name.To) {
			return fault.Text{ZH: name.ZH, EN: name.EN}
		}
	}
	if len(names) == 0 {
		return fault.Text{}
	}
	last := names[len(names)-1]
	return fault.Text{ZH: last.ZH, EN: last.EN}
}
