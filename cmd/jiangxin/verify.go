package main

import (
	"context"
	"fmt"
)

// runVerify recomputes the chains of events; it exits non-zero where one breaks.
func runVerify(ctx context.Context, args []string) error {
	a, err := open()
	if err != nil {
		return err
	}
	defer a.Close()
	cases := args
	if len(cases) == 0 {
		if cases, err = a.Store.CaseNumbers(ctx); err != nil {
			return err
		}
	}
	broken := 0
	for _, caseNo := range cases {
		at, err := a.Store.VerifyChain(ctx, caseNo)
		if err != nil {
			return err
		}
		if at > 0 {
			broken++
			fmt.Printf("%s: the chain breaks at event %d\n", caseNo, at)
		}
	}
	if broken > 0 {
		return fmt.Errorf("%d of %d chains are broken", broken, len(cases))
	}
	fmt.Printf("%d chains hold\n", len(cases))
	return nil
}
