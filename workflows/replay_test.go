package workflows_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/worker"

	historypb "go.temporal.io/api/history/v1"

	"jiangxin/contract"
	product "jiangxin/worker"
	"jiangxin/workflows"
)

// published lists the workflow types that have run in the world, with what their histories must show.
var published = map[string][]string{
	contract.FilingWorkflow: {"finished", "half"},
	contract.TenureWorkflow: {"finished", "half"},

	contract.CertificationWorkflow: {"finished", "half"},
	contract.RevocationWorkflow:    {"finished", "half"},
	contract.SummaryWorkflow:       {"finished", "half"},
	contract.MonthEndWorkflow:      {"finished"}, // it waits for nobody
}

func histories(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.json")
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestEveryPublishedWorkflowTypeHasRecordedHistories(t *testing.T) {
	t.Parallel()
	for kind, states := range published {
		for _, state := range states {
			found := false
			for _, file := range histories(t) {
				found = found || strings.HasPrefix(filepath.Base(file), kind+"-"+state)
			}
			if !found {
				t.Errorf("testdata has no history %s-%s-*.json: record one, as record_test.go says", kind, state)
			}
		}
	}
}

func TestEveryRegisteredWorkflowTypeIsPublished(t *testing.T) {
	t.Parallel()
	for _, kind := range product.WorkflowTypes() {
		if _, known := published[kind]; !known {
			t.Errorf("workflow type %s has no entry in published, and so no recorded histories", kind)
		}
	}
}

func TestRecordedHistoriesReplay(t *testing.T) {
	t.Parallel()
	for _, file := range histories(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			replayer := worker.NewWorkflowReplayer()
			product.Register(replayer, workflows.Set{MayStop: stopsWhere(file)})
			if err := replayer.ReplayWorkflowHistory(nil, readHistory(t, file)); err != nil {
				t.Errorf("this change would break running cases: %v", err)
			}
		})
	}
}

func readHistory(t *testing.T, file string) *historypb.History {
	t.Helper()
	raw, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = raw.Close() }()
	history, err := client.HistoryFromJSON(raw, client.HistoryJSONOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return history
}
