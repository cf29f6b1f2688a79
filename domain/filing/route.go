package filing

import (
	"encoding/json"

	"jiangxin/domain/casework"
	"jiangxin/domain/form"
)

// Route is the little of a sheet that steers the procedure and therefore travels with the decision; all
// words and lists stay where the decision is stored.
type Route struct {
	Target Stage    // of Back and Rectify
	People []string // of Appoint: the panel, its leader first
	Days   int      // of Rectify: working days for mending
	Again  bool     // of Return: the notice asks again for what the last one told of
}

// RouteOf reads the route from a sheet that Validate has accepted.
func RouteOf(stage Stage, step casework.Step, verdict casework.Verdict, raw json.RawMessage, facts Facts) (Route, error) {
	sheet := NewSheet(stage, step, verdict)
	if len(raw) > 0 {
		if err := form.Decode(raw, sheet); err != nil {
			return Route{}, err
		}
	}
	switch s := sheet.(type) {
	case *AcceptanceSheet:
		return Route{Again: verdict == casework.Return && s.AsksAgain(facts.Defects)}, nil
	case *BackSheet:
		return Route{Target: s.Target}, nil
	case *PanelSheet:
		return Route{People: s.People()}, nil
	case *VerificationSheet:
		if verdict == casework.Rectify {
			return Route{Target: s.Target, Days: s.Days}, nil
		}
	}
	return Route{}, nil
}
