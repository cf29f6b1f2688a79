// Package operatorui serves Temporal's web UI to operators, with everything switched off that could
// end, rewind or pollute a case.
package operatorui

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"github.com/labstack/echo/v4"
	"github.com/temporalio/ui-server/v2/server"
	"github.com/temporalio/ui-server/v2/server/api"
	"github.com/temporalio/ui-server/v2/server/config"
	"github.com/temporalio/ui-server/v2/server/server_options"
)

// Options say what the UI shows and where it listens.
type Options struct {
	TemporalAddress string // host:port of the frontend
	Host            string // address to listen on
	Port            int
	Namespace       string // the one that opens first
	CodecEndpoint   string // where the browser decodes payloads, such as http://127.0.0.1:8080/api/codec
	HTTPS           bool   // browsers reach it by HTTPS, so its cookie may be Secure
}

// New makes the server. Updates stay possible, because they are how an operator corrects, reassigns,
// reopens, retries or skips, and the case records each of them.
func New(o Options) *server.Server {
	return server.NewServer(
		server_options.WithConfigProvider(settings(o)),
		server_options.WithAPIMiddleware([]api.Middleware{readOrUpdate}),
	)
}

func settings(o Options) *config.Config {
	return &config.Config{
		TemporalGRPCAddress: o.TemporalAddress,
		Host:                o.Host,
		Port:                o.Port,
		EnableUI:            true,
		DefaultNamespace:    o.Namespace,
		DisableNewsFetch:    true,
		HideLogs:            true,
		CORS:                config.CORS{CookieInsecure: !o.HTTPS},
		// The browser calls the codec with the operator's session cookie of the application.
		Codec: config.Codec{
			Endpoint:            o.CodecEndpoint,
			IncludeCredentials:  true,
			DefaultErrorMessage: "Sign in to Jiangxin as an operator in this browser to read payloads. 请先在本浏览器以运维人员身份登录匠信，方可查看内容。",
			DefaultErrorLink:    strings.TrimSuffix(o.CodecEndpoint, "/api/codec"), // where to sign in
		},
		WorkflowTerminateDisabled: true,
		WorkflowCancelDisabled:    true,
		WorkflowSignalDisabled:    true,
		WorkflowResetDisabled:     true,
		WorkflowPauseDisabled:     true,
		BatchActionsDisabled:      true,
		StartWorkflowDisabled:     true,
		ActivityCommandsDisabled:  true,
	}
}

// retry is the one Update that an operator sends by hand: it decides nothing. All others go through the
// product's API, which knows who sends them and keeps the reason.
const retry = "retry"

// readOrUpdate enforces on the UI's API what its hidden buttons only suggest: besides reading, a
// browser may query a workflow and send it the Update retry, nothing else.
func readOrUpdate(echo.Context) runtime.ServeMuxOption {
	return runtime.WithMiddlewares(func(next runtime.HandlerFunc) runtime.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request, params map[string]string) {
			_, query := params["query.query_type"]
			update := params["request.input.name"] == retry
			if r.Method != http.MethodGet && !query && !update {
				w.Header().Set("Content-Type", "application/json")
				w.WriteHeader(http.StatusForbidden)
				_, _ = w.Write([]byte(`{"code":7,"message":"Switched off here: only the Update retry is sent by hand; the rest is done in the product. 此处已停用：只能发送 Update retry，其他操作请在系统中办理。"}`))
				return
			}
			next(w, r, params)
		}
	})
}

// Ready returns nil when the UI at an address serves its settings.
func Ready(ctx context.Context, address string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address+"/api/v1/settings", nil)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the Temporal UI answers %s", response.Status)
	}
	return nil
}
