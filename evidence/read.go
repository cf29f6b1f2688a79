package evidence

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/minio/minio-go/v7"

	"jiangxin/domain/fault"
)

// Stat returns the facts of a stored file; NotFound when there is none.
func (s *Store) Stat(ctx context.Context, ref Ref) (Facts, error) {
	info, err := s.api.StatObject(ctx, s.cfg.Bucket, ref.Key, minio.StatObjectOptions{VersionID: ref.VersionID})
	if err != nil {
		return Facts{}, failed("looking at "+ref.Key, err)
	}
	return factsOf(info), nil
}

// Open reads a stored file as it lies there; the caller closes it. It seeks without reading, so that
// http.ServeContent answers ranges from it. What it reads is one version, whatever happens meanwhile.
func (s *Store) Open(ctx context.Context, ref Ref) (io.ReadSeekCloser, Facts, error) {
	facts, err := s.Stat(ctx, ref)
	if err != nil {
		return nil, Facts{}, err
	}
	object, err := s.api.Client.GetObject(ctx, s.cfg.Bucket, ref.Key, minio.GetObjectOptions{VersionID: facts.VersionID})
	if err != nil {
		return nil, Facts{}, failed("opening "+ref.Key, err)
	}
	return reading{object}, facts, nil
}

// reading translates the errors of an object that is being read.
type reading struct{ *minio.Object }

func (r reading) Read(p []byte) (int, error) {
	n, err := r.Object.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = failed("reading", err)
	}
	return n, err
}

// Link signs an address from which a browser downloads the file under the name, always as a
// download, never shown inside a page. Files with personal data and uploads that nobody accepted
// have no such address: they go through the API, which checks and records each reading.
func (s *Store) Link(ctx context.Context, ref Ref, name string) (address string, expires time.Time, err error) {
	if under(accepted, ref.Key) != nil && under(papers, ref.Key) != nil {
		return "", time.Time{}, fault.New(fault.Forbidden,
			"此文件不提供直接下载地址，请在页面中查看", "this file has no address of its own; read it through the page")
	}
	facts, err := s.Stat(ctx, ref)
	if err != nil {
		return "", time.Time{}, err
	}
	query := url.Values{
		"versionId":                    {facts.VersionID},
		"response-content-type":        {string(facts.Type)},
		"response-content-disposition": {Disposition(name)},
	}
	expires = time.Now().Add(s.cfg.LinkLife).UTC().Truncate(time.Second)
	signed, err := s.public.PresignedGetObject(ctx, s.cfg.Bucket, ref.Key, s.cfg.LinkLife, query)
	if err != nil {
		return "", time.Time{}, failed("signing an address", err)
	}
	return signed.String(), expires, nil
}

// Disposition is the Content-Disposition header that downloads a file under the name, which may be
// Chinese (RFC 6266); folders and control characters are taken out of it.
func Disposition(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, filepath.Base(strings.ReplaceAll(name, `\`, "/")))
	return mime.FormatMediaType("attachment", map[string]string{"filename": strings.ToValidUTF8(name, "")})
}
