package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
)

// product is the whole product as one process of its own.
type product struct {
	base    string
	probe   string // the path that says that it is ready
	command *exec.Cmd
	world   *demo.World
}

// startProduct starts the whole product and waits until it is ready; took is how long that was.
func startProduct(ctx context.Context) (p *product, took time.Duration, err error) {
	return startPart(ctx, "all", "/readyz", os.Stderr, "JIANGXIN_LOG_LEVEL=warn")
}

// startPart starts a sub-command of the product with settings beside those of the environment, and waits until the
// path answers.
func startPart(ctx context.Context, name, probe string, log io.Writer, settings ...string) (p *product, took time.Duration, err error) {
	address, err := freeAddress(ctx)
	if err != nil {
		return nil, 0, err
	}
	p = &product{base: "http://" + address, probe: probe, command: exec.CommandContext(ctx, "bin/jiangxin", name)}
	p.command.Env = append(append(os.Environ(), "JIANGXIN_LISTEN="+address), settings...)
	p.command.Stderr = log
	started := time.Now()
	if err := p.start(ctx); err != nil {
		return nil, 0, err
	}
	took = time.Since(started)
	p.world = demo.NewWorld(p.base)
	return p, took, nil
}

// start starts the process and waits until it is ready.
func (p *product) start(ctx context.Context) error {
	p.command.Cancel = func() error { return p.command.Process.Signal(syscall.SIGTERM) }
	started := time.Now()
	if err := p.command.Start(); err != nil {
		return fmt.Errorf("start %s: %w", p.command.Path, err)
	}
	for time.Since(started) < time.Minute {
		if ready(ctx, p.base+p.probe) {
			return nil
		}
		time.Sleep(20 * time.Millisecond)
	}
	p.stop()
	return fmt.Errorf("%s is not ready after a minute", p.command.Path)
}

func (p *product) stop() {
	_ = p.command.Process.Signal(syscall.SIGTERM)
	_ = p.command.Wait()
}

func freeAddress(ctx context.Context) (string, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String(), nil
}

func ready(ctx context.Context, address string) bool {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return false
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return false
	}
	defer func() { _ = answer.Body.Close() }()
	return answer.StatusCode == http.StatusOK
}

// loop is a case that rests at the centre's review, where a handler agrees and a reviewer sends back for as
// long as one likes: real decisions of real people through the public API, none of which makes a paper.
type loop struct {
	world    *demo.World
	caseNo   string
	round    int
	reviewed bool // the next step is the reviewer's
}

// file brings n filings to the centre's review.
func (p *product) file(ctx context.Context, n int) ([]*loop, error) {
	for _, login := range []string{"centre-handler", "centre-reviewer"} {
		if _, err := p.world.As(login).Session(ctx); err != nil {
			return nil, err
		}
	}
	loops := make([]*loop, n)
	var wg sync.WaitGroup
	var failed atomic.Pointer[error]
	slots := make(chan struct{}, 4)
	for i := range loops {
		wg.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			c, err := p.world.File(ctx, cast.Cities()[i%2], filing.CentreReview)
			if err != nil {
				failed.Store(&err)
				return
			}
			loops[i] = &loop{world: p.world, caseNo: c.No, round: 1}
		})
	}
	wg.Wait()
	if err := failed.Load(); err != nil {
		return nil, *err
	}
	return loops, nil
}

// decide takes the next step of the loop.
func (l *loop) decide(ctx context.Context) error {
	who, slot, verdict, sheet := "centre-handler", casework.StepHandle, casework.Agree, any(filing.OpinionSheet{})
	if l.reviewed {
		who, slot, verdict, sheet = "centre-reviewer", casework.StepReview, casework.SendBack, any(filing.StepSheet{Words: "请补充复核意见"})
	}
	d, err := demo.Decision(verdict, sheet)
	if err != nil {
		return err
	}
	task := client.Task{
		CaseNo: l.caseNo, Stage: string(filing.CentreReview), Round: l.round, Slot: string(slot), Version: 1,
		Id: casework.TaskID{Stage: string(filing.CentreReview), Round: l.round, Slot: string(slot)}.String(),
	}
	if _, err := l.world.As(who).Decide(ctx, task, d); err != nil {
		return err
	}
	if l.reviewed {
		l.round++
	}
	l.reviewed = !l.reviewed
	return nil
}
