package api

import (
	"io"
	"slices"
	"sync"

	"github.com/google/uuid"

	"jiangxin/domain/fault"
	"jiangxin/workbook"
)

// zipsKept is how many examined zips a process remembers: about a megabyte each (setting).
const zipsKept = 8

// examinedZips remembers what was found in the zips of photos that were examined last. An accepted file never changes, and
// whoever has seen a check confirms it soon: the photos need not be looked at again.
type examinedZips struct {
	mu   sync.Mutex
	kept []examinedZip // the one used last at the end
}

type examinedZip struct {
	document uuid.UUID
	limits   workbook.PhotoLimits
	photos   int
	problems map[string]fault.Text // by PhotoKey; not to be changed
}

// examine gives what is wrong with each photo of a zip, and how many there are.
func (e *examinedZips) examine(document uuid.UUID, zip io.ReaderAt, size int64, limits workbook.PhotoLimits) (examinedZip, error) {
	same := func(z examinedZip) bool { return z.document == document && z.limits == limits }
	e.mu.Lock()
	at := slices.IndexFunc(e.kept, same)
	if at >= 0 {
		found := e.kept[at]
		e.kept = append(slices.Delete(e.kept, at, at+1), found)
		e.mu.Unlock()
		return found, nil
	}
	e.mu.Unlock()
	photos, err := workbook.OpenPhotos(zip, size, limits)
	if err != nil {
		return examinedZip{}, err
	}
	fresh := examinedZip{document: document, limits: limits, photos: len(photos.Names())}
	if fresh.problems, err = photos.Problems(); err != nil {
		return examinedZip{}, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(e.kept) == zipsKept {
		e.kept = slices.Delete(e.kept, 0, 1)
	}
	e.kept = append(e.kept, fresh)
	return fresh, nil
}
