package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

var errDirectory = errors.New("the zip's directory is larger than its bound")

// openZip opens a zip whose directory has at most so many entries. The directory is measured before it is read:
// archive/zip would make room for as many entries as a file claims to have.
func openZip(source io.ReaderAt, size int64, entries int) (*zip.Reader, error) {
	const nameMost = 1 << 10 // bytes of an entry with its name and remarks, on average
	if err := measureDirectory(source, size, int64(entries+1)*nameMost); err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(source, size)
	if err != nil {
		return nil, err
	}
	if len(archive.File) > entries {
		return nil, fmt.Errorf("%d entries: %w", len(archive.File), errDirectory)
	}
	return archive, nil
}

// measureDirectory finds the record at the end of a zip and holds the directory before it against a bound in bytes.
func measureDirectory(source io.ReaderAt, size, bound int64) error {
	const record, remark = 22, 1<<16 - 1
	tail := make([]byte, min(size, record+remark))
	if n, err := source.ReadAt(tail, size-int64(len(tail))); n < len(tail) {
		return err
	}
	at := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if at < 0 || len(tail)-at < record {
		return zip.ErrFormat
	}
	length, offset := int64(binary.LittleEndian.Uint32(tail[at+12:])), int64(binary.LittleEndian.Uint32(tail[at+16:]))
	end := size - int64(len(tail)-at)
	switch {
	case binary.LittleEndian.Uint16(tail[at+10:]) == 0xFFFF || length == 0xFFFFFFFF || offset == 0xFFFFFFFF: // the large form, which no file of ours needs
		return errDirectory
	case offset > end || length > end:
		return zip.ErrFormat
	case length > bound || end-offset > bound && end-length != offset:
		return errDirectory
	}
	return nil
}
