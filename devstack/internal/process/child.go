// Package process starts, watches, freezes and stops the server processes of the stack. It is for
// Linux: children die with their parent by its parent-death signal.
package process

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
	"time"
)

// Child is one server. Its methods may be called from several goroutines; starts and stops of one
// child wait for each other.
type Child struct {
	Name        string                            // as people and the control endpoint call it
	LogPath     string                            // where its output is appended
	Prepare     func(context.Context) error       // runs before every start; may be nil
	Command     func() (*exec.Cmd, error)         // describes the process anew for every start
	Ready       func(context.Context) error       // nil when the server answers
	StopSignal  syscall.Signal                    // asks for a clean end
	StopWithin  time.Duration                     // then it is killed
	ReadyWithin time.Duration                     // then the start has failed
	Crashed     func(child *Child, report string) // called when it ends without having been asked to

	turn    sync.Mutex // held while starting or stopping
	mu      sync.Mutex // guards what follows
	current *life
	paused  bool
}

// life is one run of the process, from fork to reaping.
type life struct {
	pid    int
	ended  chan struct{}
	err    error // valid once ended is closed
	wanted bool  // somebody asked for the end; guarded by Child.mu
}

// Start runs the server and returns when it is ready. A running server is left alone.
func (c *Child) Start(ctx context.Context) error {
	c.turn.Lock()
	defer c.turn.Unlock()
	if c.alive() != nil {
		return nil
	}
	if c.Prepare != nil {
		if err := c.Prepare(ctx); err != nil {
			return err
		}
	}
	run, err := c.fork()
	if err != nil {
		return err
	}
	if err := c.awaitReady(ctx, run); err != nil {
		c.end(run, syscall.SIGKILL)
		return err
	}
	return nil
}

// Stop asks the server to end cleanly, kills it when it does not, and returns when it is gone.
func (c *Child) Stop() {
	c.turn.Lock()
	defer c.turn.Unlock()
	if run := c.alive(); run != nil {
		c.Resume()
		c.end(run, c.StopSignal)
	}
}

// Kill ends the server and all its processes at once, as a power failure would.
func (c *Child) Kill() {
	c.turn.Lock()
	defer c.turn.Unlock()
	if run := c.alive(); run != nil {
		c.end(run, syscall.SIGKILL)
	}
}

// State says "running", "paused" or "stopped".
func (c *Child) State() string {
	if c.alive() == nil {
		return "stopped"
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.paused {
		return "paused"
	}
	return "running"
}

func (c *Child) alive() *life {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.current
}

// fork starts the process on a thread of its own that lives as long as the process: the kernel sends
// the parent-death signal when the forking thread ends, not the forking process.
func (c *Child) fork() (*life, error) {
	cmd, err := c.Command()
	if err != nil {
		return nil, err
	}
	output, err := openLog(c.LogPath)
	if err != nil {
		return nil, err
	}
	cmd.Stdout, cmd.Stderr = output, output
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{}
	}
	cmd.SysProcAttr.Setpgid = true // Ctrl-C in the terminal is for us; we stop the children in order
	if cmd.SysProcAttr.Pdeathsig == 0 {
		cmd.SysProcAttr.Pdeathsig = syscall.SIGKILL
	}
	run := &life{ended: make(chan struct{})}
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		defer func() { _ = output.Close() }()
		err := cmd.Start()
		if err == nil {
			run.pid = cmd.Process.Pid
			c.mu.Lock()
			c.current, c.paused = run, false
			c.mu.Unlock()
		}
		started <- err
		if err == nil {
			c.reap(cmd, run)
		}
	}()
	if err := <-started; err != nil {
		return nil, fmt.Errorf("%s cannot be started: %w", c.Name, err)
	}
	return run, nil
}

func (c *Child) reap(cmd *exec.Cmd, run *life) {
	run.err = cmd.Wait()
	c.mu.Lock()
	c.current, c.paused = nil, false
	wanted := run.wanted
	c.mu.Unlock()
	close(run.ended)
	if !wanted && c.Crashed != nil {
		c.Crashed(c, fmt.Sprintf("%s ended by itself (%s). Its log is %s and ends with:\n%s",
			c.Name, cmd.ProcessState, c.LogPath, Tail(c.LogPath, 20)))
	}
}

func (c *Child) awaitReady(ctx context.Context, run *life) error {
	ctx, cancel := context.WithTimeout(ctx, c.ReadyWithin)
	defer cancel()
	var last error
	for {
		attempt, done := context.WithTimeout(ctx, 5*time.Second)
		err := c.Ready(attempt)
		done()
		if err == nil {
			return nil
		}
		if ctx.Err() == nil || last == nil {
			last = err
		}
		select {
		case <-run.ended:
			return &EndedError{Name: c.Name, LogPath: c.LogPath, Tail: Tail(c.LogPath, 20)}
		case <-ctx.Done():
			if errors.Is(ctx.Err(), context.Canceled) {
				return ctx.Err()
			}
			return fmt.Errorf("%s did not answer within %s (%w). Its log is %s and ends with:\n%s",
				c.Name, c.ReadyWithin, last, c.LogPath, Tail(c.LogPath, 20))
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// end sends the signal, waits for the process, and kills its whole tree when it takes too long.
func (c *Child) end(run *life, signal syscall.Signal) {
	c.mu.Lock()
	run.wanted = true
	c.mu.Unlock()
	if signal == syscall.SIGKILL {
		signalTree(run.pid, syscall.SIGKILL)
		<-run.ended
		return
	}
	_ = syscall.Kill(run.pid, signal)
	select {
	case <-run.ended:
	case <-time.After(c.StopWithin):
		signalTree(run.pid, syscall.SIGKILL)
		<-run.ended
	}
}

// EndedError says that a server ended while it was being started.
type EndedError struct {
	Name, LogPath, Tail string
}

// Error gives the sentence with the end of the log.
func (e *EndedError) Error() string {
	return fmt.Sprintf("%s ended while starting. Its log is %s and ends with:\n%s", e.Name, e.LogPath, e.Tail)
}

// openLog appends to the log and sets a large one aside, so that a data folder kept for months does
// not fill the disk.
func openLog(path string) (*os.File, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	const large = 16 << 20 // bytes
	if info, err := os.Stat(path); err == nil && info.Size() > large {
		if err := os.Rename(path, path+".old"); err != nil {
			return nil, err
		}
	}
	return os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
}
