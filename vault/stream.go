package vault

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
)

// A sealed file is: 4 bytes "JXF1", 32 bytes of random salt, then chunks of 64 KiB of plaintext,
// each with a 16-byte GCM tag. The file key is derived from case key, salt and name; the nonce of a
// chunk is its number and a last-chunk flag, so chunks cannot be dropped, doubled, reordered or cut
// off (the STREAM construction, Hoang et al. 2015). Only the last chunk may be shorter than full; it
// is empty only when the file is.
const (
	fileMagic    = "JXF1"
	fileSaltSize = 32
	fileHeader   = len(fileMagic) + fileSaltSize
	chunkSize    = 64 << 10
	tagSize      = 16
)

// SealedSize is the number of bytes that a file of plain bytes has once encrypted.
func (CaseKey) SealedSize(plain int64) int64 {
	chunks := max(1, (plain+chunkSize-1)/chunkSize)
	return int64(fileHeader) + plain + chunks*tagSize
}

// Encrypting returns a reader of the encrypted form of plain. The name (such as the object's key in
// the store) is authenticated: a file moved to another name does not decrypt. Memory is constant.
func (c CaseKey) Encrypting(plain io.Reader, name string) io.Reader {
	header := make([]byte, fileHeader)
	copy(header, fileMagic)
	rand.Read(header[len(fileMagic):])
	return &chunker{
		src: plain, aead: c.fileCipher(header, name), ready: header,
		in: make([]byte, chunkSize+1), step: (*chunker).sealChunk,
	}
}

// Decrypting returns a reader of the plaintext of sealed. Bytes are handed out only once their chunk
// is authenticated; the end is reported only once the last chunk was seen. What was read before an
// error is genuine but incomplete, and the caller must not use it as the file.
func (c CaseKey) Decrypting(sealed io.Reader, name string) io.Reader {
	return &chunker{src: sealed, in: make([]byte, chunkSize+tagSize+1), step: func(r *chunker) error {
		header := make([]byte, fileHeader)
		if _, err := io.ReadFull(r.src, header); err != nil {
			return brokenFile(err)
		}
		if !bytes.HasPrefix(header, []byte(fileMagic)) {
			return damaged(errors.New("not a sealed file"))
		}
		r.aead = c.fileCipher(header, name)
		r.step = (*chunker).openChunk
		return nil
	}}
}

func (c CaseKey) fileCipher(header []byte, name string) cipher.AEAD {
	key, err := hkdf.Key(sha256.New, c.key[:], header[len(fileMagic):], "jiangxin/case-file/"+name, KeySize)
	if err != nil {
		panic("vault: deriving a file key: " + err.Error()) // only for lengths that are not ours
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		panic("vault: " + err.Error())
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		panic("vault: " + err.Error())
	}
	return aead
}

// chunker turns chunks of one form into chunks of the other. in has room for one byte more than a
// chunk: that byte tells whether another chunk follows.
type chunker struct {
	src    io.Reader
	aead   cipher.AEAD
	step   func(*chunker) error // makes ready the next bytes, or sets err
	in     []byte
	held   int // bytes of in that were read ahead
	out    []byte
	ready  []byte // what Read hands out next
	number uint64
	err    error
}

func (r *chunker) Read(p []byte) (int, error) {
	for len(r.ready) == 0 {
		if r.err != nil {
			return 0, r.err
		}
		if err := r.step(r); err != nil {
			r.err = err
		}
	}
	n := copy(p, r.ready)
	r.ready = r.ready[n:]
	return n, nil
}

// fill reads one chunk and the byte after it, and returns the chunk and whether it is the last.
func (r *chunker) fill() (chunk []byte, last bool, err error) {
	n, err := io.ReadFull(r.src, r.in[r.held:])
	n += r.held
	switch {
	case err == nil:
		return r.in[:len(r.in)-1], false, nil
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return r.in[:n], true, nil
	default:
		return nil, false, err
	}
}

// shift moves the byte that was read ahead to the front.
func (r *chunker) shift() {
	r.in[0] = r.in[len(r.in)-1]
	r.held = 1
	r.number++
}

func (r *chunker) sealChunk() error {
	chunk, last, err := r.fill()
	if err != nil {
		return err
	}
	r.out = r.aead.Seal(r.out[:0], chunkNonce(r.number, last), chunk, nil)
	r.ready = r.out
	if last {
		return io.EOF
	}
	r.shift()
	return nil
}

func (r *chunker) openChunk() error {
	chunk, last, err := r.fill()
	if err != nil {
		return err
	}
	r.out, err = r.aead.Open(r.out[:0], chunkNonce(r.number, last), chunk, nil)
	if err != nil {
		return damaged(err)
	}
	if last && len(r.out) == 0 && r.number > 0 {
		return damaged(errors.New("an empty chunk after the first"))
	}
	r.ready = r.out
	if last {
		return io.EOF
	}
	r.shift()
	return nil
}

func chunkNonce(number uint64, last bool) []byte {
	nonce := make([]byte, 12)
	binary.BigEndian.PutUint64(nonce[3:11], number)
	if last {
		nonce[11] = 1
	}
	return nonce
}

func brokenFile(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return damaged(errors.New("the header is cut off"))
	}
	return err
}
