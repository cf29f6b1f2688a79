package stack

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestPostgresKeepsItsFilesWhereItsUserCanGo(t *testing.T) {
	t.Parallel()
	open, err := os.MkdirTemp("", "open-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(open) })
	if err := os.Chmod(open, 0o755); err != nil {
		t.Fatal(err)
	}
	closed := filepath.Join(open, "closed")
	if err := os.Mkdir(closed, 0o700); err != nil {
		t.Fatal(err)
	}
	another := &account{credential: &syscall.Credential{}}
	ourselves := &account{}

	if got := (Settings{Data: filepath.Join(open, "new", "data")}).postgresFolder(another); !strings.HasPrefix(got, open) {
		t.Errorf("in an open folder it is %s", got)
	}
	if got := (Settings{Data: filepath.Join(closed, "data")}).postgresFolder(another); strings.HasPrefix(got, open) {
		t.Errorf("in a closed folder it is %s, where its user cannot go", got)
	}
	if got := (Settings{Data: filepath.Join(closed, "data")}).postgresFolder(ourselves); !strings.HasPrefix(got, closed) {
		t.Errorf("run by ourselves it is %s", got)
	}
}

func TestAStalePidFileOfAnotherProgramIsForgotten(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	file := filepath.Join(folder, "postmaster.pid")
	if err := os.WriteFile(file, []byte("1\n/somewhere\n"), 0o600); err != nil { // process 1 is no Postgres
		t.Fatal(err)
	}
	if err := endStalePostgres(t.Context(), folder); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file); !os.IsNotExist(err) {
		t.Errorf("the file is still there: %v", err)
	}
}
