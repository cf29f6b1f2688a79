package certification

import (
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/occupation"
)

// Way is the way of evaluation of a batch (评价方式, notice 三(二)), one of those that the filed plan names.
type Way = filing.Way

// The four ways.
const (
	Examination = filing.Examination         // 考核测评: theory and practice
	Review      = filing.ComprehensiveReview // 综合评审
	Process     = filing.ProcessAssessment   // 过程考核
	Competition = filing.Competition         // 竞赛选拔: direct recognition
)

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
