package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// ticks is USER_HZ, the unit of /proc/<pid>/stat on Linux.
const ticks = 100

// process is what /proc says of one process.
type process struct {
	parent int
	name   string
	cpu    float64 // seconds, of itself and of its children that ended
}

// cpuOfAll sums the CPU seconds of every process below the supervisor that started this program: Postgres,
// Temporal, MinIO, the product, the yardstick and the load itself.
func cpuOfAll() float64 {
	all := processes()
	root := os.Getpid()
	for up := root; up > 1; up = all[up].parent {
		if all[up].name == "devstack" {
			root = up
		}
	}
	total := 0.0
	for pid := range all {
		for up := pid; up > 1; up = all[up].parent {
			if up == root {
				total += all[pid].cpu
				break
			}
		}
	}
	return total
}

func processes() map[int]process {
	all := map[int]process{}
	files, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return all
	}
	for _, file := range files {
		raw, err := os.ReadFile(file) //nolint:gosec // G304: /proc only
		if err != nil {
			continue // it has ended
		}
		pid, p, ok := parseStat(string(raw))
		if ok {
			all[pid] = p
		}
	}
	return all
}

func parseStat(line string) (int, process, bool) {
	open, shut := strings.IndexByte(line, '('), strings.LastIndexByte(line, ')')
	if open < 0 || shut < 0 {
		return 0, process{}, false
	}
	pid, err := strconv.Atoi(strings.TrimSpace(line[:open]))
	rest := strings.Fields(line[shut+1:])
	if err != nil || len(rest) < 15 {
		return 0, process{}, false
	}
	parent, _ := strconv.Atoi(rest[1])
	sum := 0
	for _, at := range []int{11, 12, 13, 14} { // utime, stime, cutime, cstime
		n, _ := strconv.Atoi(rest[at])
		sum += n
	}
	return pid, process{parent: parent, name: line[open+1 : shut], cpu: float64(sum) / ticks}, true
}
