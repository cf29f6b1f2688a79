package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/policy"
	"jiangxin/evidence"
	"jiangxin/store"
)

// How the locker works (settings).
const (
	lockEvery = 5 * time.Second
	lockBatch = 50
)

// Locker puts the object lock on evidence (留存): documents that a recorded submission or decision names, and
// papers that are made. It runs after the record, so that a file store that is down delays nobody.
type Locker struct {
	Store    *store.Store
	Evidence *evidence.Store
}

// Run locks what is due until ctx ends.
func (l *Locker) Run(ctx context.Context, log *slog.Logger) {
	tick := time.NewTicker(lockEvery)
	defer tick.Stop()
	for {
		if err := l.LockOnce(ctx, time.Now().UTC()); err != nil && ctx.Err() == nil {
			log.WarnContext(ctx, "lock the evidence", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// LockOnce locks all that is due at now. It may run in many processes and twice over: a lock only ever grows.
// What fails is tried again a minute later.
func (l *Locker) LockOnce(ctx context.Context, now time.Time) error {
	for {
		due, err := l.Store.ClaimLocks(ctx, now, lockBatch)
		if err != nil || len(due) == 0 {
			return err
		}
		reference, err := l.Store.Reference(ctx)
		if err != nil {
			return err
		}
		var problems []error
		for _, one := range due {
			if err := l.lock(ctx, reference, one); err != nil {
				problems = append(problems, fmt.Errorf("lock %s: %w", one.ObjectKey, err))
			}
		}
		if len(problems) > 0 { // most likely all fail for one reason: the next round is soon enough for the others
			return errors.Join(problems...)
		}
	}
}

func (l *Locker) lock(ctx context.Context, reference *store.Reference, one store.Lockable) error {
	day := civil.Of(one.From)
	years, err := reference.Policy.At(day).Int(policy.RetentionElectronic)
	if err != nil {
		return err
	}
	ref := evidence.Ref{Key: one.ObjectKey, VersionID: one.Version}
	if ref.VersionID == "" {
		if ref, err = l.paper(ctx, one); err != nil {
			return err
		}
	}
	until := day.AddYears(years).End().UTC().Truncate(time.Second)
	if err := l.Evidence.Lock(ctx, ref, until); err != nil {
		return err
	}
	return l.Store.Locked(ctx, one, until)
}

// paper finds the one version of a paper, whose bytes must be the recorded ones.
func (l *Locker) paper(ctx context.Context, one store.Lockable) (evidence.Ref, error) {
	facts, err := l.Evidence.Stat(ctx, evidence.Ref{Key: one.ObjectKey})
	if err == nil && facts.SHA256 != one.SHA256 {
		err = fault.New(fault.Diverged, "存储中的文书与登记的不一致，请报告运维人员", "The stored paper is not the recorded one; tell the operators")
	}
	return facts.Ref, err
}
