package evidence

import (
	"context"
	"fmt"
	"time"

	"github.com/minio/minio-go/v7"

	"jiangxin/domain/fault"
)

// notLocked is S3's code for an object that never had a lock.
const notLocked = "NoSuchObjectLockConfiguration"

// Lock keeps one version from being deleted or replaced by anybody until the instant (object lock,
// compliance mode: 留存; the electronic retention is a setting, five years by the notice, 七). A lock
// that is as long or longer already stays: it can never be shortened.
func (s *Store) Lock(ctx context.Context, ref Ref, until time.Time) error {
	if err := lockable(ref); err != nil {
		return err
	}
	mode, held, err := s.api.GetObjectRetention(ctx, s.cfg.Bucket, ref.Key, ref.VersionID)
	if err != nil && minio.ToErrorResponse(err).Code != notLocked {
		return failed("reading the lock of "+ref.Key, err)
	}
	if err == nil && mode != nil && *mode == minio.Compliance && held != nil && !held.Before(until.Truncate(time.Second)) {
		return nil
	}
	compliance := minio.Compliance
	until = until.UTC()
	return failed("locking "+ref.Key, s.api.PutObjectRetention(ctx, s.cfg.Bucket, ref.Key, minio.PutObjectRetentionOptions{
		Mode: &compliance, RetainUntilDate: &until, VersionID: ref.VersionID,
	}))
}

// Locked returns the instant until which the version is locked; zero when it is not.
func (s *Store) Locked(ctx context.Context, ref Ref) (time.Time, error) {
	_, until, err := s.api.GetObjectRetention(ctx, s.cfg.Bucket, ref.Key, ref.VersionID)
	if err != nil && minio.ToErrorResponse(err).Code == notLocked {
		return time.Time{}, nil
	}
	if err != nil || until == nil {
		return time.Time{}, failed("reading the lock of "+ref.Key, err)
	}
	return until.UTC(), nil
}

// Hold puts a legal hold on one version while a complaint (投诉) is open, or takes it off. It stands
// beside the lock and has no end of its own.
func (s *Store) Hold(ctx context.Context, ref Ref, on bool) error {
	if err := lockable(ref); err != nil {
		return err
	}
	status := minio.LegalHoldDisabled
	if on {
		status = minio.LegalHoldEnabled
	}
	return failed("holding "+ref.Key, s.api.PutObjectLegalHold(ctx, s.cfg.Bucket, ref.Key, minio.PutObjectLegalHoldOptions{
		Status: &status, VersionID: ref.VersionID,
	}))
}

// lockable refuses uploads that nobody accepted, and a lock on whatever is newest by chance.
func lockable(ref Ref) error {
	if ref.VersionID == "" {
		return fault.New(fault.Internal, "锁定文件须指明版本，请联系管理员", "a lock needs a version; tell the administrator").
			Because(fmt.Errorf("%s without a version", ref.Key))
	}
	if under(accepted, ref.Key) == nil || under(papers, ref.Key) == nil {
		return nil
	}
	return under(sealed, ref.Key)
}
