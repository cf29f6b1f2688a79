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
	if a.Config.WorkerListen == "" {
		return a.Work(ctx)
	}
	return both(ctx, a.Work, a.ServeHealth)
}

func runAll(ctx context.Context, _ []string) error {
	a, err := open()
	if err != nil {
		return err
	}
	defer a.Close()
	return both(ctx, a.Serve, a.Work)
}

// both runs two parts and ends each when the other ends.
func both(ctx context.Context, one, other func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ended := make(chan error, 2)
	for _, part := range []func(context.Context) error{one, other} {
		go func() { ended <- part(ctx) }()
	}
	first := <-ended
	cancel()
	return errors.Join(first, <-ended)
}
