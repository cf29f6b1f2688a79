package certification

import (
	"strings"

	"jiangxin/domain/filing"
	"jiangxin/domain/occupation"
)

// Row is one candidate with the results (认定结果). What could not be read stands as it was written, with a
// finding beside it. The ID number never goes into JSON: it is stored encrypted, apart from the rest.
type Row struct {
	No            int               `json:"no"` // number within the batch, from 1; for a workbook the one that its reader counts
	Name          string            `json:"name"`
	IDKind        IDKind            `json:"idKind"`
	IDNumber      string            `json:"-"`
	Employer      string            `json:"employer"`   // 所在单位: the filed body or its listed branch
	Employment    filing.Employment `json:"employment"` // own or dispatched
	Occupation    string            `json:"occupation"` // code or name, as the workbook says
	WorkType      string            `json:"workType"`
	Level         string            `json:"level"`         // level code
	Agency        string            `json:"agency"`        // 派遣单位, of a dispatched worker
	AgencyFrom    string            `json:"agencyFrom"`    // first day of the dispatch, 2006-01-02
	AgencyThrough string            `json:"agencyThrough"` // last day
	Condition     string            `json:"condition"`     // 申报条件 by which the person may be examined
	Theory        Score             `json:"theory"`
	Practice      Score             `json:"practice"`
	Review        Score             `json:"review"`
	Process       Score             `json:"process"`
	Performance   Grade             `json:"performance"` // 工作业绩
	Ethics        Grade             `json:"ethics"`      // 职业道德和工匠精神
	Projects      Grade             `json:"projects"`    // from 技师 upwards, as the next three
	Problems      Grade             `json:"problems"`
	Innovation    Grade             `json:"innovation"`
	Teaching      Grade             `json:"teaching"`
	Competition   string            `json:"competition"`
	Rank          string            `json:"rank"`
	Photo         string            `json:"photo"` // name of the file in the photo zip
	Note          string            `json:"note"`
}

// score is the row's place for a part with marks; nil for another field.
func (r *Row) score(f Field) *Score {
	switch f {
	case FieldTheory:
		return &r.Theory
	case FieldPractice:
		return &r.Practice
	case FieldReview:
		return &r.Review
	case FieldProcess:
		return &r.Process
	}
	return nil
}

// grade is the row's place for a result in words; nil for another field.
func (r *Row) grade(f Field) *Grade {
	switch f {
	case FieldPerformance:
		return &r.Performance
	case FieldEthics:
		return &r.Ethics
	case FieldProjects:
		return &r.Projects
	case FieldProblems:
		return &r.Problems
	case FieldInnovation:
		return &r.Innovation
	case FieldTeaching:
		return &r.Teaching
	}
	return nil
}

// text is the row's place for a plain text; nil for another field.
func (r *Row) text(f Field) *string {
	switch f {
	case FieldName:
		return &r.Name
	case FieldIDNumber:
		return &r.IDNumber
	case FieldEmployer:
		return &r.Employer
	case FieldOccupation:
		return &r.Occupation
	case FieldWorkType:
		return &r.WorkType
	case FieldLevel:
		return &r.Level
	case FieldAgency:
		return &r.Agency
	case FieldAgencyFrom:
		return &r.AgencyFrom
	case FieldAgencyThrough:
		return &r.AgencyThrough
	case FieldCondition:
		return &r.Condition
	case FieldCompetition:
		return &r.Competition
	case FieldRank:
		return &r.Rank
	case FieldPhoto:
		return &r.Photo
	case FieldNote:
		return &r.Note
	}
	return nil
}

// Shown is a field's value as people read it; the ID number is masked.
func (r Row) Shown(f Field) string {
	if s := r.score(f); s != nil {
		return s.String()
	}
	if g := r.grade(f); g != nil {
		return string(*g)
	}
	switch f {
	case FieldIDKind:
		return nameOf(string(r.IDKind), r.IDKind.Name().ZH)
	case FieldEmployment:
		return nameOf(string(r.Employment), r.Employment.Name().ZH)
	case FieldIDNumber:
		return MaskID(r.IDNumber)
	case FieldLevel:
		return nameOf(r.Level, occupation.LevelCode(r.Level).Text().ZH)
	}
	if t := r.text(f); t != nil {
		return *t
	}
	return ""
}

func nameOf(code, name string) string {
	if code == "" || name == "" {
		return code
	}
	return name
}

// MaskID shows the first and last four characters of an ID number, and nothing of a short one.
func MaskID(id string) string {
	runes := []rune(id)
	if len(runes) < 12 {
		return strings.Repeat("*", len(runes))
	}
	return string(runes[:4]) + strings.Repeat("*", len(runes)-8) + string(runes[len(runes)-4:])
}
