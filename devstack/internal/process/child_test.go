package process_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"jiangxin/devstack/internal/process"
)

// setup gives a child that runs a shell script and is ready once the script has made a file.
func setup(t *testing.T, script string) (*process.Child, chan string) {
	t.Helper()
	folder := t.TempDir()
	ready := filepath.Join(folder, "ready")
	crashes := make(chan string, 1)
	child := &process.Child{
		Name:    "thing",
		LogPath: filepath.Join(folder, "logs", "thing.log"),
		Prepare: func(context.Context) error { return os.RemoveAll(ready) },
		Command: func() (*exec.Cmd, error) {
			command := exec.Command("bash", "-c", script)
			command.Env = append(os.Environ(), "READY="+ready)
			return command, nil
		},
		Ready: func(context.Context) error {
			_, err := os.Stat(ready)
			return err
		},
		StopSignal:  syscall.SIGTERM,
		StopWithin:  300 * time.Millisecond,
		ReadyWithin: 10 * time.Second,
		Crashed:     func(_ *process.Child, report string) { crashes <- report },
	}
	t.Cleanup(child.Kill)
	return child, crashes
}

func TestAStartedChildIsReadyAndAStoppedOneIsGone(t *testing.T) {
	t.Parallel()
	child, crashes := setup(t, `trap 'exit 0' TERM; touch $READY; while :; do sleep 0.01; done`)
	for range 2 {
		if err := child.Start(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := child.State(); got != "running" {
			t.Errorf("it is %s", got)
		}
		child.Stop()
		if got := child.State(); got != "stopped" {
			t.Errorf("it is %s", got)
		}
	}
	if len(crashes) != 0 {
		t.Errorf("a wanted end is called a crash: %s", <-crashes)
	}
}

func TestAChildThatIgnoresTheSignalIsKilledWithItsOwnChildren(t *testing.T) {
	t.Parallel()
	child, _ := setup(t, `trap '' TERM; setsid sleep 987654 & echo $! > $READY; wait`)
	if err := child.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	child.Stop()
	if err := exec.Command("pgrep", "-f", "sleep 987654").Run(); err == nil {
		t.Error("the grandchild lives on")
	}
}

func TestAChildThatEndsWhileStartingIsReportedWithTheEndOfItsLog(t *testing.T) {
	t.Parallel()
	child, crashes := setup(t, `echo the disk is full; exit 3`)
	err := child.Start(t.Context())
	var ended *process.EndedError
	if !errors.As(err, &ended) || !strings.Contains(err.Error(), "the disk is full") {
		t.Errorf("the error is %v", err)
	}
	<-crashes // it did end by itself
}

func TestAChildThatNeverAnswersIsReportedAndEnded(t *testing.T) {
	t.Parallel()
	child, _ := setup(t, `echo still thinking; exec sleep 60`)
	child.ReadyWithin = 300 * time.Millisecond
	err := child.Start(t.Context())
	if err == nil || !strings.Contains(err.Error(), "did not answer within 300ms") || !strings.Contains(err.Error(), "still thinking") {
		t.Errorf("the error is %v", err)
	}
	if got := child.State(); got != "stopped" {
		t.Errorf("it is %s", got)
	}
}

func TestACrashIsReportedWithTheEndOfTheLog(t *testing.T) {
	t.Parallel()
	child, crashes := setup(t, `touch $READY; sleep 0.3; seq 100; echo goodbye; exit 5`)
	if err := child.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	report := <-crashes
	for _, piece := range []string{"thing ended by itself", "exit status 5", "goodbye", "100"} {
		if !strings.Contains(report, piece) {
			t.Errorf("%q is missing in %q", piece, report)
		}
	}
	if strings.Contains(report, "\n  42\n") {
		t.Error("the report is too long to be read")
	}
}

func TestAPausedChildStandsStillAndCanBeStopped(t *testing.T) {
	t.Parallel()
	child, _ := setup(t, `trap 'exit 0' TERM; while :; do date +%N > $READY; sleep 0.01; done`)
	if child.Pause() || child.Resume() {
		t.Error("a child that does not run was paused")
	}
	if err := child.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	child.Pause()
	if got := child.State(); got != "paused" {
		t.Errorf("it is %s", got)
	}
	child.Stop()
	if got := child.State(); got != "stopped" {
		t.Errorf("it is %s", got)
	}
}
