package evidence

import (
	"context"
	"errors"
	"io"
	"sync"

	"github.com/minio/minio-go/v7"

	"jiangxin/domain/fault"
)

// How a stored file is read at random: in blocks, of which the newest few are kept. A zip's directory and its
// entries then cost few requests, however small the steps in which they are read.
const (
	rangedBlock = 512 << 10
	rangedKept  = 6
)

// OpenSealedAt gives random access to a sealed file in plain, and its size in bytes, by ranged reads of one
// version; the caller records the reading. What is handed out is authenticated. Reading ends with ctx; there
// is nothing to close. It is safe for concurrent use and keeps about 4 MB.
func (s *Store) OpenSealedAt(ctx context.Context, ref Ref, cipher Cipher) (plain io.ReaderAt, size int64, err error) {
	if err := under(sealed, ref.Key); err != nil {
		return nil, 0, err
	}
	info, err := s.api.StatObject(ctx, s.cfg.Bucket, ref.Key, minio.StatObjectOptions{VersionID: ref.VersionID})
	if err != nil {
		return nil, 0, failed("looking at "+ref.Key, err)
	}
	file := &ranged{size: info.Size, fetch: func(from, through int64) ([]byte, error) {
		return s.part(ctx, Ref{Key: ref.Key, VersionID: info.VersionID}, from, through)
	}}
	return cipher.Opening(file, info.Size, ref.Key)
}

// part reads the bytes from..through, both included, of one version.
func (s *Store) part(ctx context.Context, ref Ref, from, through int64) ([]byte, error) {
	opts := minio.GetObjectOptions{VersionID: ref.VersionID}
	if err := opts.SetRange(from, through); err != nil {
		return nil, err
	}
	body, _, _, err := s.api.GetObject(ctx, s.cfg.Bucket, ref.Key, opts)
	if err != nil {
		return nil, failed("reading "+ref.Key, err)
	}
	defer body.Close()
	block := make([]byte, through-from+1)
	if _, err := io.ReadFull(body, block); err != nil {
		return nil, failed("reading "+ref.Key, err)
	}
	return block, nil
}

// ranged reads a file of known size in blocks.
type ranged struct {
	size  int64
	fetch func(from, through int64) ([]byte, error)

	mu   sync.Mutex
	kept []*block // the one used last at the end
}

// block is one block that somebody asked for; ready is closed once bytes or err is set.
type block struct {
	number int64
	ready  chan struct{}
	bytes  []byte
	err    error
}

// ReadAt implements io.ReaderAt.
func (r *ranged) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 {
		return 0, fault.New(fault.Internal, "读取文件的位置有误，请联系管理员", "the place to read from is wrong; tell the administrator").Because(errors.New("a negative offset"))
	}
	done := 0
	for done < len(p) {
		at := off + int64(done)
		if at >= r.size {
			return done, io.EOF
		}
		bytes, err := r.block(at / rangedBlock)
		if err != nil {
			return done, err
		}
		done += copy(p[done:], bytes[at%rangedBlock:])
	}
	return done, nil
}

// block returns one block; whoever asks first fetches it, the others wait. A failure is told to those who wait
// and then forgotten, so that the next try fetches again.
func (r *ranged) block(number int64) ([]byte, error) {
	b, mine := r.claim(number)
	if mine {
		from := number * rangedBlock
		b.bytes, b.err = r.fetch(from, min(from+rangedBlock, r.size)-1)
		if b.err != nil {
			r.forget(b)
		}
		close(b.ready)
	}
	<-b.ready
	return b.bytes, b.err
}

func (r *ranged) claim(number int64) (b *block, mine bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i, b := range r.kept {
		if b.number == number {
			r.kept = append(append(r.kept[:i:i], r.kept[i+1:]...), b)
			return b, false
		}
	}
	b = &block{number: number, ready: make(chan struct{})}
	if len(r.kept) == rangedKept {
		r.kept = append(r.kept[:0:0], r.kept[1:]...)
	}
	r.kept = append(r.kept, b)
	return b, true
}

func (r *ranged) forget(gone *block) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i, b := range r.kept {
		if b == gone {
			r.kept = append(r.kept[:i:i], r.kept[i+1:]...)
			return
		}
	}
}
