// Command devstack brings the product's real servers up on one bare machine, without containers:
// Postgres, the Temporal server with its UI, and MinIO.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"jiangxin/devstack/internal/stack"
)

const usage = `devstack runs Postgres, Temporal with its UI, and MinIO on loopback.

  devstack up    [--data DIR] [--ports-from-env=false]            until Ctrl-C
  devstack exec  [--data DIR] [--fresh] [--ports-from-env] -- CMD  run CMD with the servers, then stop them
  devstack env   [--data DIR]                                      shell exports of the stack that runs on DIR
  devstack reset [--data DIR]                                      drop the data of a stopped stack

up listens on well-known ports (change them with JIANGXIN_PORT_POSTGRES, _TEMPORAL, _TEMPORAL_UI,
_MINIO, _MINIO_CONSOLE, _CONTROL); exec on free ones. The command sees the addresses as JIANGXIN_…
`

func main() {
	code, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "devstack:", err)
	}
	os.Exit(code)
}

// run carries out one sub-command and gives the exit code.
func run(args []string) (int, error) {
	if len(args) == 0 {
		fmt.Fprint(os.Stderr, usage)
		return 2, nil
	}
	flags := flag.NewFlagSet(args[0], flag.ContinueOnError)
	flags.Usage = func() { fmt.Fprint(os.Stderr, usage) }
	data := flags.String("data", ".dev/data", "the folder of all data and logs")
	fresh := flags.Bool("fresh", false, "use a new folder that is dropped at the end")
	wellKnown := flags.Bool("ports-from-env", args[0] == "up", "listen on the well-known ports")
	if err := flags.Parse(args[1:]); err != nil {
		return 2, nil // flag has said what is wrong
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	switch args[0] {
	case "up":
		return exitCode(up(ctx, *data, *wellKnown))
	case "exec":
		return execute(*data, *fresh, *wellKnown, flags.Args())
	case "env":
		return exitCode(printEnvironment(*data))
	case "reset":
		return exitCode(stack.Reset(*data))
	case "temporal":
		return exitCode(stack.RunTemporal(ctx))
	default:
		fmt.Fprint(os.Stderr, usage)
		return 2, nil
	}
}

func exitCode(err error) (int, error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return 0, nil
	}
	return 1, err
}
