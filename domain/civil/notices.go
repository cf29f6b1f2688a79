package civil

import (
	"embed"
	"encoding/json"
	"fmt"

	"jiangxin/domain/fault"
)

// The notices of the State Council (国务院办公厅关于部分节假日安排的通知), one file per notice's year as collected
// by holiday-cn (MIT). The file of a year also names days of the December before it.
//
//go:embed data/*.json
var notices embed.FS

// notice is the part of such a file that decides working days.
type notice struct {
	Year int `json:"year"`
	Days []struct {
		Name  string `json:"name"`
		Date  Date   `json:"date"`
		IsOff bool   `json:"isOffDay"`
	} `json:"days"`
}

// LoadCalendar is the calendar of the notices that the product is delivered with.
func LoadCalendar() (Calendar, error) {
	days, years, err := LoadNotices()
	if err != nil {
		return Calendar{}, err
	}
	return NewCalendar(days, years), nil
}

// LoadNotices returns the rows of the delivered notices, for a store that keeps the calendar as tables.
func LoadNotices() (days []Day, years []int, err error) {
	files, err := notices.ReadDir("data")
	if err != nil {
		return nil, nil, broken("data", err)
	}
	for _, file := range files {
		data, err := notices.ReadFile("data/" + file.Name())
		if err != nil {
			return nil, nil, broken(file.Name(), err)
		}
		more, year, err := ReadNotice(data)
		if err != nil {
			return nil, nil, broken(file.Name(), err)
		}
		days, years = append(days, more...), append(years, year)
	}
	return days, years, nil
}

// ReadNotice reads one notice in the form {"year":2026,"days":[{"name","date","isOffDay"}]}, for
// operators who import the next year's file. A notice without days is refused: it is not published yet.
func ReadNotice(data []byte) ([]Day, int, error) {
	var file notice
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, 0, fault.New(fault.Malformed, "节假日文件无法读取，请检查其 JSON 格式和日期。",
			"The holiday file cannot be read; check its JSON and dates.").Because(err)
	}
	if len(file.Days) == 0 {
		return nil, 0, fault.Wrong("/days", "empty", "该年度节假日安排尚未公布，不能导入。",
			"This year's holidays have not been published; there is nothing to import.")
	}
	days := make([]Day, 0, len(file.Days))
	for i, day := range file.Days {
		if year := day.Date.Year(); year != file.Year && year != file.Year-1 && year != file.Year+1 {
			return nil, 0, fault.Wrong(fmt.Sprintf("/days/%d/date", i), "year",
				fmt.Sprintf("%s 不属于 %d 年的节假日安排，请核对文件。", day.Date, file.Year),
				fmt.Sprintf("%s does not belong to the notice of %d; check the file.", day.Date, file.Year))
		}
		days = append(days, Day{Date: day.Date, Off: day.IsOff, Name: day.Name})
	}
	return days, file.Year, nil
}

func broken(file string, err error) error {
	return fault.New(fault.Internal, fmt.Sprintf("内置节假日文件 %s 损坏，请联系运维人员。", file),
		fmt.Sprintf("The built-in holiday file %s is broken; tell the operators.", file)).Because(err)
}
