package filing

import (
	"encoding/json"

	"jiangxin/domain/casework"
	"jiangxin/domain/form"
)

// Whole writes content as JSON in which every field stands and no list is null.
func Whole(raw []byte, into any) (json.RawMessage, error) { return form.Whole(raw, into) }

// AllLists writes a value as JSON with [] for every list that is not there. value is a pointer.
func AllLists(value any) (json.RawMessage, error) { return form.AllLists(value) }

// WholeSheet writes the sheet of a recorded decision as Whole does; what goes with an operation has no sheet
// of its own and stays as it is.
func WholeSheet(stage Stage, step casework.Step, verdict casework.Verdict, raw json.RawMessage) (json.RawMessage, error) {
	offered := false
	for _, v := range Verdicts(stage, step) {
		offered = offered || v == verdict
	}
	if !offered || len(raw) == 0 {
		return raw, nil
	}
	return form.Whole(raw, NewSheet(stage, step, verdict))
}
