package stack

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"jiangxin/devstack/internal/ports"
	"jiangxin/devstack/internal/process"
)

// minio describes the object store. The product makes its own bucket, with versions and object lock.
func (s Settings) minio() *process.Child {
	return &process.Child{
		Name:        "minio",
		LogPath:     s.log("minio"),
		StopSignal:  syscall.SIGTERM,
		StopWithin:  15 * time.Second,
		ReadyWithin: time.Minute,
		Command: func() (*exec.Cmd, error) {
			program, err := minioProgram()
			if err != nil {
				return nil, err
			}
			command := exec.Command(program, "server", filepath.Join(s.Data, "minio"),
				"--address", ports.Address(s.Ports.MinIO), "--console-address", ports.Address(s.Ports.MinIOConsole))
			command.Env = append(os.Environ(),
				"MINIO_ROOT_USER="+s.S3AccessKey, "MINIO_ROOT_PASSWORD="+s.S3SecretKey, "MINIO_UPDATE=off")
			return command, nil
		},
		Ready: func(ctx context.Context) error {
			request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+ports.Address(s.Ports.MinIO)+"/minio/health/ready", nil)
			if err != nil {
				return err
			}
			response, err := http.DefaultClient.Do(request)
			if err != nil {
				return err
			}
			defer func() { _ = response.Body.Close() }()
			if response.StatusCode != http.StatusOK {
				return fmt.Errorf("MinIO answers %s", response.Status)
			}
			return nil
		},
	}
}
