package certification

import (
	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/occupation"
)

// Way is the way of evaluation of a batch (评价方式, notice 三(二)).
type Way string

// The four ways.
const (
	Examination Way = "examination" // 考核测评: theory and practice
	Review      Way = "review"      // 综合评审
	Process     Way = "process"     // 过程考核
	Competition Way = "competition" // 竞赛选拔: direct recognition
)

// Ways lists the four in the notice's order.
var Ways = []Way{Examination, Review, Process, Competition}

// wayWords gives each way its words and the code by which a filed plan names it.
var wayWords = map[Way]struct {
	name  casework.Name
	filed filing.Way
}{
	Examination: {casework.Name{ZH: "考核测评", EN: "Examination"}, filing.Examination},
	Review:      {casework.Name{ZH: "综合评审", EN: "Comprehensive review"}, filing.ComprehensiveReview},
	Process:     {casework.Name{ZH: "过程考核", EN: "Process assessment"}, filing.ProcessAssessment},
	Competition: {casework.Name{ZH: "竞赛选拔", EN: "Competition"}, filing.Competition},
}

// Known says whether w is one of the four ways.
func (w Way) Known() bool { _, ok := wayWords[w]; return ok }

// Name gives the way's words; an unknown code gives itself.
func (w Way) Name() casework.Name {
	if words, ok := wayWords[w]; ok {
		return words.name
	}
	return casework.Name{ZH: string(w), EN: string(w)}
}

// Filed is the way as an application names it (附件2).
func (w Way) Filed() filing.Way { return wayWords[w].filed }

// Plan is what an enterprise says of a batch (批次) before its results: what is certified, how, where, when and
// by whom.
type Plan struct {
	Occupation string               `json:"occupation"` // 职业编码
	WorkType   string               `json:"workType"`   // 工种; empty when the occupation has none
	Level      occupation.LevelCode `json:"level"`
	Way        Way                  `json:"way"`
	Place      string               `json:"place"`
	From       civil.Date           `json:"from,omitzero"` // first day of the evaluation
	To         civil.Date           `json:"to,omitzero"`   // last day
	Assessors  []Assessor           `json:"assessors"`
	Evidence   []EvidenceFile       `json:"evidence"`
	Note       string               `json:"note"`
}

// Assessor is a member of the group of assessors (考评小组).
type Assessor struct {
	Name string `json:"name"`
	Card string `json:"card"` // 考评员证卡号
	Lead bool   `json:"lead"` // 组长
}

// EvidenceFile is a document of the batch, by the kind that the template asks for.
type EvidenceFile struct {
	Kind     string            `json:"kind"`
	Document filing.DocumentID `json:"document"`
}
