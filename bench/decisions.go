package main

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"go.temporal.io/sdk/client"

	"jiangxin/contract"
)

// How the load of decisions is made (DESIGN's yardsticks: 20 callers).
const (
	callers = 20
	stretch = 4 * time.Second
)

// starts measures how long the whole product takes to be ready, with the servers up.
func starts(ctx context.Context, h *house) ([]figure, error) {
	if err := h.prepare(ctx); err != nil {
		return nil, err
	}
	var seconds []float64
	for range rounds {
		if h.running != nil {
			h.running.stop()
		}
		p, took, err := startProduct(ctx)
		if h.running = p; err != nil {
			return nil, err
		}
		seconds = append(seconds, took.Seconds())
	}
	return []figure{{name: "start of jiangxin all to ready", value: median(seconds), op: "<=", goal: 3, unit: " s"}}, nil
}

// decisions compares decisions through the API with Updates of a bare workflow, in turns.
func decisions(ctx context.Context, h *house) ([]figure, error) {
	p, err := h.product(ctx)
	if err != nil {
		return nil, err
	}
	temporal, err := h.temporal()
	if err != nil {
		return nil, err
	}
	fmt.Printf("bench: bringing %d filings to the centre's review\n", callers)
	loops, err := p.file(ctx, callers)
	if err != nil {
		return nil, err
	}
	w, err := startBare(temporal)
	if err != nil {
		return nil, err
	}
	defer w.Stop()
	ids, err := startBareRuns(ctx, temporal, callers)
	if err != nil {
		return nil, err
	}
	ours := func(ctx context.Context, caller int) error { return loops[caller].decide(ctx) }
	counts := make([]int, callers)
	theirs := func(ctx context.Context, caller int) error {
		counts[caller]++
		return bareDecision(ctx, temporal, ids[caller], strconv.Itoa(counts[caller]))
	}
	before, err := events(ctx, temporal, workflowIDs(loops))
	if err != nil {
		return nil, err
	}
	bareBefore, err := events(ctx, temporal, ids)
	if err != nil {
		return nil, err
	}
	var rate, bareRate, latency, cpu, one, bareOne []float64
	taken, bareTaken := 0, 0
	for range rounds {
		b := press(ctx, callers, stretch, theirs)
		f := press(ctx, callers, stretch, ours)
		b1 := press(ctx, 1, stretch/2, theirs)
		f1 := press(ctx, 1, stretch/2, ours)
		for _, s := range []sample{b, f, b1, f1} {
			if s.err != nil {
				return nil, s.err
			}
		}
		taken += f.decisions + f1.decisions
		bareTaken += b.decisions + b1.decisions
		rate, bareRate = append(rate, f.perSecond()), append(bareRate, b.perSecond())
		latency = append(latency, f1.medianMillis()/b1.medianMillis())
		one, bareOne = append(one, f1.medianMillis()), append(bareOne, b1.medianMillis())
		cpu = append(cpu, f.cpuEach()/b.cpuEach())
	}
	ratios := make([]float64, rounds)
	for i := range ratios {
		ratios[i] = rate[i] / bareRate[i]
	}
	after, err := events(ctx, temporal, workflowIDs(loops))
	if err != nil {
		return nil, err
	}
	bareAfter, err := events(ctx, temporal, ids)
	if err != nil {
		return nil, err
	}
	each, bareEach := float64(after-before)/float64(taken), float64(bareAfter-bareBefore)/float64(bareTaken)
	return []figure{
		{name: "decisions per second at 20 callers", value: median(rate)},
		{name: "updates per second of a bare workflow at 20 callers", value: median(bareRate)},
		{name: "decisions per second, product / bare", value: median(ratios), op: ">=", goal: 0.7},
		{name: "latency of one caller's decision", value: median(one), unit: " ms"},
		{name: "latency of one caller's bare update", value: median(bareOne), unit: " ms"},
		{name: "latency of one caller, product / bare", value: median(latency), op: "<=", goal: 1.4},
		{name: "history events per decision", value: each},
		{name: "history events per decision, product - bare", value: each - bareEach, op: "<=", goal: 2},
		{name: "CPU seconds per decision of all processes, product / bare", value: median(cpu)},
	}, nil
}

func workflowIDs(loops []*loop) []string {
	ids := make([]string, len(loops))
	for i, l := range loops {
		ids[i] = contract.FilingID(l.caseNo)
	}
	return ids
}

// events sums the lengths of the histories of the newest runs.
func events(ctx context.Context, c client.Client, ids []string) (int64, error) {
	var sum int64
	for _, id := range ids {
		d, err := c.DescribeWorkflowExecution(ctx, id, "")
		if err != nil {
			return 0, err
		}
		sum += d.GetWorkflowExecutionInfo().GetHistoryLength()
	}
	return sum, nil
}
