package certification

import (
	"cmp"
	"slices"

	"jiangxin/domain/occupation"
)

// RollUpLine counts the results of a city's month by occupation, work type and level (数据审核确认表 [B]).
type RollUpLine struct {
	Occupation string               `json:"occupation"` // code
	Name       string               `json:"name"`
	WorkType   string               `json:"workType"`
	Level      occupation.LevelCode `json:"level"`
	People     int                  `json:"people"`
}

// RollUpOf adds up the lines of a month's summaries, by code, work type and level from low to high.
func RollUpOf(lines []RollUpLine) []RollUpLine {
	type key struct {
		code, workType string
		level          occupation.LevelCode
	}
	at := map[key]int{}
	var sums []RollUpLine
	for _, line := range lines {
		k := key{line.Occupation, line.WorkType, line.Level}
		i, known := at[k]
		if !known {
			i = len(sums)
			at[k], sums = i, append(sums, RollUpLine{Occupation: line.Occupation, Name: line.Name, WorkType: line.WorkType, Level: line.Level})
		}
		sums[i].People += line.People
	}
	slices.SortFunc(sums, func(a, b RollUpLine) int {
		return cmp.Or(cmp.Compare(a.Occupation, b.Occupation), cmp.Compare(a.WorkType, b.WorkType), a.Level.Rank()-b.Level.Rank())
	})
	return sums
}
