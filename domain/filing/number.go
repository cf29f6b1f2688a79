package filing

import (
	"fmt"
	"regexp"
	"strconv"

	"jiangxin/domain/fault"
)

// FilingNumber is the 机构备案号: Y (用人单位), 0000 (first filed with the province), 21 (Liaoning), and a
// six-digit serial; 13 characters, the head of every certificate number (附件5, 人社鉴发〔2019〕2号).
type FilingNumber string

// numberPrefix is all but the serial.
const numberPrefix = "Y000021"

// LastSerial is the greatest serial that fits the number.
const LastSerial = 999999

var numberForm = regexp.MustCompile(`^Y000021\d{6}$`)

// Number makes the number of a serial, 1 to LastSerial. The serial is counted in the receipt's
// transaction: gapless, never used twice.
func Number(serial int) (FilingNumber, error) {
	if serial < 1 || serial > LastSerial {
		return "", fault.New(fault.Internal, "机构备案号的序列码已用尽，请联系运维人员",
			"The serials of filing numbers are used up; tell the operators").With("serial", strconv.Itoa(serial))
	}
	return FilingNumber(fmt.Sprintf("%s%06d", numberPrefix, serial)), nil
}

// ParseNumber reads a number that a person typed or a paper shows.
func ParseNumber(text string) (FilingNumber, error) {
	if !numberForm.MatchString(text) || text == numberPrefix+"000000" {
		return "", fault.Wrong("/filingNumber", "filing_number",
			"机构备案号应为 Y000021 加六位数字，请对照备案回执填写",
			"A filing number is Y000021 and six digits; copy it from the receipt")
	}
	return FilingNumber(text), nil
}

// Serial is the running number inside.
func (n FilingNumber) Serial() int {
	if len(n) != len(numberPrefix)+6 {
		return 0
	}
	serial, err := strconv.Atoi(string(n[len(numberPrefix):]))
	if err != nil {
		return 0
	}
	return serial
}
