package workflows

import "go.temporal.io/sdk/workflow"

// Set holds the workflow functions and what they take from outside. Its zero value is the product.
type Set struct {
	// MayStop decides when a resting run continues as new; nil asks the server's suggestion. Tests force it.
	MayStop func(workflow.Context) bool
}

func (s Set) mayStop(ctx workflow.Context) bool {
	if s.MayStop != nil {
		return s.MayStop(ctx)
	}
	return workflow.GetInfo(ctx).GetContinueAsNewSuggested()
}
