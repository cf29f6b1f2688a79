package api

import (
	"bytes"
	"context"
	"sync"
	"time"

	"go.temporal.io/sdk/client"

	"jiangxin/domain/fault"
)

// readyTimeout is how long one dependency may take to answer (setting).
const readyTimeout = 2 * time.Second

// GetHealth says that the process lives.
func (s *Server) GetHealth(context.Context, GetHealthRequestObject) (GetHealthResponseObject, error) {
	return GetHealth200JSONResponse{Status: "ok", Version: s.version}, nil
}

// GetReadiness asks each dependency at once.
func (s *Server) GetReadiness(ctx context.Context, _ GetReadinessRequestObject) (GetReadinessResponseObject, error) {
	checks := []struct {
		name DependencyName
		ask  func(context.Context) error
	}{
		{Postgres, s.store.Ping},
		{Temporal, func(ctx context.Context) error {
			_, err := s.temporal.CheckHealth(ctx, &client.CheckHealthRequest{})
			return err
		}},
		{Storage, s.evidence.Ping},
	}
	found := Readiness{Ready: true, Dependencies: make([]Dependency, len(checks))}
	var group sync.WaitGroup
	for i, check := range checks {
		group.Go(func() {
			ctx, cancel := context.WithTimeout(ctx, readyTimeout)
			defer cancel()
			started := time.Now()
			err := check.ask(ctx)
			found.Dependencies[i] = Dependency{Name: check.name, Ready: err == nil, Milliseconds: int(time.Since(started).Milliseconds())}
			if err != nil {
				s.log.Warn("a dependency does not answer", "dependency", check.name, "cause", err.Error())
				found.Dependencies[i].Problem = say(ctx, fault.Text{ZH: "没有应答", EN: "does not answer"})
			}
		})
	}
	group.Wait()
	for _, d := range found.Dependencies {
		found.Ready = found.Ready && d.Ready
	}
	if !found.Ready {
		return GetReadiness503JSONResponse(found), nil
	}
	return GetReadiness200JSONResponse(found), nil
}

// GetDescription gives the description that the server is generated from.
func (s *Server) GetDescription(context.Context, GetDescriptionRequestObject) (GetDescriptionResponseObject, error) {
	return GetDescription200ApplicationyamlResponse{Body: bytes.NewReader(description), ContentLength: int64(len(description))}, nil
}
