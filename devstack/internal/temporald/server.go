package temporald

import (
	"context"
	"fmt"

	"go.temporal.io/server/common/authorization"
	temporalcluster "go.temporal.io/server/common/cluster"
	"go.temporal.io/server/common/config"
	"go.temporal.io/server/common/log"
	"go.temporal.io/server/common/membership/static"
	"go.temporal.io/server/common/primitives"
	"go.temporal.io/server/temporal"

	"jiangxin/devstack/internal/cluster"
	"jiangxin/devstack/internal/operatorui"
	"jiangxin/devstack/internal/ports"
)

// Run serves until ctx ends, then stops the UI and the services in their order. The namespace and
// its search attributes are made before the UI opens.
func Run(ctx context.Context, o Options) error {
	logger := log.NewZapLogger(log.BuildZapLogger(log.Config{Stdout: true, Level: "warn", Format: "console"}))
	if err := cluster.Migrate(o.Postgres, logger); err != nil {
		return err
	}
	free, err := ports.Free(3)
	if err != nil {
		return err
	}
	addresses := map[primitives.ServiceName]int{
		primitives.FrontendService: o.GRPCPort,
		primitives.HistoryService:  free[0],
		primitives.MatchingService: free[1],
		primitives.WorkerService:   free[2],
	}
	server, err := temporal.NewServer(
		temporal.WithConfig(serverConfig(o, addresses)),
		temporal.WithLogger(logger),
		temporal.ForServices(temporal.DefaultServices),
		// Membership by gossip remembers dead members for half a minute after a kill; static hosts do not.
		temporal.WithStaticHosts(staticHosts(addresses)),
		temporal.WithAuthorizer(authorization.NewNoopAuthorizer()),
		temporal.WithDynamicConfigClient(dynamicConfig()),
	)
	if err != nil {
		return fmt.Errorf("configure the Temporal server: %w", err)
	}
	if err := server.Start(); err != nil {
		return fmt.Errorf("start the Temporal server: %w", err)
	}
	defer func() { _ = server.Stop() }()

	namespace := cluster.Namespace{Address: ports.Address(o.GRPCPort), Name: o.Namespace, RetentionDays: o.RetentionDays}
	if err := namespace.Prepare(ctx); err != nil {
		return err
	}
	web := operatorui.New(operatorui.Options{
		TemporalAddress: namespace.Address,
		Host:            ports.Loopback,
		Port:            o.UIPort,
		Namespace:       o.Namespace,
		CodecEndpoint:   o.CodecEndpoint,
	})
	failed := make(chan error, 1)
	go func() { failed <- web.Start() }()
	defer web.Stop()

	select {
	case <-ctx.Done():
		return nil
	case err := <-failed:
		return fmt.Errorf("serve the Temporal UI: %w", err)
	}
}

func serverConfig(o Options, byService map[primitives.ServiceName]int) *config.Config {
	frontend := ports.Address(o.GRPCPort)
	services := make(map[string]config.Service, len(byService))
	for name, port := range byService {
		services[string(name)] = config.Service{RPC: config.RPC{GRPCPort: port, BindOnLocalHost: true}}
	}
	return &config.Config{
		Services: services,
		Persistence: config.Persistence{
			DefaultStore:     cluster.MainDatabase,
			VisibilityStore:  cluster.VisibilityDatabase,
			NumHistoryShards: shards,
			DataStores: map[string]config.DataStore{
				cluster.MainDatabase:       {SQL: o.Postgres.SQL(cluster.MainDatabase, 20)},
				cluster.VisibilityDatabase: {SQL: o.Postgres.SQL(cluster.VisibilityDatabase, 10)},
			},
		},
		ClusterMetadata: &temporalcluster.Config{
			FailoverVersionIncrement: 10,
			MasterClusterName:        "active",
			CurrentClusterName:       "active",
			ClusterInformation: map[string]temporalcluster.ClusterInformation{
				"active": {Enabled: true, InitialFailoverVersion: 1, RPCAddress: frontend},
			},
		},
		DCRedirectionPolicy: config.DCRedirectionPolicy{Policy: "noop"},
		Archival: config.Archival{
			History:    config.HistoryArchival{State: "disabled"},
			Visibility: config.VisibilityArchival{State: "disabled"},
		},
		NamespaceDefaults: config.NamespaceDefaults{Archival: config.ArchivalNamespaceDefaults{
			History:    config.HistoryArchivalNamespaceDefaults{State: "disabled"},
			Visibility: config.VisibilityArchivalNamespaceDefaults{State: "disabled"},
		}},
		PublicClient: config.PublicClient{HostPort: frontend},
	}
}

func staticHosts(byService map[primitives.ServiceName]int) map[primitives.ServiceName]static.Hosts {
	hosts := make(map[primitives.ServiceName]static.Hosts, len(byService))
	for name, port := range byService {
		hosts[name] = static.SingleLocalHost(ports.Address(port))
	}
	return hosts
}
