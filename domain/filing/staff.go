package filing

import (
	"fmt"
	"slices"
	"strconv"

	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/identity"
)

// StaffKind is one of the four lists of material 7.
type StaffKind string

// The four lists (notice 一(三)).
const (
	FullTime          StaffKind = "fullTime"          // 专职工作人员
	Expert            StaffKind = "expert"            // 专家
	Assessor          StaffKind = "assessor"          // 考评人员
	QualitySupervisor StaffKind = "qualitySupervisor" // 质量督导人员
)

// StaffKinds lists the four in order.
var StaffKinds = []StaffKind{FullTime, Expert, Assessor, QualitySupervisor}

// Name gives the list's words.
func (k StaffKind) Name() casework.Name {
	switch k {
	case FullTime:
		return casework.Name{ZH: "专职工作人员", EN: "Full-time staff"}
	case Expert:
		return casework.Name{ZH: "专家", EN: "Experts"}
	case Assessor:
		return casework.Name{ZH: "考评人员", EN: "Assessors"}
	case QualitySupervisor:
		return casework.Name{ZH: "质量督导人员", EN: "Quality supervisors"}
	}
	return casework.Name{ZH: string(k), EN: string(k)}
}

// Employment is how a person belongs to the enterprise.
type Employment string

// The ways of belonging.
const (
	OwnStaff   Employment = "own"        // 本单位职工
	Hired      Employment = "hired"      // 外聘
	Dispatched Employment = "dispatched" // 劳务派遣
)

// Employments lists the ways in order.
var Employments = []Employment{OwnStaff, Hired, Dispatched}

// Name gives the way's words.
func (e Employment) Name() casework.Name {
	switch e {
	case OwnStaff:
		return casework.Name{ZH: "本单位职工", EN: "Own staff"}
	case Hired:
		return casework.Name{ZH: "外聘", EN: "Hired"}
	case Dispatched:
		return casework.Name{ZH: "劳务派遣", EN: "Dispatched"}
	}
	return casework.Name{ZH: string(e), EN: string(e)}
}

// StaffDetails is a row of a staff list without the ID number; it may be stored and shown as it is.
type StaffDetails struct {
	Kind         StaffKind  `json:"kind"`
	Name         string     `json:"name"`
	Position     string     `json:"position"`   // 职务
	Title        string     `json:"title"`      // 职称
	Occupation   string     `json:"occupation"` // 职业(工种), code or name
	Level        string     `json:"level"`      // level code
	CardNo       string     `json:"cardNo"`     // 证卡号
	ValidThrough civil.Date `json:"validThrough,omitzero"`
	Employment   Employment `json:"employment"`
}

// Staff is a row as the clerk enters it. The ID number is stored encrypted, never in Application.
type Staff struct {
	StaffDetails
	IDNumber string `json:"idNumber"`
}

// StaffSummary is what Gaps needs to know of the staff lists.
type StaffSummary struct {
	Counts map[StaffKind]int
	Wrong  int // problems that ValidateStaff found
}

// Summarise counts the rows of each list, and the problems that ValidateStaff found in them.
func Summarise(rows []Staff, wrong []fault.Field) StaffSummary {
	s := StaffSummary{Counts: map[StaffKind]int{}, Wrong: len(wrong)}
	for _, row := range rows {
		s.Counts[row.Kind]++
	}
	return s
}

// ValidateStaff checks the staff lists: who they are, that ID numbers are right, that nobody stands twice
// in one list. limit is the greatest number of rows, from policy. Pointers are /staff/<row>/<field>.
func ValidateStaff(rows []Staff, limit int, today civil.Date) []fault.Field {
	lines := make([]int, len(rows))
	for i := range lines {
		lines[i] = i + 1
	}
	return ValidateStaffLines(rows, lines, limit, today)
}

// ValidateStaffLines is ValidateStaff for rows that a person knows by other numbers, such as those of a workbook.
func ValidateStaffLines(rows []Staff, lines []int, limit int, today civil.Date) []fault.Field {
	p := newProblems("/staff")
	if len(rows) > limit {
		p.Add("", "too_many", fmt.Sprintf("人员名单最多 %d 行，现有 %d 行，请分开或减少", limit, len(rows)),
			fmt.Sprintf("The staff lists hold at most %d rows; there are %d, remove some", limit, len(rows)))
		return p.Fields
	}
	people := staffPeople{first: map[string]int{}, names: map[string]string{}}
	for i, row := range rows {
		at := "/" + strconv.Itoa(i)
		p.staffRow(at, row, today)
		id, err := identity.ParseResidentID(row.IDNumber)
		if err != nil {
			p.Because(at+"/idNumber", err)
			continue
		}
		if !id.OldEnough(today) {
			p.Add(at+"/idNumber", "age", "未满 16 周岁，不能列入人员名单，请核对", "This person is under 16 and cannot be listed; check the number")
		}
		people.check(p, at, lines[i], row, id.Reveal())
	}
	return p.Fields
}

// staffPeople remembers in which line who stood, by list and ID number.
type staffPeople struct {
	first map[string]int
	names map[string]string
}

func (s staffPeople) check(p *problems, at string, line int, row Staff, id string) {
	key := string(row.Kind) + id
	if first, twice := s.first[key]; twice {
		n := strconv.Itoa(first)
		p.Add(at+"/idNumber", "duplicate", "与第 "+n+" 行的身份证号相同，请删除重复的一行", "The ID number equals that of row "+n+"; delete one of them")
	} else {
		s.first[key] = line
	}
	if name, known := s.names[id]; known && name != row.Name {
		p.Add(at+"/name", "name_differs", "同一身份证号在名单中有不同的姓名，请核对", "One ID number has two names in the lists; check them")
	}
	s.names[id] = row.Name
}

func (p *problems) staffRow(at string, row Staff, today civil.Date) {
	if !slices.Contains(StaffKinds, row.Kind) {
		p.Add(at+"/kind", "choice", "请选择人员类别：专职、专家、考评或质量督导", "Choose the list: full-time, expert, assessor or quality supervisor")
	}
	p.Required(at+"/name", row.Name, ShortLimit, "请填写姓名", "Give the name")
	p.Text(at+"/position", row.Position, ShortLimit)
	p.Text(at+"/title", row.Title, ShortLimit)
	p.Text(at+"/occupation", row.Occupation, ShortLimit)
	p.Text(at+"/cardNo", row.CardNo, ShortLimit)
	if row.Level != "" && !knownLevel(row.Level) {
		p.Add(at+"/level", "level", "没有这个等级，请重新选择", "There is no such level; choose again")
	}
	if !row.ValidThrough.IsZero() && row.ValidThrough.Before(today) {
		p.Add(at+"/validThrough", "expired", "证卡已过有效期，请更换人员或更新证卡", "The card is out of date; renew it or name somebody else")
	}
	switch row.Employment {
	case OwnStaff, Hired, Dispatched:
	default:
		p.Add(at+"/employment", "choice", "请选择聘用方式：本单位、外聘或劳务派遣", "Choose the employment: own, hired or dispatched")
	}
}
