package main

import (
	"context"
	"errors"
)

func runAPI(ctx context.Context, _ []string) error {
	a, err := open()
	if err != nil {
		return err
	}
	defer a.Close()
	return a.Serve(ctx)
}

func runWorker(ctx context.Context, _ []string) error {
	a, err := open()
	if err != nil {
		return err
	}
	defer a.Close()
	return a.Work(ctx)
}

// runAll ends both parts when one of them fails.
func runAll(ctx context.Context, _ []string) error {
	a, err := open()
	if err != nil {
		return err
	}
	defer a.Close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ended := make(chan error, 2)
	go func() { ended <- a.Serve(ctx) }()
	go func() { ended <- a.Work(ctx) }()
	first := <-ended
	cancel()
	return errors.Join(first, <-ended)
}
