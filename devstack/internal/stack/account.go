package stack

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// account is the unprivileged user that runs Postgres, which refuses to run as root. A nil
// credential means ourselves.
type account struct {
	credential *syscall.Credential
}

// postgresAccount gives the user `postgres` of Debian's package when we are root, ourselves otherwise.
func postgresAccount() (*account, error) {
	if os.Geteuid() != 0 {
		return &account{}, nil
	}
	entry, err := user.Lookup("postgres")
	if err != nil {
		return nil, fmt.Errorf("the user `postgres` is missing: install PostgreSQL with `apt-get install postgresql`, or let `make run` do it")
	}
	uid, err := strconv.ParseUint(entry.Uid, 10, 32)
	if err != nil {
		return nil, fmt.Errorf("read the user ID of `postgres`: %w", err)
	}
	gid, err := strconv.ParseUint(entry.Gid, 10, 32)
	if err != nil {
		return nil, fmt.Errorf("read the group ID of `postgres`: %w", err)
	}
	return &account{credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}, nil
}

// apply makes a command run as the account, in a folder that it can enter.
func (a *account) apply(command *exec.Cmd) {
	command.Dir = "/"
	command.SysProcAttr = &syscall.SysProcAttr{Credential: a.credential}
}

// makeFolder makes a folder that only the account can enter.
func (a *account) makeFolder(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("make the folder of Postgres: %w", err)
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		return fmt.Errorf("make the folder of Postgres: %w", err)
	}
	return a.own(path)
}

// secretFile writes text to a file that only the account can read, and returns its path.
func (a *account) secretFile(text string) (string, error) {
	file, err := os.CreateTemp("", "devstack-*")
	if err != nil {
		return "", fmt.Errorf("write a password for initdb: %w", err)
	}
	_, err = file.WriteString(text)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = a.own(file.Name())
	}
	if err != nil {
		_ = os.Remove(file.Name())
		return "", fmt.Errorf("write a password for initdb: %w", err)
	}
	return file.Name(), nil
}

func (a *account) own(path string) error {
	if a.credential == nil {
		return nil
	}
	if err := os.Chown(path, int(a.credential.Uid), int(a.credential.Gid)); err != nil {
		return fmt.Errorf("hand %s to the user `postgres`: %w", path, err)
	}
	return nil
}

// postgresFolder is DATA/postgres, or, where the account cannot pass through the folders above it (a
// checkout in root's home), a folder of its own named after it.
func (s Settings) postgresFolder(a *account) string {
	if a.credential == nil || passable(s.Data) {
		return filepath.Join(s.Data, "postgres")
	}
	digest := sha256.Sum256([]byte(s.Data))
	return filepath.Join("/var/lib/jiangxin-devstack", hex.EncodeToString(digest[:8]), "postgres")
}

// passable tells whether everybody may pass through the folder and all folders above it. Those that
// do not exist yet will be made so.
func passable(folder string) bool {
	for {
		if info, err := os.Stat(folder); err == nil && info.Mode().Perm()&0o001 == 0 {
			return false
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return true
		}
		folder = parent
	}
}
