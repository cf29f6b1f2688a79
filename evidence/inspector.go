package evidence

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"time"

	"jiangxin/domain/fault"
)

// Limits bound what judging one file may cost (settings). Size in bytes is not among them: it
// depends on the material and comes with each Want.
type Limits struct {
	Parallel     int           // files judged at once; bounds memory
	Time         time.Duration // for the structure of one file
	Pixels       int           // of one image
	Pages        int           // of one PDF
	Entries      int           // in one Office file
	Uncompressed int64         // bytes in one Office file, and in any one stream of a PDF

	ArchiveEntries int   // in one zip of photos
	ArchiveBytes   int64 // in one zip of photos, unpacked
}

// DefaultLimits suit an office server: a photo of 40 megapixels needs about 250 MB to decode.
func DefaultLimits() Limits {
	return Limits{Parallel: 2, Time: 20 * time.Second, Pixels: 40_000_000, Pages: 2000, Entries: 5000, Uncompressed: 256 << 20,
		ArchiveEntries: 20_000, ArchiveBytes: 2 << 30}
}

// Scanner looks for viruses. Scan returns the name of what it found, empty when clean.
type Scanner interface {
	Scan(ctx context.Context, file io.Reader) (found string, err error)
}

// Inspector judges files by their content. It is safe for concurrent use.
type Inspector struct {
	limits  Limits
	scanner Scanner
	slots   chan struct{}
}

// NewInspector returns an inspector; scanner is nil where none is configured.
func NewInspector(limits Limits, scanner Scanner) *Inspector {
	return &Inspector{limits: limits, scanner: scanner, slots: make(chan struct{}, max(1, limits.Parallel))}
}

// contained runs a parser over a stranger's file: one slot, a time limit, and a panic of the parser
// is the file's fault. A parser that outlives its time keeps its slot until it ends, which it soon
// does because its file is closed.
func (i *Inspector) contained(ctx context.Context, parse func() (int, error)) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, i.limits.Time)
	defer cancel()
	select {
	case i.slots <- struct{}{}:
	case <-ctx.Done():
		return 0, down(fmt.Errorf("waiting to judge the file: %w", ctx.Err()))
	}
	type result struct {
		pages int
		err   error
	}
	done := make(chan result, 1)
	go func() {
		defer func() { <-i.slots }()
		defer func() {
			if p := recover(); p != nil {
				done <- result{err: unreadable(fmt.Errorf("the parser panicked: %v\n%s", p, debug.Stack()))}
			}
		}()
		pages, err := parse()
		done <- result{pages, err}
	}()
	select {
	case r := <-done:
		return r.pages, r.err
	case <-ctx.Done():
		if errors.Is(ctx.Err(), context.Canceled) {
			return 0, down(ctx.Err())
		}
		return 0, unreadable(errors.New("judging it took too long"))
	}
}

func unreadable(cause error) error {
	return bad(fault.BadFile, ReasonUnreadable,
		"文件结构异常，无法检查，请重新导出或另存后上传",
		"the file's structure cannot be checked; export or save it anew and upload it again", cause)
}

func truncated(cause error) error {
	return bad(fault.BadFile, ReasonTruncated,
		"文件不完整或已损坏，请确认能正常打开后重新上传",
		"the file is cut off or damaged; make sure that it opens and upload it again", cause)
}
