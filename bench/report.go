package main

import (
	"fmt"
	"slices"
)

// figure is one measured value against its goal.
type figure struct {
	name  string
	value float64
	op    string // ≥ or ≤; empty where there is no goal
	goal  float64
	unit  string
}

func (f figure) String() string {
	line := fmt.Sprintf("bench: %s = %.2f%s", f.name, f.value, f.unit)
	if f.op == "" {
		return line
	}
	verdict := "short"
	if (f.op == ">=" && f.value >= f.goal) || (f.op == "<=" && f.value <= f.goal) {
		verdict = "ok"
	}
	return fmt.Sprintf("%s (goal %s %.2f%s) %s", line, f.op, f.goal, f.unit, verdict)
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	if len(sorted) == 0 {
		return 0
	}
	return sorted[len(sorted)/2]
}
