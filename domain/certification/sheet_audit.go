package certification

// RowDecision is the authority's verdict on one row.
type RowDecision string

// The decisions.
const (
	RowPass   RowDecision = "pass"   // 通过
	RowReturn RowDecision = "return" // 退回修改
	RowFail   RowDecision = "fail"   // 不予通过
)

// AuditSheet is the audit of a batch (结果审核, notice 四(四)1). Rows without an entry pass.
type AuditSheet struct {
	Rows   []RowVerdict `json:"rows"`
	Looked []int        `json:"looked"` // numbers of the sampled rows whose evidence was looked at
	Note   string       `json:"note"`
}

// RowVerdict is the verdict on one row, with its reason unless it passes.
type RowVerdict struct {
	No      int         `json:"no"`
	Verdict RowDecision `json:"verdict"`
	Clause  string      `json:"clause"` // of 辽人社〔2020〕22号, with RowFail
	Reason  string      `json:"reason"` // with RowReturn and RowFail
}
