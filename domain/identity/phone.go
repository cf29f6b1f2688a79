package identity

import (
	"regexp"
	"strings"

	"jiangxin/domain/fault"
)

// Phone is a mainland phone number, mobile or fixed. Like a ResidentID it prints itself masked. The
// zero value is unset.
type Phone struct{ text string }

var (
	mobile    = regexp.MustCompile(`^1[3-9]\d{9}$`)
	landline  = regexp.MustCompile(`^(0(?:10|2\d|[3-9]\d{2}))-?([2-9]\d{6,7})(?:(?:-|转)(\d{1,6}))?$`)
	separator = strings.NewReplacer(" ", "", "　", "", "－", "-", "—", "-", "(", "", ")", "-", "（", "", "）", "-")
)

// ParsePhone reads 13812345678, 138 1234 5678, +86 13812345678, 024-22345678, (024)22345678 or
// 0411-82345678-101. The kept form has no blanks: 13812345678, 024-22345678, 0411-82345678-101.
func ParsePhone(text string) (Phone, error) {
	plain := separator.Replace(strings.TrimSpace(text))
	plain = strings.TrimPrefix(strings.TrimPrefix(plain, "+86"), "-")
	if digits := strings.ReplaceAll(plain, "-", ""); mobile.MatchString(digits) {
		return Phone{text: digits}, nil
	}
	if parts := landline.FindStringSubmatch(plain); parts != nil {
		number := parts[1] + "-" + parts[2]
		if parts[3] != "" {
			number += "-" + parts[3]
		}
		return Phone{text: number}, nil
	}
	return Phone{}, fault.Wrong("", "phone",
		"电话号码不正确，请填写 11 位手机号，或带区号的固定电话，如 024-22345678。",
		"This is no phone number; give a mobile number of 11 digits or a fixed line with its area code, such as 024-22345678.")
}

// Reveal is the number in full. Whoever shows it to a person records the reading.
func (p Phone) Reveal() string { return p.text }

// String is the masked form.
func (p Phone) String() string { return p.Masked() }

// GoString is the masked form too.
func (p Phone) GoString() string { return p.Masked() }

// MarshalText writes the masked form, so that no JSON leaks the number either.
func (p Phone) MarshalText() ([]byte, error) { return []byte(p.Masked()), nil }

// IsZero says that the number is not set.
func (p Phone) IsZero() bool { return p.text == "" }

// IsMobile says whether text messages can reach the number.
func (p Phone) IsMobile() bool { return mobile.MatchString(p.text) }

// Masked is 138****5678 for a mobile, 024-****5678 for a fixed line, extension left out.
func (p Phone) Masked() string {
	if p.IsZero() {
		return ""
	}
	if p.IsMobile() {
		return p.text[:3] + "****" + p.text[7:]
	}
	parts := strings.Split(p.text, "-")
	return parts[0] + "-****" + parts[1][len(parts[1])-4:]
}
