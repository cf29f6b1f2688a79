package temporald

import (
	"context"
	"fmt"
	"net/http"

	"go.temporal.io/api/operatorservice/v1"
	"go.temporal.io/api/workflowservice/v1"
	"google.golang.org/grpc/health/grpc_health_v1"

	"jiangxin/devstack/internal/ports"
)

// Ready returns nil when everything a client needs has answered: the frontend serves, the namespace
// exists with its search attributes, visibility accepts a query by one of them, and the UI serves
// its settings.
func Ready(ctx context.Context, grpcPort, uiPort int, namespace string) error {
	conn, err := Dial(grpcPort)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()

	health, err := grpc_health_v1.NewHealthClient(conn).Check(ctx, &grpc_health_v1.HealthCheckRequest{
		Service: workflowservice.WorkflowService_ServiceDesc.ServiceName,
	})
	if err != nil {
		return err
	}
	if health.GetStatus() != grpc_health_v1.HealthCheckResponse_SERVING {
		return fmt.Errorf("the Temporal frontend says %s", health.GetStatus())
	}
	attributes, err := operatorservice.NewOperatorServiceClient(conn).ListSearchAttributes(ctx,
		&operatorservice.ListSearchAttributesRequest{Namespace: namespace})
	if err != nil {
		return err
	}
	for name := range SearchAttributes {
		if _, ok := attributes.GetCustomAttributes()[name]; !ok {
			return fmt.Errorf("search attribute %s is not registered yet", name)
		}
	}
	frontend := workflowservice.NewWorkflowServiceClient(conn)
	if _, err := frontend.DescribeNamespace(ctx, &workflowservice.DescribeNamespaceRequest{Namespace: namespace}); err != nil {
		return err
	}
	if _, err := frontend.CountWorkflowExecutions(ctx, &workflowservice.CountWorkflowExecutionsRequest{
		Namespace: namespace, Query: `Stage = "none" AND Seq > 0`,
	}); err != nil {
		return err
	}
	return uiReady(ctx, uiPort)
}

func uiReady(ctx context.Context, port int) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+ports.Address(port)+"/api/v1/settings", nil)
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
