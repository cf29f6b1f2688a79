package stack

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// endStalePostgres deals with a postmaster.pid that an earlier life left behind: a server that is
// still shutting down is waited for, one that does not is killed, and a number that now belongs to
// some other program is forgotten.
func endStalePostgres(ctx context.Context, folder string) error {
	file := filepath.Join(folder, "postmaster.pid")
	content, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	first, _, _ := strings.Cut(string(content), "\n")
	pid, err := strconv.Atoi(strings.TrimSpace(first))
	if err != nil || !isPostgres(pid) {
		return os.Remove(file)
	}
	_ = syscall.Kill(pid, syscall.SIGCONT) // it may have been paused
	_ = syscall.Kill(pid, syscall.SIGINT)
	for waited := time.Duration(0); isPostgres(pid); waited += 50 * time.Millisecond {
		if waited == 20*time.Second {
			_ = syscall.Kill(pid, syscall.SIGKILL)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
	return nil
}

func isPostgres(pid int) bool {
	name, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/comm")
	return err == nil && strings.TrimSpace(string(name)) == "postgres"
}
