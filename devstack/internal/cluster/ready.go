package cluster

import (
	"context"
	"fmt"

	"go.temporal.io/api/operatorservice/v1"
	"go.temporal.io/api/workflowservice/v1"
	"google.golang.org/grpc/health/grpc_health_v1"
)

// Ready returns nil when everything a client needs has answered: the frontend serves, the namespace
// exists with its search attributes, and visibility accepts a query by one of them.
func (n Namespace) Ready(ctx context.Context) error {
	conn, err := n.dial()
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
		&operatorservice.ListSearchAttributesRequest{Namespace: n.Name})
	if err != nil {
		return err
	}
	for name := range SearchAttributes {
		if _, ok := attributes.GetCustomAttributes()[name]; !ok {
			return fmt.Errorf("search attribute %s is not registered yet", name)
		}
	}
	frontend := workflowservice.NewWorkflowServiceClient(conn)
	if _, err := frontend.DescribeNamespace(ctx, &workflowservice.DescribeNamespaceRequest{Namespace: n.Name}); err != nil {
		return err
	}
	_, err = frontend.CountWorkflowExecutions(ctx, &workflowservice.CountWorkflowExecutionsRequest{
		Namespace: n.Name, Query: `Stage = "none" AND Seq > 0`,
	})
	return err
}
