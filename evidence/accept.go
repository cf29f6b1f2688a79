package evidence

import (
	"context"

	"github.com/minio/minio-go/v7"

	"jiangxin/domain/fault"
)

// Accept keeps an inspected upload as evidence of the case: it copies the inspected version, and only
// that, to its content's key, inside the store. Doing it twice keeps one. The upload itself stays
// until it expires or is discarded.
func (s *Store) Accept(ctx context.Context, inspected Facts, caseNo string) (Facts, error) {
	key := AcceptedKey(caseNo, inspected.SHA256)
	if err := firstOf(under(incoming, inspected.Key), under(accepted, key)); err != nil {
		return Facts{}, err
	}
	if !inspected.passed() {
		return Facts{}, fault.New(fault.NotReady, "文件尚未通过检查，请等待检查完成", "the file has not passed its checks; wait for them")
	}
	kept, err := s.Stat(ctx, Ref{Key: key})
	if err == nil || !missing(err) {
		return kept, err
	}
	_, err = s.api.Client.CopyObject(ctx,
		minio.CopyDestOptions{
			Bucket: s.cfg.Bucket, Object: key, ReplaceMetadata: true,
			UserMetadata: inspected.metadata(), ContentType: string(inspected.Type),
		},
		minio.CopySrcOptions{Bucket: s.cfg.Bucket, Object: inspected.Key, VersionID: inspected.VersionID},
	)
	if err != nil {
		return Facts{}, failed("keeping "+inspected.Key, err)
	}
	return s.Stat(ctx, Ref{Key: key})
}

// Discard removes an upload that is not wanted, all its versions; none left is fine.
func (s *Store) Discard(ctx context.Context, key string) error {
	if err := under(incoming, key); err != nil {
		return err
	}
	versions := s.api.Client.ListObjects(ctx, s.cfg.Bucket, minio.ListObjectsOptions{Prefix: key, WithVersions: true})
	for version := range versions {
		if version.Err != nil {
			return failed("listing versions", version.Err)
		}
		if version.Key != key {
			continue
		}
		err := s.api.RemoveObject(ctx, s.cfg.Bucket, key, minio.RemoveObjectOptions{VersionID: version.VersionID})
		if err := failed("discarding "+key, err); err != nil && !missing(err) {
			return err
		}
	}
	return nil
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
