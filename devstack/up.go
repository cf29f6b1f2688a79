package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"jiangxin/devstack/internal/control"
	"jiangxin/devstack/internal/stack"
)

// up runs the servers until ctx ends or one of them crashes.
func up(ctx context.Context, data string, wellKnown bool) error {
	settings, err := settingsFor(data, wellKnown)
	if err != nil {
		return err
	}
	servers, err := begin(ctx, settings)
	if err != nil {
		return err
	}
	defer fmt.Println("devstack: everything is stopped")
	defer servers.Down()
	defer forgetEnvironment(settings)
	fmt.Printf(`devstack: ready
  Temporal      %s:%d
  Temporal UI   http://%[1]s:%[3]d
  Postgres      %[1]s:%[4]d
  MinIO         http://%[1]s:%[5]d (console http://%[1]s:%[6]d)
  control       http://%[1]s:%[7]d
  data          %[8]s
The addresses and passwords for other programs: devstack env --data %[8]s
Ctrl-C stops everything; the data stays.
`, "127.0.0.1", settings.Ports.Temporal, settings.Ports.TemporalUI, settings.Ports.Postgres,
		settings.Ports.MinIO, settings.Ports.MinIOConsole, settings.Ports.Control, settings.Data)
	select {
	case <-ctx.Done():
		return nil
	case report := <-servers.Crashes:
		return errors.New(report)
	}
}

// begin starts a stack with its control endpoint, and leaves its addresses where `devstack env`
// finds them.
func begin(ctx context.Context, settings stack.Settings) (*stack.Stack, error) {
	servers, err := stack.New(settings, os.Stderr)
	if err != nil {
		return nil, err
	}
	if err := servers.Up(ctx); err != nil {
		return nil, err
	}
	err = control.Serve(ctx, settings.Ports.Control, servers)
	if err == nil {
		err = rememberEnvironment(settings)
	}
	if err != nil {
		servers.Down()
		return nil, err
	}
	return servers, nil
}

func settingsFor(data string, wellKnown bool) (stack.Settings, error) {
	if wellKnown {
		return stack.FromEnvironment(data)
	}
	return stack.OnFreePorts(data)
}

func environmentFile(data string) string { return filepath.Join(data, "env") }

// rememberEnvironment writes the shell exports; only we may read them, because they hold passwords.
func rememberEnvironment(settings stack.Settings) error {
	var text string
	for _, variable := range settings.Environment() {
		text += fmt.Sprintf("export %s='%s'\n", variable.Name, variable.Value)
	}
	if err := os.WriteFile(environmentFile(settings.Data), []byte(text), 0o600); err != nil {
		return fmt.Errorf("leave the addresses for `devstack env`: %w", err)
	}
	return nil
}

func forgetEnvironment(settings stack.Settings) { _ = os.Remove(environmentFile(settings.Data)) }

func printEnvironment(data string) error {
	text, err := os.ReadFile(environmentFile(data))
	if err != nil {
		return fmt.Errorf("no stack runs on %s: start one with `devstack up`", data)
	}
	_, err = os.Stdout.Write(text)
	return err
}
