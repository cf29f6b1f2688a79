package stack

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"

	"jiangxin/devstack/internal/cluster"
	"jiangxin/devstack/internal/operatorui"
	"jiangxin/devstack/internal/ports"
	"jiangxin/devstack/internal/process"
	"jiangxin/devstack/internal/temporald"
)

// temporalOptions is the variable through which the server process gets its options: they hold a
// password, which must not show in a list of processes.
const temporalOptions = "JIANGXIN_DEVSTACK_TEMPORAL"

// temporal describes the Temporal server with its UI: this program itself, as `devstack temporal`.
func (s Settings) temporal() *process.Child {
	return &process.Child{
		Name:        "temporal",
		LogPath:     s.log("temporal"),
		StopSignal:  syscall.SIGTERM,
		StopWithin:  20 * time.Second,
		ReadyWithin: 2 * time.Minute,
		Command: func() (*exec.Cmd, error) {
			options, err := json.Marshal(temporald.Options{
				GRPCPort:      s.Ports.Temporal,
				UIPort:        s.Ports.TemporalUI,
				CodecEndpoint: s.CodecEndpoint,
				Postgres: cluster.Postgres{
					Address: ports.Address(s.Ports.Postgres), User: temporalRole, Password: devPassword,
				},
				Namespace:     namespace,
				RetentionDays: retentionDays,
			})
			if err != nil {
				return nil, err
			}
			// This very program, even when a rebuild has put another one in its place meanwhile.
			command := exec.Command("/proc/self/exe", "temporal")
			command.Args[0] = "devstack"
			command.Env = append(os.Environ(), temporalOptions+"="+string(options))
			return command, nil
		},
		Ready: func(ctx context.Context) error {
			served := cluster.Namespace{Address: ports.Address(s.Ports.Temporal), Name: namespace}
			if err := served.Ready(ctx); err != nil {
				return err
			}
			return operatorui.Ready(ctx, ports.Address(s.Ports.TemporalUI))
		},
	}
}

// RunTemporal is the life of the server process, until ctx ends.
func RunTemporal(ctx context.Context) error {
	var options temporald.Options
	if err := json.Unmarshal([]byte(os.Getenv(temporalOptions)), &options); err != nil {
		return fmt.Errorf("`devstack temporal` is started by `devstack up`, not by hand: %w", err)
	}
	return temporald.Run(ctx, options)
}
