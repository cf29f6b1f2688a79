package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"jiangxin/devstack/internal/ports"
)

// actAsDevstack makes this test binary behave as devstack itself, so that the tests run the real
// program as a process.
const actAsDevstack = "JIANGXIN_DEVSTACK_ACT"

func TestMain(m *testing.M) {
	if os.Getenv(actAsDevstack) != "" {
		main()
	}
	os.Exit(m.Run())
}

// portNames are the variables that move the ports of `devstack up`.
var portNames = []string{"POSTGRES", "TEMPORAL", "TEMPORAL_UI", "MINIO", "MINIO_CONSOLE", "CONTROL"}

// bundle is one data folder with ports of its own.
type bundle struct {
	data        string
	environment []string
	port        map[string]int
}

func setup(t *testing.T) *bundle {
	t.Helper()
	minio, err := filepath.Abs("../.dev/bin/minio")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(minio); err != nil {
		t.Fatal("MinIO is not built: run `make devstack` first, or the tests by `make test-devstack`")
	}
	folder, err := os.MkdirTemp("", "devstack-test-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(folder, 0o755); err != nil { // the user `postgres` passes through it
		t.Fatal(err)
	}
	free, err := ports.Free(len(portNames))
	if err != nil {
		t.Fatal(err)
	}
	b := &bundle{
		data:        filepath.Join(folder, "data"),
		environment: append(os.Environ(), actAsDevstack+"=1", "JIANGXIN_MINIO_BIN="+minio),
		port:        make(map[string]int),
	}
	for i, name := range portNames {
		b.port[name] = free[i]
		b.environment = append(b.environment, "JIANGXIN_PORT_"+name+"="+strconv.Itoa(free[i]))
	}
	t.Cleanup(func() {
		_ = b.command("reset", "--data", b.data).Run()
		_ = os.RemoveAll(folder)
	})
	return b
}

// command is a call of devstack.
func (b *bundle) command(arguments ...string) *exec.Cmd {
	command := exec.Command(os.Args[0], arguments...)
	command.Env = slices.Clone(b.environment)
	return command
}

// run calls devstack and gives its exit code and what it printed.
func (b *bundle) run(t *testing.T, arguments ...string) (code int, output, complaints string) {
	t.Helper()
	command := b.command(arguments...)
	var out, complaint bytes.Buffer
	command.Stdout, command.Stderr = &out, &complaint
	err := command.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return command.ProcessState.ExitCode(), out.String(), complaint.String()
}

// up starts `devstack up` and returns when it says that it is ready.
func (b *bundle) up(t *testing.T) *exec.Cmd {
	t.Helper()
	command := b.command("up", "--data", b.data)
	output := &watched{until: "devstack: ready", seen: make(chan struct{})}
	command.Stdout, command.Stderr = output, output
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		_ = command.Wait()
		close(ended)
	}()
	t.Cleanup(func() {
		_ = command.Process.Signal(syscall.SIGTERM)
		<-ended
	})
	select {
	case <-output.seen:
	case <-ended:
		t.Fatalf("devstack up ended:\n%s", output)
	case <-time.After(3 * time.Minute):
		t.Fatalf("devstack up is not ready:\n%s", output)
	}
	return command
}

// finish ends a process with a signal and waits until it has gone.
func finish(t *testing.T, command *exec.Cmd, signal syscall.Signal) {
	t.Helper()
	if err := command.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	eventually(t, "devstack goes", func() bool { return command.Process.Signal(syscall.Signal(0)) != nil })
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); !holds(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("a minute has passed and still not: %s", what)
		}
	}
}

// oneSentence checks that devstack failed with one line that holds every given piece.
func oneSentence(t *testing.T, code int, complaints string, pieces ...string) {
	t.Helper()
	if code != 1 || strings.Count(strings.TrimSpace(complaints), "\n") != 0 {
		t.Errorf("exit code %d and this, instead of 1 and one sentence:\n%s", code, complaints)
	}
	for _, piece := range pieces {
		if !strings.Contains(complaints, piece) {
			t.Errorf("%q does not say %q", complaints, piece)
		}
	}
}
