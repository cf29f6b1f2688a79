package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"jiangxin/devstack/internal/stack"
)

// patience is how long a command may take to end by itself after Ctrl-C, before it is told again.
const patience = 20 * time.Second

// execute runs a command with a stack of its own and gives the command's exit code.
func execute(data string, fresh, wellKnown bool, command []string) (int, error) {
	if len(command) == 0 {
		return 2, errors.New("say which command to run, as in: devstack exec -- go test ./store")
	}
	if !fresh {
		return executeOn(data, wellKnown, command)
	}
	folder, err := freshFolder(data)
	if err != nil {
		return 1, err
	}
	code, failed := executeOn(folder, wellKnown, command)
	if code != 0 {
		keepLogs(folder)
	}
	if err := stack.Reset(folder); err != nil {
		fmt.Fprintln(os.Stderr, "devstack:", err)
	}
	return code, failed
}

// executeOn runs a command with a stack on a data folder, and stops the stack.
func executeOn(data string, wellKnown bool, command []string) (int, error) {
	settings, err := settingsFor(data, wellKnown)
	if err != nil {
		return 1, err
	}
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	starting, cancel := context.WithCancel(context.Background())
	defer cancel()
	interrupted := make(chan struct{})
	go func() {
		select {
		case <-signals:
			cancel()
		case <-interrupted:
		}
	}()
	servers, err := begin(starting, settings)
	close(interrupted)
	if err != nil {
		if starting.Err() != nil {
			return 130, nil
		}
		return 1, err
	}
	defer servers.Down()
	defer forgetEnvironment(settings)
	return attend(servers, command, signals)
}

// attend runs the command to its end: it passes signals on, and ends the command when a server crashes.
func attend(servers *stack.Stack, command []string, signals <-chan os.Signal) (int, error) {
	child := exec.Command(command[0], command[1:]...)
	child.Stdin, child.Stdout, child.Stderr = os.Stdin, os.Stdout, os.Stderr
	child.Env = os.Environ()
	for _, variable := range servers.Settings.Environment() {
		child.Env = append(child.Env, variable.Name+"="+variable.Value)
	}
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}

	ended := make(chan error, 1)
	go func() {
		runtime.LockOSThread() // the parent-death signal belongs to this thread
		ended <- child.Run()
	}()
	var again <-chan time.Time
	var crash error
	for {
		select {
		case err := <-ended:
			code, failed := codeOf(err)
			if crash != nil {
				return max(code, 1), crash
			}
			return code, failed
		case received := <-signals:
			if received == os.Interrupt {
				again = time.After(patience) // the terminal has told the command too
				continue
			}
			_ = child.Process.Signal(received)
		case <-again:
			_ = child.Process.Signal(syscall.SIGTERM)
		case report := <-servers.Crashes:
			crash = errors.New(report)
			fmt.Fprintln(os.Stderr, "devstack: a server crashed, so the command is ended")
			_ = child.Process.Signal(syscall.SIGTERM)
			again = time.After(patience)
		}
	}
}

// codeOf gives the exit code as a shell would: 128 and the signal's number for a killed command.
func codeOf(err error) (int, error) {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0, nil
	case errors.As(err, &exit):
		if status, ok := exit.Sys().(syscall.WaitStatus); ok && status.Signaled() {
			return 128 + int(status.Signal()), nil
		}
		return exit.ExitCode(), nil
	default:
		return 127, fmt.Errorf("the command cannot be run: %w", err)
	}
}

// freshFolder makes a new data folder beside the usual one, and drops those that a killed devstack has
// left there.
func freshFolder(data string) (string, error) {
	parent := filepath.Dir(data)
	abandoned, _ := filepath.Glob(filepath.Join(parent, "fresh-*", "lock"))
	for _, lock := range abandoned {
		_ = stack.Reset(filepath.Dir(lock)) // refused, as it should be, while its devstack runs
	}
	err := os.MkdirAll(parent, 0o755)
	var folder string
	if err == nil {
		folder, err = os.MkdirTemp(parent, "fresh-")
	}
	if err == nil {
		err = os.Chmod(folder, 0o755) // Postgres passes through it as another user
	}
	if err != nil {
		return "", fmt.Errorf("make a fresh data folder: %w", err)
	}
	return folder, nil
}

// keepLogs saves the servers' logs of a failed run before its folder is dropped.
func keepLogs(folder string) {
	kept := filepath.Join(filepath.Dir(folder), "failed-logs")
	_ = os.RemoveAll(kept)
	if err := os.Rename(filepath.Join(folder, "logs"), kept); err == nil {
		fmt.Fprintf(os.Stderr, "devstack: the command failed; the servers' logs are in %s\n", kept)
	}
}
