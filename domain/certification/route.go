package certification

import (
	"encoding/json"

	"jiangxin/domain/casework"
	"jiangxin/domain/form"
)

// Route is the little of a sheet that steers the procedure and therefore travels with the decision: how many
// rows of the batch pass, go back and fail. All words and lists stay where the decision is stored.
type Route struct {
	Passed   int
	Returned int
	Failed   int
}

// RouteOf reads the route from a sheet that Validate has accepted with the same facts.
func RouteOf(stage Stage, step casework.Step, raw json.RawMessage, facts Facts) (Route, error) {
	sheet := NewSheet(stage, step)
	if len(raw) > 0 {
		if err := form.Decode(raw, sheet); err != nil {
			return Route{}, err
		}
	}
	if audit, ok := sheet.(*AuditSheet); ok {
		return audit.route(facts), nil
	}
	return Route{}, nil
}

// route counts the verdicts on all rows.
func (s *AuditSheet) route(facts Facts) Route {
	var r Route
	for _, d := range s.Decisions(facts) {
		switch d.Verdict {
		case RowReturn:
			r.Returned++
		case RowFail:
			r.Failed++
		default:
			r.Passed++
		}
	}
	return r
}

// verdict is the one that the rows ask for: any row that goes back sends the batch back; else it passes, in part
// where rows fail, and not at all where every row does.
func (r Route) verdict() casework.Verdict {
	switch {
	case r.Returned > 0:
		return casework.ReturnRows
	case r.Passed == 0:
		return casework.Fail
	case r.Failed > 0:
		return casework.PassInPart
	}
	return casework.Pass
}
