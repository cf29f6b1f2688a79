package evidence

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"github.com/minio/minio-go/v7"

	"jiangxin/domain/fault"
)

const (
	partSize    = 8 << 20  // S3 wants at least 5 MiB for all but the last
	maxPartSize = 16 << 20 // what parts grow to
	wishedParts = 1000     // above this many, parts grow
	maxParts    = 10000    // S3's limit
)

// Resume gives new addresses for the parts that are not in the store yet.
func (s *Store) Resume(ctx context.Context, key, uploadID string, size int64) (Upload, error) {
	if err := under(incoming, key); err != nil {
		return Upload{}, err
	}
	stored, err := s.storedParts(ctx, key, uploadID)
	if err != nil {
		return Upload{}, err
	}
	return s.plan(ctx, key, uploadID, size, stored)
}

// Complete puts the parts together once all are there and as long as planned; the missing ones are
// named in the NotReady error. Calling it again after it succeeded succeeds.
func (s *Store) Complete(ctx context.Context, key, uploadID string, size int64) error {
	if err := under(incoming, key); err != nil {
		return err
	}
	stored, err := s.storedParts(ctx, key, uploadID)
	if missing(err) {
		if facts, err := s.Stat(ctx, Ref{Key: key}); err == nil && facts.Size == size {
			return nil
		}
	}
	if err != nil {
		return err
	}
	var all []minio.CompletePart
	notReady := fault.New(fault.NotReady, "还有分片没有传完，请继续上传", "some parts are not uploaded yet; go on with the upload")
	for _, part := range cut(size) {
		have, found := stored[part.Number]
		if !found || have.Size != part.Size {
			notReady.At("/parts/"+strconv.Itoa(part.Number), "missing", "此分片未传完", "this part is not there")
			continue
		}
		all = append(all, minio.CompletePart{PartNumber: part.Number, ETag: have.ETag})
	}
	if len(notReady.Fields) > 0 {
		return notReady
	}
	_, err = s.api.CompleteMultipartUpload(ctx, s.cfg.Bucket, key, uploadID, all, minio.PutObjectOptions{})
	return failed("completing the upload", err)
}

// Abort drops an upload in parts; one that is gone already is fine.
func (s *Store) Abort(ctx context.Context, key, uploadID string) error {
	if err := under(incoming, key); err != nil {
		return err
	}
	err := failed("dropping the upload", s.api.AbortMultipartUpload(ctx, s.cfg.Bucket, key, uploadID))
	if missing(err) {
		return nil
	}
	return err
}

func (s *Store) plan(ctx context.Context, key, id string, size int64, stored map[int]minio.ObjectPart) (Upload, error) {
	u := s.upload(key)
	u.UploadID, u.PartSize, u.Parts = id, sizeOfParts(size), cut(size)
	if len(u.Parts) > maxParts {
		return Upload{}, checkSize(size, maxParts*maxPartSize)
	}
	for i := range u.Parts {
		part := &u.Parts[i]
		if have, found := stored[part.Number]; found && have.Size == part.Size {
			part.Done = true
			continue
		}
		query := url.Values{"uploadId": {id}, "partNumber": {strconv.Itoa(part.Number)}}
		address, err := s.sign(ctx, key, query, http.Header{}, part.Size)
		if err != nil {
			return Upload{}, err
		}
		part.URL = address
	}
	return u, nil
}

func (s *Store) storedParts(ctx context.Context, key, id string) (map[int]minio.ObjectPart, error) {
	parts := map[int]minio.ObjectPart{}
	for marker := 0; ; {
		page, err := s.api.ListObjectParts(ctx, s.cfg.Bucket, key, id, marker, 1000)
		if err != nil {
			return nil, failed("listing the parts", err)
		}
		for _, part := range page.ObjectParts {
			parts[part.PartNumber] = part
		}
		if !page.IsTruncated {
			return parts, nil
		}
		marker = page.NextPartNumberMarker
	}
}

func sizeOfParts(size int64) int64 {
	if size > wishedParts*partSize {
		return maxPartSize
	}
	return partSize
}

func cut(size int64) []Part {
	each := sizeOfParts(size)
	var parts []Part
	for at := int64(0); at < size; at += each {
		parts = append(parts, Part{Number: len(parts) + 1, Size: min(each, size-at)})
	}
	return parts
}
