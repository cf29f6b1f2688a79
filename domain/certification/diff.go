package certification

// FieldChange is one value that differs between two forms of a row.
type FieldChange struct {
	Field  Field  `json:"field"`
	Before string `json:"before"` // for people; ID numbers masked
	After  string `json:"after"`
}

// Diff lists what was mended in a row, in the workbook's order.
func Diff(before, after Row) []FieldChange {
	var changes []FieldChange
	for _, f := range Fields {
		was, is := before.Shown(f), after.Shown(f)
		if was != is || f == FieldIDNumber && before.IDKey() != after.IDKey() {
			changes = append(changes, FieldChange{Field: f, Before: was, After: is})
		}
	}
	return changes
}
