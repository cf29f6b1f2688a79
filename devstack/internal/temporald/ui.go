package temporald

import (
	"net/http"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"github.com/labstack/echo/v4"
	"github.com/temporalio/ui-server/v2/server"
	"github.com/temporalio/ui-server/v2/server/api"
	"github.com/temporalio/ui-server/v2/server/config"
	"github.com/temporalio/ui-server/v2/server/server_options"

	"jiangxin/devstack/internal/ports"
)

// newUI makes the operators' window. Every button that could end, rewind or pollute a case is
// switched off; Updates stay, because they are how an operator corrects, reassigns, reopens,
// retries or skips, and the case records each of them.
func newUI(o Options) *server.Server {
	return server.NewServer(
		server_options.WithConfigProvider(uiConfig(o)),
		server_options.WithAPIMiddleware([]api.Middleware{readOrUpdate}),
	)
}

func uiConfig(o Options) *config.Config {
	return &config.Config{
		TemporalGRPCAddress: ports.Address(o.GRPCPort),
		Host:                ports.Loopback,
		Port:                o.UIPort,
		EnableUI:            true,
		DefaultNamespace:    o.Namespace,
		DisableNewsFetch:    true,
		HideLogs:            true,
		// Plain HTTP on loopback: a Secure cookie would never come back.
		CORS: config.CORS{CookieInsecure: true},
		// The browser calls the codec with the operator's session cookie of the application.
		Codec: config.Codec{
			Endpoint:            o.CodecEndpoint,
			IncludeCredentials:  true,
			DefaultErrorMessage: "Sign in to Jiangxin as an operator in this browser to read payloads. 请先在本浏览器以运维人员身份登录匠信，方可查看内容。",
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

// readOrUpdate enforces on the UI's API what its hidden buttons only suggest: besides reading, a
// browser may query a workflow and send it an Update, nothing else.
func readOrUpdate(echo.Context) runtime.ServeMuxOption {
	return runtime.WithMiddlewares(func(next runtime.HandlerFunc) runtime.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request, params map[string]string) {
			_, query := params["query.query_type"]
			_, update := params["request.input.name"]
			if r.Method != http.MethodGet && !query && !update {
				w.Header().Set("Content-Type", "application/json")
				w.WriteHeader(http.StatusForbidden)
				_, _ = w.Write([]byte(`{"code":7,"message":"Switched off here: send the case an operator's Update. 此处已停用，请改用运维更新（Update）。"}`))
				return
			}
			next(w, r, params)
		}
	})
}
