package certification

// RollUpSheet is the authority's report of its city's month to the exam centre (汇总上报, notice 四(四)3).
type RollUpSheet struct {
	Note                string `json:"note"`
	MissingAcknowledged bool   `json:"missingAcknowledged"` // that enterprises which have not reported are left out
}
