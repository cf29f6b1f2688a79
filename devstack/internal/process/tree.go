package process

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// Pause freezes the server with all its processes: connections stay open and nothing answers, as
// when a machine hangs. It returns false when the server does not run.
func (c *Child) Pause() bool { return c.freeze(syscall.SIGSTOP, true) }

// Resume thaws a paused server. It returns false when the server does not run.
func (c *Child) Resume() bool { return c.freeze(syscall.SIGCONT, false) }

func (c *Child) freeze(signal syscall.Signal, paused bool) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.current == nil {
		return false
	}
	signalTree(c.current.pid, signal)
	c.paused = paused
	return true
}

// signalTree signals a process and everything that descends from it. The process is stopped first, so
// that it forks no more while its descendants are listed; once dead, they would no longer be its own.
// Postgres puts each backend into a process group of its own, so signalling the group is not enough.
func signalTree(pid int, signal syscall.Signal) {
	if signal != syscall.SIGCONT {
		_ = syscall.Kill(pid, syscall.SIGSTOP)
	}
	for _, descendant := range descendants(pid, children()) {
		_ = syscall.Kill(descendant, signal)
	}
	_ = syscall.Kill(pid, signal)
}

func descendants(pid int, byParent map[int][]int) []int {
	var all []int
	for _, child := range byParent[pid] {
		all = append(append(all, child), descendants(child, byParent)...)
	}
	return all
}

// children maps every process of this machine to the processes that it started.
func children() map[int][]int {
	byParent := make(map[int][]int)
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return byParent
	}
	for _, entry := range entries {
		pid, err := strconv.Atoi(entry.Name())
		if err != nil {
			continue
		}
		if parent, ok := parentOf(pid); ok {
			byParent[parent] = append(byParent[parent], pid)
		}
	}
	return byParent
}

// parentOf reads the fourth field of /proc/PID/stat. The second one is a name in brackets that may
// hold anything, so fields are counted from its last bracket.
func parentOf(pid int) (int, bool) {
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return 0, false
	}
	after := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	if len(after) < 2 {
		return 0, false
	}
	parent, err := strconv.Atoi(after[1])
	return parent, err == nil
}
