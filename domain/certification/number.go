package certification

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/occupation"
)

// Number is a certificate number (证书编号): the filing number of 13 characters, two digits of the year of issue,
// the level, a serial of six digits; 22 characters without a check character (附件5, 人社鉴发〔2019〕2号). T and S
// stand for 特级技师 and 首席技师 [G].
type Number string

var numberForm = regexp.MustCompile(`^(Y000021\d{6})(\d{2})([1-5TS])(\d{6})$`)

// century holds the years that two digits can mean.
const century = 2000

// CertificateNumber makes the number of a serial, counted from 1 per body, year and level (or as the setting
// says), gapless and never used twice. year is that of the issue.
func CertificateNumber(filingNo filing.FilingNumber, year int, level occupation.LevelCode, serial int) (Number, error) {
	text := fmt.Sprintf("%s%02d%s%06d", filingNo, year-century, level, serial)
	if year < century || year >= century+100 || serial < 1 || serial > filing.LastSerial || !numberForm.MatchString(text) || filingNo.Serial() == 0 {
		return "", fault.New(fault.Internal, "证书编号无法生成（备案号、年份、等级或序列码超出范围），请联系运维人员",
			"The certificate number cannot be made: filing number, year, level or serial is out of range; tell the operators").
			With("serial", strconv.Itoa(serial)).With("year", strconv.Itoa(year))
	}
	return Number(text), nil
}

// ParseCertificateNumber reads a number that a person typed or a certificate shows; blanks, lower case and full
// width are forgiven.
func ParseCertificateNumber(text string) (Number, error) {
	plain := strings.ToUpper(strings.ReplaceAll(narrow(text), " ", ""))
	n := Number(plain)
	if !numberForm.MatchString(plain) || n.Serial() == 0 || n.FilingNumber().Serial() == 0 {
		return "", fault.Wrong("/number", "certificate_number", "证书编号应为 22 位：Y000021 加 15 位数字（特级、首席技师含一个字母），请对照证书填写",
			"A certificate number has 22 characters: Y000021 and 15 more; copy it from the certificate")
	}
	return n, nil
}

// FilingNumber is the body's 机构备案号, the first 13 characters.
func (n Number) FilingNumber() filing.FilingNumber { return filing.FilingNumber(n.part(0, 13)) }

// Year is the year of issue.
func (n Number) Year() int { return century + number(n.part(13, 15)) }

// Level is the level's code.
func (n Number) Level() occupation.LevelCode { return occupation.LevelCode(n.part(15, 16)) }

// Serial is the running number inside; 0 of what is no number.
func (n Number) Serial() int { return number(n.part(16, 22)) }

func (n Number) part(from, to int) string {
	if len(n) != 22 {
		return ""
	}
	return string(n[from:to])
}

func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

// BatchNo is the number of a batch (认定计划编号): filing number, year and month, three digits; 22 characters. It is
// given when the draft is made and is the case number of its certification.
type BatchNo string

var batchForm = regexp.MustCompile(`^(Y000021\d{6})(2\d{3}(?:0[1-9]|1[0-2]))(\d{3})$`)

// lastBatch is the greatest serial of a body's batches in a month.
const lastBatch = 999

// BatchNumber makes the number of a body's batch in the month of a day; serial counts from 1 per body and month.
func BatchNumber(filingNo filing.FilingNumber, day civil.Date, serial int) (BatchNo, error) {
	text := fmt.Sprintf("%s%s%03d", filingNo, Month(day), serial)
	if serial > lastBatch {
		return "", fault.New(fault.Invalid, "本月的批次编号已用完（999 个），请下月再建批次或合并批次",
			"The month's 999 batch numbers are used up; join batches, or wait for the next month")
	}
	if serial < 1 || !batchForm.MatchString(text) || filingNo.Serial() == 0 {
		return "", fault.New(fault.Internal, "批次编号无法生成，请联系运维人员", "The batch number cannot be made; tell the operators")
	}
	return BatchNo(text), nil
}

// ParseBatchNumber reads a number that a person typed or an address holds.
func ParseBatchNumber(text string) (BatchNo, error) {
	b := BatchNo(text)
	if !batchForm.MatchString(text) || b.FilingNumber().Serial() == 0 || strings.HasSuffix(text, "000") {
		return "", fault.Wrong("/batchNo", "batch_number", "批次编号应为机构备案号加六位年月和三位序号，请从批次列表打开",
			"A batch number is the filing number, six digits of year and month, and three more; open the batch from the list")
	}
	return b, nil
}

// FilingNumber is the number of the filing that the batch belongs to.
func (b BatchNo) FilingNumber() filing.FilingNumber {
	if len(b) != 22 {
		return ""
	}
	return filing.FilingNumber(b[:13])
}

// Month is the month of a day as numbers use it, such as 202611.
func Month(day civil.Date) string {
	year, month, _ := day.Parts()
	return fmt.Sprintf("%04d%02d", year, int(month))
}
