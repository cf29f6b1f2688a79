package paper

import (
	"slices"
	"strings"

	"jiangxin/paper/typeset"
)

// Occupation is one row of a filing's matrix of occupations (职业、工种) by levels.
type Occupation struct {
	Code     string   `json:"code"` // of the 大典, such as 6-31-01-03
	Name     string   `json:"name"`
	WorkType string   `json:"workType,omitempty"` // 工种; empty prints --
	Levels   []string `json:"levels"`             // as printed, such as 五级/初级工
	Standard string   `json:"standard,omitempty"` // 国家职业标准 or 行业企业评价规范, with its title
	Method   string   `json:"method,omitempty"`   // way of evaluation
	PassRule string   `json:"passRule,omitempty"`
}

// standardLevels are the five levels of the notice 二(二), low to high.
var standardLevels = []string{"五级/初级工", "四级/中级工", "三级/高级工", "二级/技师", "一级/高级技师"}

// matrix draws occupations by levels; levels beyond the five (特级技师, 首席技师) get columns of their own.
func matrix(s *typeset.Sheet, occupations []Occupation) {
	levels := slices.Clone(standardLevels)
	for _, o := range occupations {
		for _, l := range o.Levels {
			if !slices.Contains(levels, l) {
				levels = append(levels, l)
			}
		}
	}
	columns := []typeset.Column{
		{Title: "序号", Width: 1, Align: typeset.Center}, {Title: "职业名称", Width: 2.6},
		{Title: "职业编码", Width: 2.1, Align: typeset.Center}, {Title: "工种", Width: 1.7, Align: typeset.Center},
	}
	for _, l := range levels {
		columns = append(columns, typeset.Column{Title: narrow(l), Width: 1.3, Align: typeset.Center})
	}
	rows := make([][]string, len(occupations))
	for i, o := range occupations {
		rows[i] = []string{count(i + 1), o.Name, o.Code, or(o.WorkType, "--")}
		for _, l := range levels {
			mark := ""
			if slices.Contains(o.Levels, l) {
				mark = "√"
			}
			rows[i] = append(rows[i], mark)
		}
	}
	s.Table(columns, rows, typeset.Compact)
}

// narrow breaks a level's name for a narrow column: 一级, 高级, 技师.
func narrow(level string) string {
	parts := strings.Split(level, "/")
	for i, p := range parts {
		if r := []rune(p); len(r) == 4 {
			parts[i] = string(r[:2]) + "\n" + string(r[2:])
		}
	}
	return strings.Join(parts, "\n")
}
