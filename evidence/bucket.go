package evidence

import (
	"context"
	"fmt"
	"net/http"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/lifecycle"
)

// EnsureBucket makes the bucket, versioned and with object lock, and sets the rule that expires
// unfinished uploads. Calling it again changes nothing. A bucket that exists without object lock is
// an error: lock cannot be trusted to be switched on later on every store.
func (s *Store) EnsureBucket(ctx context.Context) error {
	found, err := s.api.BucketExists(ctx, s.cfg.Bucket)
	if err != nil {
		return failed("asking for the bucket", err)
	}
	if !found {
		err := s.api.MakeBucket(ctx, s.cfg.Bucket, minio.MakeBucketOptions{Region: s.cfg.Region, ObjectLocking: true})
		if err != nil && minio.ToErrorResponse(err).Code != minio.BucketAlreadyOwnedByYou {
			return failed("making the bucket", err)
		}
	}
	lock, _, _, _, err := s.api.GetObjectLockConfig(ctx, s.cfg.Bucket)
	if err != nil && minio.ToErrorResponse(err).StatusCode != http.StatusNotFound {
		return failed("reading the bucket's object lock", err)
	}
	if lock != "Enabled" {
		return down(fmt.Errorf("the bucket %s has no object lock: make a new one with it", s.cfg.Bucket))
	}
	versions, err := s.api.GetBucketVersioning(ctx, s.cfg.Bucket)
	if err != nil {
		return failed("reading the bucket's versioning", err)
	}
	if !versions.Enabled() {
		if err := s.api.EnableVersioning(ctx, s.cfg.Bucket); err != nil {
			return failed("switching versioning on", err)
		}
	}
	return s.expireUnfinished(ctx)
}

// expireUnfinished removes what nobody accepted: first the object (which leaves a delete marker),
// then its hidden version, then the marker; and parts of an upload that was never completed.
func (s *Store) expireUnfinished(ctx context.Context) error {
	days := lifecycle.ExpirationDays(s.cfg.UnfinishedDays)
	cfg := lifecycle.NewConfiguration()
	cfg.Rules = []lifecycle.Rule{
		{
			ID: "unfinished-uploads", Status: "Enabled",
			RuleFilter:                     lifecycle.Filter{Prefix: incoming},
			Expiration:                     lifecycle.Expiration{Days: days},
			NoncurrentVersionExpiration:    lifecycle.NoncurrentVersionExpiration{NoncurrentDays: 1},
			AbortIncompleteMultipartUpload: lifecycle.AbortIncompleteMultipartUpload{DaysAfterInitiation: days},
		},
		{
			ID: "unfinished-uploads-markers", Status: "Enabled",
			RuleFilter: lifecycle.Filter{Prefix: incoming},
			Expiration: lifecycle.Expiration{DeleteMarker: true},
		},
	}
	if err := s.api.SetBucketLifecycle(ctx, s.cfg.Bucket, cfg); err != nil {
		return failed("setting the rule for unfinished uploads", err)
	}
	return nil
}
