package certification

import (
	"slices"
	"strconv"

	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/occupation"
)

// The parts by which certificate serials may begin anew (setting: how the rule of 附件5 ends is not preserved).
const (
	ByYear  = "year"
	ByLevel = "level"
)

// SerialScope names the counter of a body's certificate serials. by lists what makes them begin anew: the year,
// the level, both, or nothing.
func SerialScope(filingNo filing.FilingNumber, year int, level occupation.LevelCode, by []string) string {
	scope := "certificate/" + string(filingNo)
	if slices.Contains(by, ByYear) {
		scope += "/" + strconv.Itoa(year)
	}
	if slices.Contains(by, ByLevel) {
		scope += "/" + string(level)
	}
	return scope
}

// BatchScope names the counter of a body's batches in the month of a day.
func BatchScope(filingNo filing.FilingNumber, day civil.Date) string {
	return "batch/" + string(filingNo) + "/" + Month(day)
}
