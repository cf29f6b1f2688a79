package vault

import (
	"bytes"
	"crypto/cipher"
	"errors"
	"fmt"
	"io"
	"sync"
)

// openChunks is how many decrypted chunks an opened file keeps: enough for a few readers at different
// places, each going forward in small steps.
const openChunks = 8

// Opening gives random access to the plaintext of a sealed file of size bytes, and the plaintext's size in
// bytes. It reads the header and authenticates the last chunk, so that a file that was cut off, lengthened or
// moved to another name is refused at once; every other chunk is authenticated before a byte of it is handed
// out. The result is safe for concurrent use where sealed is, and keeps at most half a mebibyte.
func (c CaseKey) Opening(sealed io.ReaderAt, size int64, name string) (plain io.ReaderAt, plainSize int64, err error) {
	header := make([]byte, fileHeader)
	if err := readFull(sealed, header, 0); err != nil {
		return nil, 0, err
	}
	if !bytes.HasPrefix(header, []byte(fileMagic)) {
		return nil, 0, damaged(errors.New("not a sealed file"))
	}
	const box = chunkSize + tagSize
	body := size - int64(fileHeader)
	chunks := (body + box - 1) / box
	if chunks < 1 || body-(chunks-1)*box < tagSize {
		return nil, 0, damaged(fmt.Errorf("no sealed file has %d bytes", size))
	}
	f := &opened{sealed: sealed, aead: c.fileCipher(header, name), body: body, last: chunks - 1, size: body - chunks*tagSize}
	end, err := f.chunk(f.last)
	if err != nil {
		return nil, 0, err
	}
	if len(end) == 0 && f.last > 0 {
		return nil, 0, damaged(errors.New("an empty chunk after the first"))
	}
	return f, f.size, nil
}

// opened reads any part of a sealed file.
type opened struct {
	sealed io.ReaderAt
	aead   cipher.AEAD
	body   int64 // bytes after the header
	last   int64 // number of the last chunk
	size   int64 // of the plaintext

	mu   sync.Mutex
	kept []keptChunk // the one used last at the end
}

// keptChunk is a decrypted chunk; its bytes never change.
type keptChunk struct {
	number int64
	plain  []byte
}

// ReadAt implements io.ReaderAt.
func (f *opened) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 {
		return 0, errors.New("vault: a negative offset")
	}
	done := 0
	for done < len(p) {
		at := off + int64(done)
		if at >= f.size {
			return done, io.EOF
		}
		plain, err := f.chunk(at / chunkSize)
		if err != nil {
			return done, err
		}
		done += copy(p[done:], plain[at%chunkSize:])
	}
	return done, nil
}

// chunk returns the plaintext of one chunk.
func (f *opened) chunk(number int64) ([]byte, error) {
	if plain, found := f.recall(number); found {
		return plain, nil
	}
	const box = chunkSize + tagSize
	at := number * box
	sealed := make([]byte, min(box, f.body-at))
	if err := readFull(f.sealed, sealed, int64(fileHeader)+at); err != nil {
		return nil, err
	}
	plain, err := f.aead.Open(sealed[:0], chunkNonce(uint64(number), number == f.last), sealed, nil)
	if err != nil {
		return nil, damaged(err)
	}
	f.keep(number, plain)
	return plain, nil
}

func (f *opened) recall(number int64) ([]byte, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, k := range f.kept {
		if k.number == number {
			f.kept = append(append(f.kept[:i:i], f.kept[i+1:]...), k)
			return k.plain, true
		}
	}
	return nil, false
}

func (f *opened) keep(number int64, plain []byte) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.kept) == openChunks {
		f.kept = append(f.kept[:0:0], f.kept[1:]...)
	}
	f.kept = append(f.kept, keptChunk{number, plain})
}

// readFull fills p from off; an end that comes too early is damage.
func readFull(from io.ReaderAt, p []byte, off int64) error {
	n, err := from.ReadAt(p, off)
	switch {
	case n == len(p):
		return nil
	case err == nil, errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return damaged(fmt.Errorf("%d of %d bytes at %d: the file is cut off", n, len(p), off))
	}
	return err
}
