// Package stack puts the servers of the product together: Postgres, the Temporal server with its UI,
// and MinIO, on loopback, with one folder for all their data.
package stack

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"jiangxin/devstack/internal/ports"
)

// Ports are the loopback ports that the stack listens on.
type Ports struct {
	Postgres, Temporal, TemporalUI, MinIO, MinIOConsole, Control int
}

// Settings describe one stack.
type Settings struct {
	Data  string // the folder of all data and logs, absolute
	Ports Ports

	CodecEndpoint string // where the Temporal UI has payloads decoded
	S3AccessKey   string // MinIO's root user
	S3SecretKey   string // and its password
}

// The fixed names and the passwords of the development servers. They listen on loopback only and
// hold made-up data; a real installation sets its own (see .env.example).
const (
	namespace     = "jiangxin"
	bucket        = "jiangxin"
	database      = "jiangxin"
	superuser     = "postgres"
	ownerRole     = "jiangxin_owner"
	appRole       = "jiangxin_app"
	devPassword   = "jiangxin-dev-only"
	retentionDays = 30
)

// portVariables give the usual port of each server and the variable that overrides it.
var portVariables = []struct {
	variable string
	standard int
	field    func(*Ports) *int
}{
	{"JIANGXIN_PORT_POSTGRES", 15432, func(p *Ports) *int { return &p.Postgres }},
	{"JIANGXIN_PORT_TEMPORAL", 7233, func(p *Ports) *int { return &p.Temporal }},
	{"JIANGXIN_PORT_TEMPORAL_UI", 8233, func(p *Ports) *int { return &p.TemporalUI }},
	{"JIANGXIN_PORT_MINIO", 9000, func(p *Ports) *int { return &p.MinIO }},
	{"JIANGXIN_PORT_MINIO_CONSOLE", 9001, func(p *Ports) *int { return &p.MinIOConsole }},
	{"JIANGXIN_PORT_CONTROL", 15499, func(p *Ports) *int { return &p.Control }},
}

// FromEnvironment reads the settings of a stack on well-known ports.
func FromEnvironment(data string) (Settings, error) {
	s, err := settings(data)
	if err != nil {
		return Settings{}, err
	}
	for _, each := range portVariables {
		port := each.standard
		if text := os.Getenv(each.variable); text != "" {
			if port, err = strconv.Atoi(text); err != nil || port < 1 || port > 65535 {
				return Settings{}, fmt.Errorf("%s is %q: set it to a port number from 1 to 65535", each.variable, text)
			}
		}
		*each.field(&s.Ports) = port
	}
	if s.CodecEndpoint == "" {
		s.CodecEndpoint = "http://127.0.0.1:8080/api/codec"
	}
	return s, nil
}

// OnFreePorts makes the settings of a stack that disturbs no other one: every port is one that nobody
// uses now, and so is the one that the codec endpoint names for the application.
func OnFreePorts(data string) (Settings, error) {
	s, err := settings(data)
	if err != nil {
		return Settings{}, err
	}
	free, err := ports.Free(len(portVariables) + 1)
	if err != nil {
		return Settings{}, err
	}
	for i, each := range portVariables {
		*each.field(&s.Ports) = free[i]
	}
	if s.CodecEndpoint == "" {
		s.CodecEndpoint = fmt.Sprintf("http://127.0.0.1:%d/api/codec", free[len(portVariables)])
	}
	return s, nil
}

func settings(data string) (Settings, error) {
	absolute, err := filepath.Abs(data)
	if err != nil {
		return Settings{}, fmt.Errorf("find the data folder %s: %w", data, err)
	}
	return Settings{
		Data:          absolute,
		CodecEndpoint: os.Getenv("JIANGXIN_CODEC_ENDPOINT"),
		S3AccessKey:   orElse(os.Getenv("JIANGXIN_S3_ACCESS_KEY"), "jiangxin"),
		S3SecretKey:   orElse(os.Getenv("JIANGXIN_S3_SECRET_KEY"), devPassword),
	}, nil
}

func orElse(value, fallback string) string {
	if value == "" {
		return fallback
	}
	return value
}
