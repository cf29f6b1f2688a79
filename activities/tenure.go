package activities

import (
	"context"

	"jiangxin/contract"
	"jiangxin/dispatch"
	"jiangxin/store"
)

// Starter starts the workflows of cases that other cases opened.
type Starter struct {
	Store    *store.Store
	Dispatch *dispatch.Dispatcher
}

// StartTenure starts the tenure of the filing that a case led to. It is safe to run twice: the workflow's
// ID is the filing number, and one that runs stays as it is.
func (s *Starter) StartTenure(ctx context.Context, in contract.EffectRequest) (contract.EffectResult, error) {
	filed, _, err := s.Store.FilingOfCase(ctx, in.CaseNo)
	if err != nil {
		return contract.EffectResult{}, travelling(err)
	}
	tenure, err := s.Store.Case(ctx, filed.FilingNo)
	if err != nil {
		return contract.EffectResult{}, travelling(err)
	}
	return contract.EffectResult{}, travelling(s.Dispatch.Start(ctx, tenure))
}
