package occupation

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"jiangxin/domain/fault"
)

// Level is a skill level (职业技能等级, notice 二(二)): one of the five, or 特级技师 or 首席技师 that an enterprise
// sets up above them, and within a level the enterprise may name a sub-level (层次). Comparable; the zero
// value is unset. As text it is its code, with the sub-level after a slash: 3 or 3/A.
type Level struct {
	Code LevelCode
	Sub  string // name of the enterprise's own step within the level, such as A or 二档; empty for none
}

// LevelCode is position 16 of a certificate number (人社鉴发〔2019〕2号).
type LevelCode string

// The codes. T and S are settings [G]: the rule for 特级 and 首席 gives a letter without saying which.
const (
	Five    LevelCode = "5" // 五级/初级工
	Four    LevelCode = "4" // 四级/中级工
	Three   LevelCode = "3" // 三级/高级工
	Two     LevelCode = "2" // 二级/技师
	One     LevelCode = "1" // 一级/高级技师
	Special LevelCode = "T" // 特级技师
	Chief   LevelCode = "S" // 首席技师
)

const subLevelMax = 10 // characters of a sub-level's name

// levels lists every level from low to high with its printed form.
var levels = [...]struct {
	code LevelCode
	text fault.Text
}{
	{Five, fault.Text{ZH: "五级/初级工", EN: "Level 5, junior worker"}},
	{Four, fault.Text{ZH: "四级/中级工", EN: "Level 4, intermediate worker"}},
	{Three, fault.Text{ZH: "三级/高级工", EN: "Level 3, senior worker"}},
	{Two, fault.Text{ZH: "二级/技师", EN: "Level 2, technician"}},
	{One, fault.Text{ZH: "一级/高级技师", EN: "Level 1, senior technician"}},
	{Special, fault.Text{ZH: "特级技师", EN: "special-grade technician"}},
	{Chief, fault.Text{ZH: "首席技师", EN: "chief technician"}},
}

// LevelCodes lists the codes from low to high, 五级 to 首席技师.
func LevelCodes() []LevelCode {
	codes := make([]LevelCode, 0, len(levels))
	for _, level := range levels {
		codes = append(codes, level.code)
	}
	return codes
}

// NationalLevels lists the five levels of national standards from low to high.
func NationalLevels() []LevelCode { return LevelCodes()[:5] }

// Rank is 1 for 五级 up to 7 for 首席技师, 0 for an unknown code.
func (c LevelCode) Rank() int {
	for i, level := range levels {
		if level.code == c {
			return i + 1
		}
	}
	return 0
}

// Text is the printed form, as certificates carry it (人社鉴发〔2021〕1号): 三级/高级工.
func (c LevelCode) Text() fault.Text {
	if rank := c.Rank(); rank > 0 {
		return levels[rank-1].text
	}
	return fault.Text{}
}

// ParseLevel reads 3 or 3/A.
func ParseLevel(text string) (Level, error) {
	code, sub, divided := strings.Cut(strings.TrimSpace(text), "/")
	level := Level{Code: LevelCode(code), Sub: strings.TrimSpace(sub)}
	if level.Code.Rank() == 0 {
		return Level{}, fault.Wrong("", "level", fmt.Sprintf("没有等级“%.20s”，请填写 5、4、3、2、1、T（特级技师）或 S（首席技师）。", text),
			fmt.Sprintf("There is no level %.20q; give 5, 4, 3, 2, 1, T (special grade) or S (chief).", text))
	}
	if divided && level.Sub == "" || utf8.RuneCountInString(level.Sub) > subLevelMax || strings.Contains(level.Sub, "/") {
		return Level{}, fault.Wrong("", "sub_level", fmt.Sprintf("等级内层次的名称须为 1 至 %d 个字，不含“/”。", subLevelMax),
			fmt.Sprintf("The name of a sub-level has 1 to %d characters and no slash.", subLevelMax))
	}
	return level, nil
}

// String is the level's text form, 3 or 3/A.
func (l Level) String() string {
	if l.Sub == "" {
		return string(l.Code)
	}
	return string(l.Code) + "/" + l.Sub
}

// MarshalText writes the text form.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads the text form; nothing is an unset level.
func (l *Level) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*l = Level{}
		return nil
	}
	parsed, err := ParseLevel(string(text))
	if err != nil {
		return err
	}
	*l = parsed
	return nil
}

// Printed is the form on certificates and receipts, which know no sub-levels: 三级/高级工.
func (l Level) Printed() string { return l.Code.Text().ZH }

// Label is the form on screens, sub-level included: 三级/高级工（A）.
func (l Level) Label() string {
	if l.Sub == "" {
		return l.Printed()
	}
	return l.Printed() + "（" + l.Sub + "）"
}

// Compare orders levels from low to high; sub-levels of one level go by name, the bare level first.
func (l Level) Compare(other Level) int {
	return cmp.Or(cmp.Compare(l.Code.Rank(), other.Code.Rank()), strings.Compare(l.Sub, other.Sub))
}
