package store

import (
	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/filing"
)

// procedure is what the desk's own events entail in one procedure besides moving the case. A new procedure adds
// an entry and bends none.
type procedure struct {
	finished string  // stage of a case that has ended; empty leaves the last one
	entered  applier // a stage began
	acted    applier // an institutional act took effect
	closed   applier // the case ended
}

// procedures are the procedures by their workflow types.
var procedures = map[string]procedure{
	contract.FilingWorkflow: {finished: string(filing.Finished), acted: tellAct, closed: tellEnd},
	contract.CertificationWorkflow: {
		finished: string(certification.Finished), entered: followStage, acted: tellAct, closed: endBatch,
	},
	contract.RevocationWorkflow: {finished: string(certification.Finished), closed: endRevocation},
	contract.SummaryWorkflow:    {finished: string(certification.Finished)},
}

// tellAct tells the enterprise of a body's act, unless it only leads back within the procedure.
func tellAct(b *recording, e contract.Event) error {
	data, err := read[contract.ActData](e)
	if err != nil {
		return err
	}
	if casework.Verdict(data.Verdict) == casework.SendBack {
		return nil
	}
	return tell(b, e, toEnterprise(b), ActTaken{Stage: data.Stage, Verdict: data.Verdict})
}

// tellEnd tells the enterprise how its case ended.
func tellEnd(b *recording, e contract.Event) error {
	data, err := read[contract.ClosedData](e)
	if err != nil {
		return err
	}
	return tell(b, e, toEnterprise(b), CaseClosed{Outcome: data.Outcome})
}
