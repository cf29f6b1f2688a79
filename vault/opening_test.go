package vault_test

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"jiangxin/domain/fault"
	"jiangxin/vault"
)

// sampleBytes are bytes that are nowhere alike, so that a chunk in the wrong place shows.
func sampleBytes(size int) []byte {
	b := make([]byte, size)
	_, _ = rand.NewChaCha8([32]byte{7}).Read(b) // never fails
	return b
}

func TestAnyPartOfAnOpenedFileIsWhatDecryptingGives(t *testing.T) {
	t.Parallel()
	key := caseKey(t)
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.OneOf(rapid.SampledFrom([]int{0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk}), rapid.IntRange(0, 3*chunk)).Draw(t, "size")
		plain := sampleBytes(size)
		sealed, err := io.ReadAll(key.Encrypting(bytes.NewReader(plain), "f"))
		if err != nil {
			t.Fatal(err)
		}
		file, got, err := key.Opening(bytes.NewReader(sealed), int64(len(sealed)), "f")
		if err != nil || got != int64(size) {
			t.Fatalf("%d bytes open as %d, %v", size, got, err)
		}
		for range 4 {
			from, length := rapid.IntRange(0, size+10).Draw(t, "from"), rapid.IntRange(0, 2*chunk).Draw(t, "length")
			part := make([]byte, length)
			n, err := file.ReadAt(part, int64(from))
			wantN, wantErr := bytes.NewReader(plain).ReadAt(make([]byte, length), int64(from))
			if length == 0 {
				wantN, wantErr = 0, nil
			}
			if n != wantN || !errors.Is(err, wantErr) || !bytes.Equal(part[:n], plain[min(from, size):min(from, size)+n]) {
				t.Fatalf("%d bytes at %d: got %d, %v; want %d, %v", length, from, n, err, wantN, wantErr)
			}
		}
	})
}

func TestAnOpenedFileThatWasCutReorderedOrMovedIsRefused(t *testing.T) {
	t.Parallel()
	key := caseKey(t)
	sealed := seal(t, key, sampleBytes(3*chunk), "f")
	const header, box = 36, chunk + 16
	part := func(i int) []byte { return sealed[header+i*box : header+(i+1)*box] }
	join := func(parts ...[]byte) []byte { return bytes.Join(append([][]byte{sealed[:header]}, parts...), nil) }
	for name, broken := range map[string][]byte{
		"nothing":              {},
		"half a header":        sealed[:20],
		"header only":          sealed[:header],
		"half a tag":           sealed[:header+8],
		"last chunk missing":   join(part(0), part(1)),
		"middle chunk missing": join(part(0), part(2)),
		"chunks swapped":       join(part(1), part(0), part(2)),
		"chunk twice":          join(part(0), part(0), part(1), part(2)),
		"bytes appended":       append(bytes.Clone(sealed), 0),
		"an empty chunk added": append(bytes.Clone(sealed), make([]byte, 16)...),
		"one byte missing":     sealed[:len(sealed)-1],
		"another kind of file": append([]byte("PK\x03\x04"), sealed[4:]...),
	} {
		if _, err := readOpened(key, broken, int64(len(broken)), "f"); !fault.Is(err, fault.Internal) {
			t.Errorf("%s: want an Internal fault, got %v", name, err)
		}
	}
	for _, size := range []int64{int64(len(sealed)) + 1, int64(len(sealed)) - 1, header, 0, -5} {
		if _, err := readOpened(key, sealed, size, "f"); !fault.Is(err, fault.Internal) {
			t.Errorf("opened with the wrong size %d: %v", size, err)
		}
	}
	if _, err := readOpened(key, sealed, int64(len(sealed)), "g"); err == nil {
		t.Error("a file moved to another name opened")
	}
	if _, err := readOpened(caseKey(t), sealed, int64(len(sealed)), "f"); err == nil {
		t.Error("another case's key opened the file")
	}
}

func readOpened(key vault.CaseKey, sealed []byte, size int64, name string) ([]byte, error) {
	file, plain, err := key.Opening(bytes.NewReader(sealed), size, name)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.NewSectionReader(file, 0, plain))
}

func TestAnyFlippedBitOfAnOpenedFileIsDetectedAndOtherChunksStayReadable(t *testing.T) {
	t.Parallel()
	key := caseKey(t)
	plain := sampleBytes(3*chunk + 100)
	sealed := seal(t, key, plain, "f")
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.IntRange(0, len(sealed)-1).Draw(t, "byte")
		broken := bytes.Clone(sealed)
		broken[at] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		file, size, err := key.Opening(bytes.NewReader(broken), int64(len(broken)), "f")
		if err != nil {
			return
		}
		hit := (at - 36) / (chunk + 16)
		for i := range 4 {
			part := make([]byte, min(chunk, size-int64(i*chunk)))
			_, err := file.ReadAt(part, int64(i*chunk))
			switch {
			case i == hit && err == nil:
				t.Fatal("nobody noticed")
			case i != hit && (err != nil || !bytes.Equal(part, plain[i*chunk:i*chunk+len(part)])):
				t.Fatalf("chunk %d is whole and did not come: %v", i, err)
			}
		}
	})
}

func TestAnOpenedFileServesManyReadersAtOnce(t *testing.T) {
	t.Parallel()
	key := caseKey(t)
	plain := sampleBytes(20 * chunk)
	sealed := seal(t, key, plain, "f")
	file, _, err := key.Opening(bytes.NewReader(sealed), int64(len(sealed)), "f")
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for reader := range uint64(8) {
		wg.Go(func() {
			chance := rand.New(rand.NewPCG(reader, 1))
			for range 200 {
				from := chance.IntN(len(plain) - 5000)
				part := make([]byte, 5000)
				if _, err := file.ReadAt(part, int64(from)); err != nil || !bytes.Equal(part, plain[from:from+5000]) {
					t.Errorf("at %d: %v", from, err)
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestAnErrorOfTheSourceOfAnOpenedFileIsPassedOn(t *testing.T) {
	t.Parallel()
	key := caseKey(t)
	sealed := seal(t, key, sampleBytes(2*chunk), "f")
	lost := errors.New("connection lost")
	flaky := &failingAt{ReaderAt: bytes.NewReader(sealed)}
	file, _, err := key.Opening(flaky, int64(len(sealed)), "f")
	if err != nil {
		t.Fatal(err)
	}
	flaky.err = lost
	if _, err := file.ReadAt(make([]byte, 10), 0); !errors.Is(err, lost) {
		t.Errorf("got %v", err)
	}
	flaky.err = nil
	if _, err := file.ReadAt(make([]byte, 10), 0); err != nil {
		t.Errorf("after the connection is back: %v", err)
	}
}

type failingAt struct {
	io.ReaderAt
	err error
}

func (f *failingAt) ReadAt(p []byte, off int64) (int, error) {
	if f.err != nil {
		return 0, f.err
	}
	return f.ReaderAt.ReadAt(p, off)
}

func FuzzOpeningNeverPanicsAndNeverAcceptsAForgery(f *testing.F) {
	key := caseKey(f)
	f.Add([]byte("JXF1" + string(make([]byte, 80))))
	f.Add(seal(f, caseKey(f), []byte("x"), "f"))
	f.Fuzz(func(t *testing.T, sealed []byte) {
		if _, err := readOpened(key, sealed, int64(len(sealed)), "f"); err == nil {
			t.Fatal("a forgery opened")
		}
	})
}
