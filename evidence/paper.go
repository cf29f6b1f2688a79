package evidence

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"

	"github.com/minio/minio-go/v7"

	"jiangxin/domain/fault"
)

// PutOnce stores a paper that the system made, unless it is there already. Papers are
// byte-reproducible, so a retry finds its own bytes and returns their facts; other bytes under the
// same key are Diverged, and the first stay.
func (s *Store) PutOnce(ctx context.Context, key string, body []byte, kind Type) (Facts, error) {
	if err := under(papers, key); err != nil {
		return Facts{}, err
	}
	sum := sha256.Sum256(body)
	facts := Facts{Ref: Ref{Key: key}, Size: int64(len(body)), SHA256: hex.EncodeToString(sum[:]), Type: kind}
	opts := minio.PutObjectOptions{ContentType: string(kind), UserMetadata: facts.metadata(), DisableMultipart: true}
	opts.SetMatchETagExcept("*")
	stored, err := s.api.Client.PutObject(ctx, s.cfg.Bucket, key, bytes.NewReader(body), facts.Size, opts)
	if exists(err) {
		first, err := s.Stat(ctx, facts.Ref)
		if err != nil {
			return Facts{}, err
		}
		if first.SHA256 != facts.SHA256 {
			return Facts{}, diverged(key)
		}
		return first, nil
	}
	if err != nil {
		return Facts{}, failed("storing "+key, err)
	}
	facts.VersionID = stored.VersionID
	return facts, nil
}

func diverged(key string) error {
	return fault.New(fault.Diverged,
		"同一文件已有另一份内容，未作任何覆盖，请联系管理员",
		"another content is stored for this file already; nothing was overwritten; tell the administrator").With("key", key)
}
