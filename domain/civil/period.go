package civil

import "time"

// AddDays is the date n calendar days later, or earlier when n is negative.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return Date{number: d.number + int32(n)}
}

// AddYears is the same calendar day n years later. Where that year has no such day (29 February), it is
// the last day of the month, 28 February (民法典 第二百零二条: 没有对应日的,月末日 [G]).
func (d Date) AddYears(n int) Date {
	if d.IsZero() {
		return d
	}
	year, month, day := d.Parts()
	same := On(year+n, month, day)
	if _, landed, _ := same.Parts(); landed != month {
		return On(year+n, month+1, 0)
	}
	return same
}

// ValidThrough is the last day of a validity (有效期至) of whole years that begins on from: the day
// before the same calendar day (notice 四(二): 资质有效期为3年; counting by calendar day is a setting).
// A validity from 1 June 2020 over three years ends with 31 May 2023. One from 29 February 2024 ends
// with 28 February 2027: the day before the missing 29th and the month's last day are the same day,
// so the holder loses none.
func ValidThrough(from Date, years int) Date {
	if from.IsZero() {
		return from
	}
	year, month, day := from.Parts()
	return On(year+years, month, day-1)
}

// MonthEnd is the last day of d's month, when monthly summaries (附件7) are due.
func (d Date) MonthEnd() Date {
	if d.IsZero() {
		return d
	}
	year, month, _ := d.Parts()
	return On(year, month+1, 0)
}

// IsWeekend says whether the day is a Saturday or Sunday, make-up days not considered.
func (d Date) IsWeekend() bool {
	weekday := d.Weekday()
	return weekday == time.Saturday || weekday == time.Sunday
}
