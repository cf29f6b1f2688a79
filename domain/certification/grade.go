package certification

import (
	"slices"

	"jiangxin/domain/casework"
)

// Grade is a result in words; empty when none is given. It is stored as it is printed.
type Grade string

// The grades from good to bad. Only the last does not pass.
const (
	Excellent    Grade = "优秀"
	Good         Grade = "良好"
	Satisfactory Grade = "合格"
	Failing      Grade = "不合格"
)

// Grades lists them in order.
var Grades = []Grade{Excellent, Good, Satisfactory, Failing}

// Known says whether g is one of the grades.
func (g Grade) Known() bool { return slices.Contains(Grades, g) }

// Passes says whether the grade is given and passes.
func (g Grade) Passes() bool { return g.Known() && g != Failing }

// Name gives the grade's words.
func (g Grade) Name() casework.Name {
	switch g {
	case Excellent:
		return casework.Name{ZH: string(g), EN: "Excellent"}
	case Good:
		return casework.Name{ZH: string(g), EN: "Good"}
	case Satisfactory:
		return casework.Name{ZH: string(g), EN: "Satisfactory"}
	case Failing:
		return casework.Name{ZH: string(g), EN: "Failed"}
	}
	return casework.Name{ZH: string(g), EN: string(g)}
}
