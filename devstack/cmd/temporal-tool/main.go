// Command temporal-tool prepares a Temporal cluster for the product and serves the operators' UI. It
// is what the container images use in place of devstack, which does the same inside one process.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"go.temporal.io/server/common/log"

	"jiangxin/devstack/internal/cluster"
	"jiangxin/devstack/internal/operatorui"
)

const usage = `temporal-tool schema      bring both databases to the version of the server
temporal-tool namespace   create the namespace and its search attributes
temporal-tool ui          serve the web UI without its dangerous buttons

Read from the environment: TEMPORAL_POSTGRES_ADDRESS, TEMPORAL_POSTGRES_USER, TEMPORAL_POSTGRES_PASSWORD,
TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_RETENTION_DAYS, TEMPORAL_UI_PORT, TEMPORAL_UI_HTTPS,
TEMPORAL_CODEC_ENDPOINT`

// patience is how long the namespace job waits for a frontend that is starting.
const patience = 2 * time.Minute

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "temporal-tool:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 1 {
		return errors.New(usage)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	switch args[0] {
	case "schema":
		return cluster.Migrate(cluster.Postgres{
			Address:  os.Getenv("TEMPORAL_POSTGRES_ADDRESS"),
			User:     os.Getenv("TEMPORAL_POSTGRES_USER"),
			Password: os.Getenv("TEMPORAL_POSTGRES_PASSWORD"),
		}, log.NewCLILogger())
	case "namespace":
		return prepareNamespace(ctx)
	case "ui":
		return serveUI(ctx)
	default:
		return errors.New(usage)
	}
}

func prepareNamespace(ctx context.Context) error {
	days, err := number("TEMPORAL_RETENTION_DAYS")
	if err != nil {
		return err
	}
	namespace := cluster.Namespace{
		Address:       os.Getenv("TEMPORAL_ADDRESS"),
		Name:          os.Getenv("TEMPORAL_NAMESPACE"),
		RetentionDays: days,
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return namespace.Prepare(ctx)
}

func serveUI(ctx context.Context) error {
	port, err := number("TEMPORAL_UI_PORT")
	if err != nil {
		return err
	}
	server := operatorui.New(operatorui.Options{
		TemporalAddress: os.Getenv("TEMPORAL_ADDRESS"),
		Host:            "0.0.0.0",
		Port:            port,
		Namespace:       os.Getenv("TEMPORAL_NAMESPACE"),
		CodecEndpoint:   os.Getenv("TEMPORAL_CODEC_ENDPOINT"),
		HTTPS:           os.Getenv("TEMPORAL_UI_HTTPS") == "true",
	})
	go func() {
		<-ctx.Done()
		server.Stop()
	}()
	return server.Start()
}

func number(variable string) (int, error) {
	value, err := strconv.Atoi(os.Getenv(variable))
	if err != nil || value < 1 {
		return 0, fmt.Errorf("%s is %q: set it to a whole number above zero", variable, os.Getenv(variable))
	}
	return value, nil
}
