package identity

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

// ResidentID is a resident ID number of 18 characters (GB 11643-1999). Its String shows only the masked
// form, so that a log line cannot leak it; Reveal gives it in full. The zero value is unset.
type ResidentID struct{ text string }

// Sex as GB/T 2261.1 codes it.
type Sex int

// The sexes that an ID number can tell.
const (
	Male   Sex = 1 // 男
	Female Sex = 2 // 女
)

const (
	residentLength  = 18
	residentRest    = "10X98765432" // check characters by the weighted sum's remainder
	earliestBirth   = 1900
	provinceCodes   = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83"
	residentBirthAt = 6
)

// ParseResidentID reads a number; blanks around it and a lower-case x are forgiven. The error's field
// code says what is wrong: length, character, region, birth_date or check_digit; its texts never repeat
// the number.
func ParseResidentID(text string) (ResidentID, error) {
	number := strings.ToUpper(strings.TrimSpace(text))
	if n := utf8.RuneCountInString(number); n != residentLength {
		return ResidentID{}, fault.Wrong("", "length",
			fmt.Sprintf("身份证号应为 18 位，填写了 %d 位。", n),
			fmt.Sprintf("A resident ID number has 18 characters; %d were given.", n))
	}
	position := 0
	for _, char := range number {
		position++
		if (char < '0' || char > '9') && (position != residentLength || char != 'X') {
			return ResidentID{}, wrongCharacter("身份证号", "resident ID number", position, char)
		}
	}
	if !strings.Contains(provinceCodes, number[:2]) {
		return ResidentID{}, fault.Wrong("", "region", "身份证号前两位不是现有的省级代码，请核对。",
			"The first two digits of the ID number are no province; check them.")
	}
	id := ResidentID{text: number}
	if birth := id.BirthDate(); birth.Year() < earliestBirth {
		return ResidentID{}, fault.Wrong("", "birth_date", "身份证号中的出生日期不存在，请核对第 7 至 14 位。",
			"The birth date in the ID number does not exist; check digits 7 to 14.")
	}
	want, given := ResidentCheck(number[:residentLength-1]), number[residentLength-1]
	if given != want {
		return ResidentID{}, fault.Wrong("", "check_digit",
			"身份证号校验不通过，请对照证件逐位核对。",
			"The ID number fails its check; compare it with the card digit by digit.")
	}
	return id, nil
}

// ResidentCheck is the check character that belongs to the first 17 digits of a number: weights 2^(18-i)
// mod 11. It is 0 where the body is not 17 digits.
func ResidentCheck(body string) byte {
	if len(body) != residentLength-1 {
		return 0
	}
	sum := 0
	for i := range len(body) {
		if body[i] < '0' || body[i] > '9' {
			return 0
		}
		sum += int(body[i]-'0') * ((1 << (residentLength - 1 - i)) % 11)
	}
	return residentRest[sum%11]
}

// Reveal is the number in full. Whoever shows it to a person records the reading.
func (id ResidentID) Reveal() string { return id.text }

// String is the masked form, 2101**********1234: place and last four remain.
func (id ResidentID) String() string { return id.Masked() }

// GoString is the masked form too.
func (id ResidentID) GoString() string { return id.Masked() }

// MarshalText writes the masked form, so that no JSON leaks the number either.
func (id ResidentID) MarshalText() ([]byte, error) { return []byte(id.Masked()), nil }

// Masked shows the first four and last four characters.
func (id ResidentID) Masked() string {
	if id.IsZero() {
		return ""
	}
	return id.text[:4] + strings.Repeat("*", 10) + id.text[14:]
}

// IsZero says that the number is not set.
func (id ResidentID) IsZero() bool { return id.text == "" }

// BirthDate is the date of birth in the number.
func (id ResidentID) BirthDate() civil.Date {
	if id.IsZero() {
		return civil.Date{}
	}
	birth := id.text[residentBirthAt : residentBirthAt+8]
	date, err := civil.Parse(birth[:4] + "-" + birth[4:6] + "-" + birth[6:])
	if err != nil {
		return civil.Date{}
	}
	return date
}

// Sex is odd for men and even for women in the 17th digit; zero for an unset number.
func (id ResidentID) Sex() Sex {
	if id.IsZero() {
		return 0
	}
	if id.text[16]%2 == 1 {
		return Male
	}
	return Female
}

// Age is the age in full years (周岁) on a date, reached on the birthday; somebody born on 29 February
// reaches it on 1 March in other years. It is negative before birth.
func (id ResidentID) Age(on civil.Date) int {
	birthYear, birthMonth, birthDay := id.BirthDate().Parts()
	year, month, day := on.Parts()
	age := year - birthYear
	if month < birthMonth || month == birthMonth && day < birthDay {
		age--
	}
	return age
}

// RegionCode is the six-digit code (GB/T 2260) of the place where the number was first given.
func (id ResidentID) RegionCode() string {
	if id.IsZero() {
		return ""
	}
	return id.text[:6]
}

// Text is the sex for people.
func (s Sex) Text() fault.Text {
	switch s {
	case Male:
		return fault.Text{ZH: "男", EN: "male"}
	case Female:
		return fault.Text{ZH: "女", EN: "female"}
	}
	return fault.Text{}
}

// WorkingAge is the age from which a person may be examined (《职业技能等级认定》 eligibility [G]: 年满16周岁).
const WorkingAge = 16

// OldEnough says whether the person is of working age on a date.
func (id ResidentID) OldEnough(on civil.Date) bool { return id.Age(on) >= WorkingAge }
