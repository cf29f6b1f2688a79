package certification

import "jiangxin/domain/filing"

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
