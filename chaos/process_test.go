package chaos_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"time"
)

// process is one part of the product as an operating system's process, started and killed any number of times.
type process struct {
	program, part string
	settings      []string
	log           string
	ready         func(context.Context) error // nil when it serves; no function: it need not be waited for

	running *exec.Cmd
}

// start starts it and waits until it is ready.
func (p *process) start() error {
	out, err := os.OpenFile(p.log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	command := exec.Command(p.program, p.part)
	command.Env, command.Stdout, command.Stderr = p.settings, out, out
	err = command.Start()
	_ = out.Close() // the process has its own
	if err != nil {
		return fmt.Errorf("start %s: %w", p.part, err)
	}
	p.running = command
	if p.ready == nil {
		return nil
	}
	for until := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		attempt, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		err := p.ready(attempt)
		cancel()
		if err == nil {
			return nil
		}
		if time.Now().After(until) {
			return fmt.Errorf("%s is not ready (see %s): %w", p.part, p.log, err)
		}
	}
}

// kill ends it at once (SIGKILL) and waits until it is gone.
func (p *process) kill() {
	if p.running == nil {
		return
	}
	_ = p.running.Process.Kill()
	_ = p.running.Wait() // killed, it says
	p.running = nil
}

// answers says whether the API is up.
func answers(ctx context.Context) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, house.base+"/healthz", http.NoBody)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	_ = response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the API answers %s", response.Status)
	}
	return nil
}
