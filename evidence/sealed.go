package evidence

import (
	"bytes"
	"context"
	"crypto/sha256"
	"io"
	"time"

	"github.com/minio/minio-go/v7"

	"jiangxin/domain/fault"
)

// Cipher encrypts a file with personal data under its key. The name is the object's key and is authenticated, so that
// a file moved to another key does not open.
type Cipher interface {
	Encrypting(plain io.Reader, name string) io.Reader
	Decrypting(sealed io.Reader, name string) io.Reader
	Opening(sealed io.ReaderAt, size int64, name string) (plain io.ReaderAt, plainSize int64, err error)
	SealedSize(plain int64) int64
}

// PutSealed stores a file of size bytes with personal data, encrypted under its key, unless
// it is there already: then the plain contents are compared, equal ones return the first's facts, and
// others are Diverged. No digest of the content is stored, because it could be guessed from.
func (s *Store) PutSealed(ctx context.Context, key string, cipher Cipher, plain io.Reader, size int64, kind Type) (Facts, error) {
	facts := Facts{Ref: Ref{Key: key}, Size: size, Type: kind, Sealed: true}
	sum := sha256.New()
	plain = io.TeeReader(plain, sum)
	stored, err := s.putSealed(ctx, facts, cipher.Encrypting(plain, key), cipher.SealedSize(size), minio.PutObjectOptions{})
	if exists(err) {
		if _, err := io.Copy(io.Discard, plain); err != nil {
			return Facts{}, failed("reading what is to be stored", err)
		}
		return s.sameSealed(ctx, facts, cipher, [sha256.Size]byte(sum.Sum(nil)))
	}
	return stored, failed("storing "+key, err)
}

// PutSealedOnce stores a paper with personal data that the system made, such as a certificate (证书), encrypted
// under its key and locked until the instant by the same request: it never lies there without its lock. Papers
// are byte-reproducible, so a retry finds its own plaintext, makes sure of the lock and returns the first's facts;
// another plaintext under the same key is Diverged, and the first stays.
func (s *Store) PutSealedOnce(ctx context.Context, key string, cipher Cipher, body []byte, kind Type, until time.Time) (Facts, error) {
	facts := Facts{Ref: Ref{Key: key}, Size: int64(len(body)), Type: kind, Sealed: true}
	until = until.UTC().Truncate(time.Second)
	box, err := io.ReadAll(cipher.Encrypting(bytes.NewReader(body), key)) // whole, so that the client may send it again
	if err != nil {
		return Facts{}, failed("encrypting "+key, err)
	}
	stored, err := s.putSealed(ctx, facts, bytes.NewReader(box), int64(len(box)),
		minio.PutObjectOptions{Mode: minio.Compliance, RetainUntilDate: until})
	if exists(err) {
		first, err := s.sameSealed(ctx, facts, cipher, sha256.Sum256(body))
		if err != nil {
			return Facts{}, err
		}
		return first, s.Lock(ctx, first.Ref, until)
	}
	return stored, failed("storing "+key, err)
}

// putSealed sends what is encrypted already, unless something lies under the key.
func (s *Store) putSealed(ctx context.Context, facts Facts, box io.Reader, size int64, opts minio.PutObjectOptions) (Facts, error) {
	if err := under(sealed, facts.Key); err != nil {
		return Facts{}, err
	}
	opts.ContentType, opts.UserMetadata, opts.DisableMultipart = string(facts.Type), facts.metadata(), true
	opts.SetMatchETagExcept("*")
	stored, err := s.api.Client.PutObject(ctx, s.cfg.Bucket, facts.Key, box, size, opts)
	if err != nil {
		return Facts{}, err
	}
	facts.VersionID = stored.VersionID
	return facts, nil
}

func (s *Store) sameSealed(ctx context.Context, facts Facts, cipher Cipher, want [sha256.Size]byte) (Facts, error) {
	file, first, err := s.OpenSealed(ctx, facts.Ref, cipher)
	if err != nil {
		return Facts{}, err
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return Facts{}, failed("comparing with what is stored", err)
	}
	if [sha256.Size]byte(sum.Sum(nil)) != want {
		return Facts{}, diverged(facts.Key)
	}
	return first, nil
}

// OpenSealed reads a sealed file in plain; the caller records the reading and closes the file.
func (s *Store) OpenSealed(ctx context.Context, ref Ref, cipher Cipher) (io.ReadCloser, Facts, error) {
	if err := under(sealed, ref.Key); err != nil {
		return nil, Facts{}, err
	}
	file, facts, err := s.Open(ctx, ref)
	if err != nil {
		return nil, Facts{}, err
	}
	return struct {
		io.Reader
		io.Closer
	}{cipher.Decrypting(file, ref.Key), file}, facts, nil
}

// AcceptSealed keeps an inspected upload that holds personal data: encrypted under its key. The
// caller discards the plain upload once it has noted where the file lies; a retry before that seals nothing
// twice, and needs the same key.
func (s *Store) AcceptSealed(ctx context.Context, inspected Facts, key string, cipher Cipher) (Facts, error) {
	if !inspected.passed() {
		return Facts{}, fault.New(fault.NotReady, "文件尚未通过检查，请等待检查完成", "the file has not passed its checks; wait for them")
	}
	if err := under(incoming, inspected.Key); err != nil {
		return Facts{}, err
	}
	file, _, err := s.Open(ctx, inspected.Ref)
	if err != nil {
		return Facts{}, err
	}
	defer file.Close()
	return s.PutSealed(ctx, key, cipher, file, inspected.Size, inspected.Type)
}
