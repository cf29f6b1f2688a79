package operatorui

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"go.temporal.io/api/workflowservice/v1"
)

// refused tells whether the guard keeps a request from the cluster. Behind the guard there is no
// cluster, so what passes answers something else than 403.
func refused(t *testing.T, method, path string) bool {
	t.Helper()
	mux := runtime.NewServeMux(readOrUpdate(nil), runtime.WithUnescapingMode(runtime.UnescapingModeAllExceptReserved))
	if err := workflowservice.RegisterWorkflowServiceHandlerServer(t.Context(), mux, workflowservice.UnimplementedWorkflowServiceServer{}); err != nil {
		t.Fatal(err)
	}
	answer := httptest.NewRecorder()
	mux.ServeHTTP(answer, httptest.NewRequest(method, "/api/v1/namespaces/jiangxin"+path, http.NoBody))
	if answer.Code == http.StatusNotFound {
		t.Fatalf("%s %s is no request that the UI could make", method, path)
	}
	return answer.Code == http.StatusForbidden
}

func TestABrowserMayReadQueryAndRetryAndNothingElse(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]bool{
		"GET /workflows":                             false,
		"GET /workflows/filing%2F1":                  false,
		"GET /schedules":                             false,
		"POST /workflows/filing%2F1/update/retry":    false,
		"POST /workflows/filing%2F1/update/decide":   true,
		"POST /workflows/filing%2F1/update/reopen":   true,
		"POST /workflows/filing%2F1/query/state":     false,
		"POST /workflows/filing%2F1":                 true, // start
		"POST /workflows/filing%2F1/terminate":       true,
		"POST /workflows/filing%2F1/cancel":          true,
		"POST /workflows/filing%2F1/reset":           true,
		"POST /workflows/filing%2F1/signal/anything": true,
		"POST /workflows/filing%2F1/pause":           true,
		"POST /batch-operations/b":                   true,
		"POST /schedules/month-end":                  true,
		"DELETE /schedules/month-end":                true,
		"POST /update":                               true, // the namespace
	} {
		method, route, _ := strings.Cut(path, " ")
		if got := refused(t, method, route); got != want {
			t.Errorf("%s: refused is %v instead of %v", path, got, want)
		}
	}
}

func TestTheDangerousButtonsAreHiddenAndUpdateIsNot(t *testing.T) {
	t.Parallel()
	c := settings(Options{TemporalAddress: "127.0.0.1:7233"})
	for name, off := range map[string]bool{
		"terminate": c.WorkflowTerminateDisabled, "cancel": c.WorkflowCancelDisabled, "signal": c.WorkflowSignalDisabled,
		"reset": c.WorkflowResetDisabled, "pause": c.WorkflowPauseDisabled, "batch": c.BatchActionsDisabled,
		"start": c.StartWorkflowDisabled, "activity commands": c.ActivityCommandsDisabled,
	} {
		if !off {
			t.Errorf("%s is on", name)
		}
	}
	if c.WorkflowUpdateDisabled || c.DisableWriteActions {
		t.Error("operators cannot send Updates")
	}
	if !c.Codec.IncludeCredentials {
		t.Error("the codec would not see the operator's session")
	}
}
