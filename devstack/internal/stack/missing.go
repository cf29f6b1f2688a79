package stack

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
)

// postgresTool finds a program of the newest PostgreSQL that Debian's packages installed.
func postgresTool(name string) (string, error) {
	if folder := os.Getenv("JIANGXIN_POSTGRES_BIN"); folder != "" {
		return existing(filepath.Join(folder, name), "JIANGXIN_POSTGRES_BIN names the folder "+folder+", which has no program "+name+": set it to the folder of PostgreSQL's programs")
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	slices.SortFunc(found, func(a, b string) int { return postgresMajor(b) - postgresMajor(a) })
	if len(found) > 0 {
		return found[0], nil
	}
	if path, err := exec.LookPath(name); err == nil {
		return path, nil
	}
	return "", fmt.Errorf("PostgreSQL's program %s is missing: install it with `apt-get install postgresql`, or let `make run` do it", name)
}

// postgresMajor reads the version out of /usr/lib/postgresql/15/bin/postgres.
func postgresMajor(path string) int {
	major, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(path))))
	return major
}

// minioProgram finds MinIO beside this program, where `make devstack` builds both.
func minioProgram() (string, error) {
	path := os.Getenv("JIANGXIN_MINIO_BIN")
	if path == "" {
		self, err := os.Executable()
		if err != nil {
			return "", err
		}
		path = filepath.Join(filepath.Dir(self), "minio")
	}
	return existing(path, "MinIO's program "+path+" is missing: build it with `make devstack`")
}

func existing(path, otherwise string) (string, error) {
	if info, err := os.Stat(path); err != nil || info.IsDir() {
		return "", fmt.Errorf("%s", otherwise)
	}
	return path, nil
}
