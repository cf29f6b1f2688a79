package certification

// CorrectionSheet goes with the mended rows of a returned batch (退回修改); the rows themselves are kept before.
type CorrectionSheet struct {
	Note string `json:"note"`
}

// IssueSheet is the enterprise's word before it issues (谁评价、谁发证、谁负责, notice 五(三)). The day of issue is that
// of the act and cannot be chosen.
type IssueSheet struct {
	Confirmed bool `json:"confirmed"`
}

// SummarySheet is the enterprise's report of a month (附件7), a nil return too.
type SummarySheet struct {
	Filler    string `json:"filler"`    // 填表人
	Checker   string `json:"checker"`   // 审核人
	Confirmed bool   `json:"confirmed"` // the rows, or that there are none, are right
}
