package cluster

import (
	"context"
	"errors"
	"fmt"
	"time"

	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/api/operatorservice/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/api/workflowservice/v1"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"
)

// SearchAttributes are what operators filter cases by. They hold codes and instants only, never
// personal data.
var SearchAttributes = map[string]enumspb.IndexedValueType{
	"Stage":      enumspb.INDEXED_VALUE_TYPE_KEYWORD,  // where the case stands
	"City":       enumspb.INDEXED_VALUE_TYPE_KEYWORD,  // city code
	"WaitingFor": enumspb.INDEXED_VALUE_TYPE_KEYWORD,  // who has to act
	"DueAt":      enumspb.INDEXED_VALUE_TYPE_DATETIME, // by when
	"Seq":        enumspb.INDEXED_VALUE_TYPE_INT,      // number of the last recorded event
	"Stuck":      enumspb.INDEXED_VALUE_TYPE_KEYWORD,  // the cause, when the case cannot go on by itself
}

// Namespace is one namespace of the cluster at an address.
type Namespace struct {
	Address       string // host:port of the frontend
	Name          string
	RetentionDays int // how long closed workflows stay, in days
}

// Prepare creates the namespace and registers the search attributes, whichever is missing. It waits
// for a frontend that is still starting, until ctx ends.
func (n Namespace) Prepare(ctx context.Context) error {
	conn, err := n.dial()
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	for {
		err := n.create(ctx, conn)
		if err == nil {
			err = n.registerAttributes(ctx, conn)
		}
		if err == nil {
			return nil
		}
		if !passing(err) {
			return fmt.Errorf("prepare namespace %s: %w", n.Name, err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// passing tells an error that goes by itself: the frontend still starts, or a cache has not seen the
// new namespace yet.
func passing(err error) bool {
	var unavailable *serviceerror.Unavailable
	var unseen *serviceerror.NamespaceNotFound
	cause := serviceerror.FromStatus(status.Convert(err))
	return errors.As(cause, &unavailable) || errors.As(cause, &unseen)
}

func (n Namespace) create(ctx context.Context, conn *grpc.ClientConn) error {
	_, err := workflowservice.NewWorkflowServiceClient(conn).RegisterNamespace(ctx, &workflowservice.RegisterNamespaceRequest{
		Namespace:                        n.Name,
		Description:                      "Jiangxin (匠信)",
		WorkflowExecutionRetentionPeriod: durationpb.New(time.Duration(n.RetentionDays) * 24 * time.Hour),
	})
	var exists *serviceerror.NamespaceAlreadyExists
	if errors.As(serviceerror.FromStatus(status.Convert(err)), &exists) {
		return nil
	}
	return err
}

func (n Namespace) registerAttributes(ctx context.Context, conn *grpc.ClientConn) error {
	operator := operatorservice.NewOperatorServiceClient(conn)
	known, err := operator.ListSearchAttributes(ctx, &operatorservice.ListSearchAttributesRequest{Namespace: n.Name})
	if err != nil {
		return err
	}
	missing := make(map[string]enumspb.IndexedValueType)
	for name, kind := range SearchAttributes {
		if _, ok := known.GetCustomAttributes()[name]; !ok {
			missing[name] = kind
		}
	}
	if len(missing) == 0 {
		return nil
	}
	_, err = operator.AddSearchAttributes(ctx, &operatorservice.AddSearchAttributesRequest{
		Namespace:        n.Name,
		SearchAttributes: missing,
	})
	return err
}

// dial opens a connection to the frontend. It does not wait for it.
func (n Namespace) dial() (*grpc.ClientConn, error) {
	conn, err := grpc.NewClient(n.Address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, fmt.Errorf("connect to the Temporal frontend at %s: %w", n.Address, err)
	}
	return conn, nil
}
