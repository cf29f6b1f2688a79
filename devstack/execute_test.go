package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

func TestExecGivesTheCommandItsServersAndReturnsItsExitCode(t *testing.T) {
	b := setup(t)
	code, output, complaints := b.run(t, "exec", "--data", b.data, "--fresh", "--", "sh", "-c", "env | grep ^JIANGXIN_ | sort; exit 7")
	if code != 7 {
		t.Errorf("exit code %d instead of 7:\n%s", code, complaints)
	}
	for _, name := range []string{
		"JIANGXIN_DATABASE_URL=postgres://jiangxin_app:", "JIANGXIN_DATABASE_OWNER_URL=postgres://jiangxin_owner:",
		"JIANGXIN_ADMIN_DATABASE_URL=postgres://postgres:", "JIANGXIN_TEMPORAL_ADDRESS=127.0.0.1:", "JIANGXIN_TEMPORAL_NAMESPACE=jiangxin",
		"JIANGXIN_TEMPORAL_UI_URL=http://127.0.0.1:", "JIANGXIN_CODEC_ENDPOINT=http://127.0.0.1:", "JIANGXIN_S3_ENDPOINT=127.0.0.1:",
		"JIANGXIN_S3_ACCESS_KEY=", "JIANGXIN_S3_SECRET_KEY=", "JIANGXIN_S3_BUCKET=jiangxin", "JIANGXIN_S3_SECURE=false",
		"JIANGXIN_DEVSTACK_CONTROL=http://127.0.0.1:",
	} {
		if !strings.Contains("\n"+output, "\n"+name) {
			t.Errorf("the command does not see %s", name)
		}
	}
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(b.data), "fresh-*"))
	if len(left) != 0 {
		t.Errorf("%v are left", left)
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(b.data), "failed-logs", "temporal.log")); err != nil {
		t.Errorf("the logs of the failed run are gone: %v", err)
	}
	if alive := b.processes(); len(alive) != 0 {
		t.Errorf("processes %v are left", alive)
	}
}

func TestExecEndsTheCommandWhenAServerCrashes(t *testing.T) {
	b := setup(t)
	command := b.command("exec", "--data", b.data, "--", "sh", "-c", "echo started; exec sleep 600")
	output := &watched{until: "started", seen: make(chan struct{})}
	var complaints bytes.Buffer
	command.Stdout, command.Stderr = output, &complaints
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	select {
	case <-output.seen:
	case err := <-ended:
		t.Fatalf("devstack exec ended: %v\n%s", err, &complaints)
	}
	for _, pid := range b.processes() {
		if name, _ := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/comm"); strings.TrimSpace(string(name)) == "minio" {
			if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := <-ended; err == nil {
		t.Error("devstack succeeds although a server crashed")
	}
	if !strings.Contains(complaints.String(), "minio ended by itself (signal: killed). Its log is") {
		t.Errorf("the crash is not reported: %s", &complaints)
	}
}
