package api

import (
	"context"
	"encoding/hex"

	"jiangxin/domain/fault"
	"jiangxin/store"
)

// commandOnce gives the command of a wish that begins a case: the one that was kept under this key, or a new one. The
// same key with another request is refused.
func (s *Server) commandOnce(ctx context.Context, operation, key, about string, request any, keep func(store.Command) (store.Command, error)) (store.Command, error) {
	caller := CallerOf(ctx)
	id, err := commandID(caller.ID, operation, key)
	if err != nil {
		return store.Command{}, err
	}
	digest, err := requestDigest(about, "", request)
	if err != nil {
		return store.Command{}, err
	}
	command, err := s.store.Command(ctx, id)
	switch {
	case fault.Is(err, fault.NotFound):
		return keep(store.Command{ID: id, Actor: caller.ID, Operation: operation, Digest: digest, State: store.CommandSent, Request: RequestOf(ctx)})
	case err == nil && string(command.Digest) != string(digest):
		return command, keyReused()
	}
	return command, err
}

// beginOnce carries out a wish that begins a case: keep commits case and command, unless that was done under this key
// before; then the workflow is started. The same key gives the same case.
func (s *Server) beginOnce(ctx context.Context, key, about string, request any, keep func(store.Command) (store.Command, error)) (begun, error) {
	command, err := s.commandOnce(ctx, store.SubmitOperation, key, about, request, keep)
	if err != nil {
		return begun{}, err
	}
	of, err := s.store.Case(ctx, command.CaseNo)
	if err != nil {
		return begun{}, err
	}
	return s.beginCase(ctx, of, command)
}

// begun is how far a case that was committed has come.
type begun struct {
	progress
	caseNo string
	digest string // of what was frozen, hex; empty where nothing was
}

// beginCase starts the workflow of a committed case and waits until its first task is recorded, or for a while.
func (s *Server) beginCase(ctx context.Context, of store.Case, c store.Command) (begun, error) {
	b := begun{caseNo: of.CaseNo}
	if c.State == store.CommandSent {
		if err := s.dispatcher().Start(ctx, of); err != nil && !fault.Is(err, fault.Unavailable) {
			return b, err
		}
		var err error
		if c, err = s.store.AwaitCommand(ctx, c.ID, s.config.DecideWait); err != nil {
			return b, err
		}
	}
	b.command = c
	if c.State != store.CommandDone {
		s.count(c, "sent")
		return b, nil
	}
	settled, err := s.dispatcher().Settled(ctx, c)
	if err != nil {
		return b, err
	}
	snapshots, err := s.store.Snapshots(ctx, of.CaseNo)
	if err != nil {
		return b, err
	}
	if len(snapshots) > 0 {
		b.digest = hex.EncodeToString(snapshots[0].Digest)
	}
	s.count(c, "done")
	b.settled, b.done = settled, true
	return b, nil
}

func (b begun) submitted() Submitted {
	return Submitted{CaseNo: b.caseNo, CommandId: b.command.ID, Digest: b.digest, Seq: b.settled.Seq, Stage: b.settled.Stage}
}
