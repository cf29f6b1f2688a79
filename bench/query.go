package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"sync/atomic"
	"time"
)

// How public queries are measured.
const (
	queryCallers   = 64 // connections
	queryStretch   = 5 * time.Second
	queryAddresses = 20_000 // from which the queries come in turn: none of them asks as often as the pace allows
)

// queries compares the public query of a certificate by number and name with a bare Gin handler that does one prepared
// read of the same row, in turns: each in a process of its own, over the same register and the same connections.
func queries(ctx context.Context, _ *house) ([]figure, error) {
	r, err := openRegister(ctx)
	if err != nil {
		return nil, err
	}
	defer r.drop()
	// The pace is held as it is in service, behind a proxy that names the address of each visitor.
	p, _, err := startPart(ctx, "api", "/healthz", nil, "JIANGXIN_DATABASE_URL="+r.url, "JIANGXIN_TRUSTED_PROXIES=127.0.0.1")
	if err != nil {
		return nil, err
	}
	defer p.stop()
	bare, err := startBareQuery(ctx, r.url)
	if err != nil {
		return nil, err
	}
	defer bare.stop()
	ours, err := openAsking(ctx, r, p.base)
	if err != nil {
		return nil, err
	}
	defer ours.close()
	theirs, err := openAsking(ctx, r, bare.base)
	if err != nil {
		return nil, err
	}
	defer theirs.close()
	var rate, bareRate, p99, bareP99, rateRatio, p99Ratio, middle, cpu, bareCPU []float64
	for round := range rounds + 1 {
		b, bareSpent := pressed(ctx, bare, theirs)
		f, spent := pressed(ctx, p, ours)
		if err := errors.Join(b.err, f.err); err != nil {
			return nil, err
		}
		if round == 0 { // both warm: connections, statements, pages of the index
			continue
		}
		rate, bareRate, rateRatio = append(rate, f.perSecond()), append(bareRate, b.perSecond()), append(rateRatio, f.perSecond()/b.perSecond())
		p99, bareP99, p99Ratio = append(p99, f.p99Millis()), append(bareP99, b.p99Millis()), append(p99Ratio, f.p99Millis()/b.p99Millis())
		middle = append(middle, f.medianMillis()/b.medianMillis())
		cpu, bareCPU = append(cpu, spent), append(bareCPU, bareSpent)
	}
	return []figure{
		{name: "certificates in the register", value: registered},
		{name: "public queries per second at 64 connections", value: median(rate)},
		{name: "reads per second of a bare handler at 64 connections", value: median(bareRate)},
		{name: "public queries per second, product / bare", value: median(rateRatio), op: ">=", goal: 0.9},
		{name: "p99 of a public query", value: median(p99), unit: " ms"},
		{name: "p99 of a bare read", value: median(bareP99), unit: " ms"},
		{name: "p99 of a public query, product / bare", value: median(p99Ratio), op: "<=", goal: 1.3},
		{name: "median of a public query, product / bare", value: median(middle)},
		{name: "CPU of the product's process per public query", value: median(cpu), unit: " µs"},
		{name: "CPU of the bare process per read", value: median(bareCPU), unit: " µs"},
	}, nil
}

// pressed asks one server for a stretch; spent is the CPU time of its process per answer, in microseconds.
func pressed(ctx context.Context, p *product, a *asking) (s sample, spent float64) {
	pid := p.command.Process.Pid
	before := processes()[pid].cpu
	s = press(ctx, queryCallers, queryStretch, a.ask)
	return s, (processes()[pid].cpu - before) * 1e6 / float64(max(1, s.decisions))
}

// asking is what asks one server: so many connections that are kept open.
type asking struct {
	register *register
	lines    []*line
	asked    atomic.Int64
}

func openAsking(ctx context.Context, r *register, base string) (*asking, error) {
	a := &asking{register: r, lines: make([]*line, queryCallers)}
	for i := range a.lines {
		var err error
		if a.lines[i], err = openLine(ctx, base[len("http://"):]); err != nil {
			return nil, err
		}
	}
	return a, nil
}

func (a *asking) close() {
	for _, l := range a.lines {
		_ = l.conn.Close()
	}
}

// ask asks for one certificate, any of the register, and holds the answer against it.
func (a *asking) ask(_ context.Context, caller int) error {
	n := a.asked.Add(1)
	number, name := a.register.holder(n)
	body, err := json.Marshal(map[string]string{"number": number, "name": name})
	if err != nil {
		return err
	}
	visitor := n % queryAddresses
	said, err := a.lines[caller].post("/api/public/certificates/query", net.IPv4(10, 1, byte(visitor>>8), byte(visitor)).String(), body)
	if err != nil {
		return err
	}
	if !containsText(said, number) {
		return fmt.Errorf("the query of %s answers %s", number, said)
	}
	return nil
}

// startBareQuery runs this program again as the yardstick of queries.
func startBareQuery(ctx context.Context, databaseURL string) (*product, error) {
	own, err := os.Executable()
	if err != nil {
		return nil, err
	}
	address, err := freeAddress(ctx)
	if err != nil {
		return nil, err
	}
	p := &product{base: "http://" + address, probe: "/healthz", command: exec.CommandContext(ctx, own, bareQuery, address)}
	p.command.Env = append(os.Environ(), "JIANGXIN_DATABASE_URL="+databaseURL)
	p.command.Stderr = os.Stderr
	return p, p.start(ctx)
}
