package evidence

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/minio/minio-go/v7"

	"jiangxin/domain/fault"
)

// Want is what was announced about a file, and what is allowed.
type Want struct {
	Name   string // as the person named it; only its ending counts
	Size   int64  // bytes announced; zero when not known
	SHA256 string // announced, in hexadecimal; empty when the browser could not compute it
	Limit  int64  // largest size allowed, in bytes
	Accept []Type // types allowed
}

// Inspect judges a finished upload. Every failure has its own sentence and a reason in its Detail;
// the upload stays where it is, so that the person sees what failed. The facts name the version that
// was judged: Accept keeps that one, even if another was uploaded meanwhile.
func (s *Store) Inspect(ctx context.Context, key string, want Want) (Facts, error) {
	if err := under(incoming, key); err != nil {
		return Facts{}, err
	}
	stored, err := s.Stat(ctx, Ref{Key: key})
	if err != nil {
		return Facts{}, err
	}
	if err := checkSize(stored.Size, want.Limit); err != nil {
		return Facts{}, err
	}
	file, _, _, err := s.api.GetObject(ctx, s.cfg.Bucket, key, minio.GetObjectOptions{VersionID: stored.VersionID})
	if err != nil {
		return Facts{}, failed("reading "+key, err)
	}
	defer file.Close()
	facts, err := s.check.Examine(ctx, file, want)
	if err != nil {
		return Facts{}, err
	}
	facts.Ref = stored.Ref
	return facts, nil
}

// passed says whether the facts come from an inspection of one version.
func (f Facts) passed() bool { return f.SHA256 != "" && f.VersionID != "" }

// Examine judges the bytes of a file. It reads them once, to a nameless temporary file, whatever
// their number; memory is bounded by the limits.
func (i *Inspector) Examine(ctx context.Context, file io.Reader, want Want) (Facts, error) {
	kind, err := want.kind()
	if err != nil {
		return Facts{}, err
	}
	spool, err := os.CreateTemp("", "jiangxin-*")
	if err != nil {
		return Facts{}, down(err)
	}
	defer spool.Close()
	if err := os.Remove(spool.Name()); err != nil {
		return Facts{}, down(err)
	}
	facts := Facts{Type: kind}
	if facts.Size, facts.SHA256, err = spooled(spool, file, want); err != nil {
		return Facts{}, err
	}
	if facts.Scanned, err = i.scan(ctx, spool, facts.Size); err != nil {
		return Facts{}, err
	}
	size := facts.Size
	if facts.Pages, err = i.contained(ctx, func() (int, error) { return i.structure(kind, spool, size) }); err != nil {
		return Facts{}, err
	}
	return facts, nil
}

func spooled(spool io.Writer, file io.Reader, want Want) (size int64, digest string, err error) {
	sum := sha256.New()
	size, err = io.Copy(io.MultiWriter(spool, sum), io.LimitReader(file, want.Limit+1))
	if err != nil {
		return 0, "", failed("reading the file", err)
	}
	if err := checkSize(size, want.Limit); err != nil {
		return 0, "", err
	}
	if want.Size > 0 && size != want.Size {
		return 0, "", bad(fault.BadFile, ReasonSize,
			"文件没有传完整，请重新上传", "the file did not arrive whole; upload it again",
			fmt.Errorf("%d bytes, announced %d", size, want.Size))
	}
	digest = hex.EncodeToString(sum.Sum(nil))
	if want.SHA256 != "" && !strings.EqualFold(digest, want.SHA256) {
		return 0, "", bad(fault.BadFile, ReasonDigest,
			"文件在传输中发生变化，请重新上传", "the file changed on its way; upload it again",
			fmt.Errorf("SHA-256 %s, announced %s", digest, want.SHA256))
	}
	return size, digest, nil
}

func (i *Inspector) scan(ctx context.Context, file io.ReaderAt, size int64) (bool, error) {
	if i.scanner == nil {
		return false, nil
	}
	found, err := i.scanner.Scan(ctx, io.NewSectionReader(file, 0, size))
	if err != nil {
		return false, bad(fault.Unavailable, ReasonScanner,
			"病毒扫描暂时不可用，文件已保存，请稍后再次提交检查",
			"the virus scanner does not answer; the file is kept; ask for its check again in a moment", err)
	}
	if found != "" {
		return false, bad(fault.BadFile, ReasonVirus,
			"文件含有病毒，请杀毒后重新上传", "the file holds a virus; clean it and upload it again", nil).With("virus", found)
	}
	return true, nil
}
