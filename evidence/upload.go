package evidence

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/minio/minio-go/v7"

	"jiangxin/domain/fault"
)

// MultipartAbove is the size in bytes above which a file goes up in parts, so that a broken connection
// costs one part and not the file.
const MultipartAbove = 16 << 20

// Upload tells a browser how to send one file: a single request, or (UploadID not empty) its parts
// in any order, each by a PUT with its own address.
type Upload struct {
	Key       string
	Method    string            // PUT
	URL       string            // of the single request; empty for parts
	Headers   map[string]string // to be sent with every request, besides Content-Length, which browsers set
	UploadID  string
	PartSize  int64 // bytes of every part but the last
	Parts     []Part
	ExpiresAt time.Time // when the addresses stop working; ask again by Resume
}

// Part is one piece of a file, bytes [(Number-1)×PartSize, +Size).
type Part struct {
	Number int // from 1
	Size   int64
	Done   bool // it is in the store already; URL is empty
	URL    string
}

// Begin plans the upload of size bytes to an incoming key; limit is the largest size allowed, in
// bytes. The addresses are signed together with the length, so that the store itself refuses any
// other. Nothing is stored yet, besides the open upload of a file in parts.
func (s *Store) Begin(ctx context.Context, key string, size, limit int64) (Upload, error) {
	if err := under(incoming, key); err != nil {
		return Upload{}, err
	}
	if err := checkSize(size, limit); err != nil {
		return Upload{}, err
	}
	if size > MultipartAbove {
		id, err := s.api.NewMultipartUpload(ctx, s.cfg.Bucket, key, minio.PutObjectOptions{ContentType: unknownType})
		if err != nil {
			return Upload{}, failed("opening the upload", err)
		}
		return s.plan(ctx, key, id, size, nil)
	}
	u := s.upload(key)
	address, err := s.sign(ctx, key, nil, http.Header{"Content-Type": {unknownType}}, size)
	if err != nil {
		return Upload{}, err
	}
	u.URL = address
	u.Headers = map[string]string{"Content-Type": unknownType}
	return u, nil
}

func checkSize(size, limit int64) error {
	switch {
	case size <= 0:
		return bad(fault.BadFile, ReasonEmpty, "文件是空的（0 字节），请重新选择", "the file is empty (0 bytes); choose another", nil)
	case size > limit:
		return bad(fault.TooLarge, ReasonTooLarge,
			fmt.Sprintf("文件超过 %s，请压缩或拆分后再传", mebibytes(limit)),
			fmt.Sprintf("the file is larger than %s; compress or split it", mebibytes(limit)), nil).
			With("limit", strconv.FormatInt(limit, 10))
	}
	return nil
}

func mebibytes(n int64) string {
	return strconv.FormatFloat(float64(n)/(1<<20), 'f', -1, 64) + " MiB"
}

func (s *Store) upload(key string) Upload {
	return Upload{Key: key, Method: http.MethodPut, ExpiresAt: time.Now().Add(s.cfg.LinkLife).UTC().Truncate(time.Second)}
}

func (s *Store) sign(ctx context.Context, key string, query url.Values, headers http.Header, size int64) (string, error) {
	headers.Set("Content-Length", strconv.FormatInt(size, 10))
	address, err := s.public.PresignHeader(ctx, http.MethodPut, s.cfg.Bucket, key, s.cfg.LinkLife, query, headers)
	if err != nil {
		return "", failed("signing an address", err)
	}
	return address.String(), nil
}
