package workflows

import (
	"testing"

	"go.temporal.io/sdk/converter"
	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
)

// continued reads the input of the next run.
func continued(t *testing.T, again *workflow.ContinueAsNewError) contract.Filing {
	t.Helper()
	var in contract.Filing
	if err := converter.GetDefaultDataConverter().FromPayloads(again.Input, &in); err != nil {
		t.Fatal(err)
	}
	return in
}
