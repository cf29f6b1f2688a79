package main

import (
	"context"
	"errors"
	"slices"
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

// p99Millis is what one in a hundred waited longer than.
func (s sample) p99Millis() float64 {
	sorted := slices.Sorted(slices.Values(s.latencies))
	if len(sorted) == 0 {
		return 0
	}
	return float64(sorted[len(sorted)*99/100].Microseconds()) / 1000
}

// press lets each caller decide one after another for the given time.
func press(ctx context.Context, callers int, length time.Duration, decide func(ctx context.Context, caller int) error) sample {
	var wg sync.WaitGroup
	var s sample
	took, failed := make([][]time.Duration, callers), make([]error, callers)
	before, started := cpuOfAll(), time.Now()
	for caller := range callers {
		wg.Go(func() {
			for time.Since(started) < length && ctx.Err() == nil {
				at := time.Now()
				if err := decide(ctx, caller); err != nil {
					failed[caller] = err
					return
				}
				took[caller] = append(took[caller], time.Since(at))
			}
		})
	}
	wg.Wait()
	s.elapsed = time.Since(started)
	s.cpu = cpuOfAll() - before
	s.latencies, s.err = slices.Concat(took...), errors.Join(failed...)
	s.decisions = len(s.latencies)
	return s
}
