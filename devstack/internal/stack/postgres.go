package stack

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"jiangxin/devstack/internal/ports"
	"jiangxin/devstack/internal/process"
)

// postgres describes the database server. Durability is left as it is installed: fsync and
// synchronous_commit stay on, because the tests prove what survives a crash.
func (s Settings) postgres(account *account) *process.Child {
	folder := s.postgresFolder(account)
	return &process.Child{
		Name:        "postgres",
		LogPath:     s.log("postgres"),
		StopSignal:  syscall.SIGINT, // fast shutdown: sessions are ended, work is rolled back, nothing is lost
		StopWithin:  30 * time.Second,
		ReadyWithin: time.Minute,
		Prepare: func(ctx context.Context) error {
			if err := s.initialise(ctx, folder, account); err != nil {
				return err
			}
			return endStalePostgres(ctx, folder)
		},
		Command: func() (*exec.Cmd, error) {
			program, err := postgresTool("postgres")
			if err != nil {
				return nil, err
			}
			command := exec.Command(program, "-D", folder,
				"-c", "listen_addresses="+ports.Loopback,
				"-c", "port="+strconv.Itoa(s.Ports.Postgres),
				"-c", "unix_socket_directories=", // its path has a limit that a deep data folder would break
				"-c", "max_connections=200",
				"-c", "shared_buffers=256MB",
				"-c", "timezone=UTC",
				"-c", "log_timezone=UTC",
			)
			account.apply(command)
			// Should this program be killed, Postgres shuts down in order instead of dying with it.
			command.SysProcAttr.Pdeathsig = syscall.SIGINT
			return command, nil
		},
		Ready: s.provision,
	}
}

// initialise makes the data folder of the server once.
func (s Settings) initialise(ctx context.Context, folder string, account *account) error {
	if _, err := os.Stat(filepath.Join(folder, "PG_VERSION")); err == nil {
		return nil
	}
	program, err := postgresTool("initdb")
	if err != nil {
		return err
	}
	// A folder without PG_VERSION is what an interrupted initdb left: it refuses to go on in it.
	if err := os.RemoveAll(folder); err != nil {
		return fmt.Errorf("clear the unfinished folder of Postgres: %w", err)
	}
	if err := account.makeFolder(folder); err != nil {
		return err
	}
	password, err := account.secretFile(devPassword)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(password) }()
	command := exec.CommandContext(ctx, program, "-D", folder, "--username="+superuser, "--pwfile="+password,
		"--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-instructions")
	account.apply(command)
	if output, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb could not make the folder %s: %w\n%s", folder, err, output)
	}
	return nil
}
