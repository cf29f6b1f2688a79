// Package identity reads the numbers that name enterprises and people: the unified social credit code
// (统一社会信用代码), the resident ID number (公民身份号码) and phone numbers, with a clear reason when one is wrong,
// and masks them and names for lists.
package identity

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"jiangxin/domain/fault"
)

// CreditCode is a unified social credit code of 18 characters (GB 32100-2015). The zero value is unset.
type CreditCode struct {
	text   string
	reason string // why a wrong check character was accepted
}

const (
	creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY" // 31 characters: no I, O, S, V, Z
	creditLength   = 18
)

// ParseCreditCode reads a code; blanks around it and lower case are forgiven. The error's field code
// says what is wrong: length, character or check_digit.
func ParseCreditCode(text string) (CreditCode, error) {
	code, err := readCredit(text)
	if err != nil {
		return CreditCode{}, err
	}
	want, given := CreditCheck(code[:creditLength-1]), code[creditLength-1]
	if given != want {
		return CreditCode{}, fault.Wrong("", "check_digit",
			fmt.Sprintf("统一社会信用代码校验不通过：末位应为 %c，填写的是 %c，请对照营业执照核对。", want, given),
			fmt.Sprintf("The check character of the credit code should be %c and is %c; compare it with the business licence.", want, given))
	}
	return CreditCode{text: code}, nil
}

// ParseCreditCodeWithOverride accepts a code that fails only its check character, as a few real ones do,
// when somebody states why. Length and characters are still checked; a code that is right keeps no reason.
func ParseCreditCodeWithOverride(text, reason string) (CreditCode, error) {
	code, err := readCredit(text)
	if err != nil {
		return CreditCode{}, err
	}
	if CreditCheck(code[:creditLength-1]) == code[creditLength-1] {
		return CreditCode{text: code}, nil
	}
	if reason = strings.TrimSpace(reason); utf8.RuneCountInString(reason) < 5 {
		return CreditCode{}, fault.Wrong("", "override_reason",
			"该代码校验不通过，如确属登记机关发放，请写明理由（不少于 5 个字）。",
			"The code fails its check; if the registry really issued it, state why in at least five characters.")
	}
	return CreditCode{text: code, reason: reason}, nil
}

// String is the code in capitals, empty when unset.
func (c CreditCode) String() string { return c.text }

// MarshalText writes the code.
func (c CreditCode) MarshalText() ([]byte, error) { return []byte(c.text), nil }

// IsZero says that the code is not set.
func (c CreditCode) IsZero() bool { return c.text == "" }

// OverrideReason is why a failing check character was accepted; empty for a code that is right.
func (c CreditCode) OverrideReason() string { return c.reason }

// RegionCode is the six-digit code (GB/T 2260) of the registry's place, positions 3 to 8.
func (c CreditCode) RegionCode() string {
	if c.IsZero() {
		return ""
	}
	return c.text[2:8]
}

// readCredit checks length and characters and returns the code in capitals.
func readCredit(text string) (string, error) {
	code := strings.ToUpper(strings.TrimSpace(text))
	if n := utf8.RuneCountInString(code); n != creditLength {
		return "", fault.Wrong("", "length",
			fmt.Sprintf("统一社会信用代码应为 18 位，填写了 %d 位。", n),
			fmt.Sprintf("A unified social credit code has 18 characters; %d were given.", n))
	}
	position := 0
	for _, char := range code {
		position++
		digitsOnly := position >= 3 && position <= 8
		if digitsOnly && (char < '0' || char > '9') || !strings.ContainsRune(creditAlphabet, char) {
			return "", wrongCharacter("统一社会信用代码", "credit code", position, char)
		}
	}
	return code, nil
}

// CreditCheck is the check character that belongs to the first 17 characters of a code: weights 3^i mod
// 31, and 31 less the sum's remainder. It is 0 where a character is outside the alphabet.
func CreditCheck(body string) byte {
	sum, weight := 0, 1
	for i := range len(body) {
		value := strings.IndexByte(creditAlphabet, body[i])
		if value < 0 {
			return 0
		}
		sum += weight * value
		weight = weight * 3 % 31
	}
	return creditAlphabet[(31-sum%31)%31]
}

func wrongCharacter(zh, en string, position int, char rune) error {
	return fault.Wrong("", "character",
		fmt.Sprintf("%s第 %d 位不能是“%c”，请核对。", zh, position, char),
		fmt.Sprintf("Character %d of the %s cannot be %q; check it.", position, en, char))
}
