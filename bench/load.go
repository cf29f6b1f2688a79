package main

import (
	"context"
	"sync"
	"time"
)

// sample is what one stretch of load gave.
type sample struct {
	decisions int
	elapsed   time.Duration
	cpu       float64         // seconds of all processes
	latencies []time.Duration // of each decision
	err       error
}

func (s sample) perSecond() float64 { return float64(s.decisions) / s.elapsed.Seconds() }

func (s sample) cpuEach() float64 { return s.cpu / float64(s.decisions) }

func (s sample) medianMillis() float64 {
	values := make([]float64, 0, len(s.latencies))
	for _, l := range s.latencies {
		values = append(values, float64(l.Microseconds())/1000)
	}
	return median(values)
}

// press lets each caller decide one after another for the given time.
func press(ctx context.Context, callers int, length time.Duration, decide func(ctx context.Context, caller int) error) sample {
	var mu sync.Mutex
	var wg sync.WaitGroup
	var s sample
	before, started := cpuOfAll(), time.Now()
	for caller := range callers {
		wg.Go(func() {
			for time.Since(started) < length && ctx.Err() == nil {
				at := time.Now()
				err := decide(ctx, caller)
				took := time.Since(at)
				mu.Lock()
				if err != nil {
					s.err = err
					mu.Unlock()
					return
				}
				s.decisions++
				s.latencies = append(s.latencies, took)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	s.elapsed = time.Since(started)
	s.cpu = cpuOfAll() - before
	return s
}
