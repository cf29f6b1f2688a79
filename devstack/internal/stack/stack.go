package stack

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"jiangxin/devstack/internal/ports"
	"jiangxin/devstack/internal/process"
)

// Stack is a running set of servers.
type Stack struct {
	Settings Settings
	Crashes  chan string // a report for every server that ends without having been asked to

	children []*process.Child // in the order in which they are started
	progress io.Writer
	lock     *os.File
}

// New checks what can be checked before anything starts: the programs, the user, the ports and that
// no other stack uses the data folder.
func New(settings Settings, progress io.Writer) (*Stack, error) {
	account, err := postgresAccount()
	if err != nil {
		return nil, err
	}
	for _, find := range []func() (string, error){
		func() (string, error) { return postgresTool("postgres") },
		func() (string, error) { return postgresTool("initdb") },
		minioProgram,
	} {
		if _, err := find(); err != nil {
			return nil, err
		}
	}
	lock, err := lockFolder(settings.Data)
	if err != nil {
		return nil, err
	}
	if err := endStalePostgres(context.Background(), settings.postgresFolder(account)); err != nil {
		return nil, err
	}
	for _, each := range portVariables {
		if port := *each.field(&settings.Ports); ports.Taken(port) {
			return nil, fmt.Errorf("port %d is taken by another program: end that program, or set %s to a free port", port, each.variable)
		}
	}
	stack := &Stack{
		Settings: settings,
		Crashes:  make(chan string, 8),
		children: []*process.Child{settings.postgres(account), settings.minio(), settings.temporal()},
		progress: progress,
		lock:     lock,
	}
	for _, child := range stack.children {
		child.Crashed = func(_ *process.Child, report string) { stack.Crashes <- report }
	}
	return stack, nil
}

// Up starts every server and returns when all of them answer, or stops what it started.
func (s *Stack) Up(ctx context.Context) error {
	err := s.startAll(ctx, "postgres", "minio")
	if err == nil {
		err = s.startAll(ctx, "temporal") // it needs Postgres
	}
	if err != nil {
		s.Down()
	}
	return err
}

// startAll starts the named servers side by side.
func (s *Stack) startAll(ctx context.Context, names ...string) error {
	failures := make(chan error, len(names))
	for _, name := range names {
		go func() {
			begin := time.Now()
			_, _ = fmt.Fprintf(s.progress, "devstack: starting %s\n", name)
			err := s.Child(name).Start(ctx)
			if err == nil {
				_, _ = fmt.Fprintf(s.progress, "devstack: %s answers after %.1f s\n", name, time.Since(begin).Seconds())
			}
			failures <- err
		}()
	}
	var first error
	for range names {
		if err := <-failures; err != nil && first == nil {
			first = err
		}
	}
	return first
}

// Down stops every server, Postgres last, and lets the data folder go.
func (s *Stack) Down() {
	var others sync.WaitGroup
	for _, name := range []string{"temporal", "minio"} {
		others.Go(s.Child(name).Stop)
	}
	others.Wait()
	s.Child("postgres").Stop()
	_ = s.lock.Close()
}

// Child gives a server by name, nil when there is none of that name.
func (s *Stack) Child(name string) *process.Child {
	for _, child := range s.children {
		if child.Name == name {
			return child
		}
	}
	return nil
}

// States tells of every server whether it is running, paused or stopped.
func (s *Stack) States() map[string]string {
	states := make(map[string]string, len(s.children))
	for _, child := range s.children {
		states[child.Name] = child.State()
	}
	return states
}

// lockFolder makes the data folder and holds a lock in it that ends with this process.
func lockFolder(folder string) (*os.File, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	file, err := os.OpenFile(filepath.Join(folder, "lock"), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, fmt.Errorf("lock the data folder: %w", err)
	}
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = file.Close()
		return nil, fmt.Errorf("another devstack already uses %s: stop it first, or name another folder with --data", folder)
	}
	return file, nil
}

// log is the file that takes a server's output.
func (s Settings) log(name string) string { return filepath.Join(s.Data, "logs", name+".log") }
