package vault_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"jiangxin/domain/fault"
	"jiangxin/vault"
)

const chunk = 64 << 10

func caseKey(t testing.TB) vault.CaseKey {
	t.Helper()
	key, _ := ring(t, "a:"+keyText(1)).NewCaseKey("LN-2026-000001")
	return key
}

func seal(t testing.TB, key vault.CaseKey, plain []byte, name string) []byte {
	t.Helper()
	sealed, err := io.ReadAll(key.Encrypting(bytes.NewReader(plain), name))
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

func TestACaseKeyOpensOnlyForItsCaseAndSurvivesARotation(t *testing.T) {
	t.Parallel()
	old := ring(t, "old:"+keyText(1))
	key, wrapped := old.NewCaseKey("C1")
	sealed := seal(t, key, []byte("certificate"), "f")
	if _, err := old.OpenCaseKey("C2", wrapped); err == nil {
		t.Error("a wrapped key opened for another case")
	}
	both := ring(t, "new:"+keyText(2)+",old:"+keyText(1))
	rewrapped, err := both.RewrapCaseKey("C1", wrapped)
	if err != nil {
		t.Fatal(err)
	}
	again, err := ring(t, "new:"+keyText(2)).OpenCaseKey("C1", rewrapped)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(again.Decrypting(bytes.NewReader(sealed), "f"))
	if err != nil || string(got) != "certificate" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestAnyFileComesBackWholeWhateverTheReadsAre(t *testing.T) {
	t.Parallel()
	key := caseKey(t)
	for _, size := range []int{0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3*chunk + 7} {
		plain := bytes.Repeat([]byte{0xa7, 1, 2}, size/3+1)[:size]
		sealed := seal(t, key, plain, "f")
		if want := key.SealedSize(int64(size)); int64(len(sealed)) != want {
			t.Errorf("%d bytes: sealed to %d, SealedSize says %d", size, len(sealed), want)
		}
		for name, r := range map[string]io.Reader{
			"whole":       bytes.NewReader(sealed),
			"half reads":  iotest.HalfReader(bytes.NewReader(sealed)),
			"early error": iotest.DataErrReader(bytes.NewReader(sealed)),
		} {
			got, err := io.ReadAll(key.Decrypting(r, "f"))
			if err != nil || !bytes.Equal(got, plain) {
				t.Errorf("%d bytes, %s: %d bytes came back, %v", size, name, len(got), err)
			}
		}
	}
	if err := iotest.TestReader(key.Decrypting(bytes.NewReader(seal(t, key, []byte("abc"), "f")), "f"), []byte("abc")); err != nil {
		t.Error(err)
	}
}

func TestATruncatedReorderedOrMovedFileIsDetected(t *testing.T) {
	t.Parallel()
	key := caseKey(t)
	sealed := seal(t, key, make([]byte, 3*chunk), "f")
	const header, box = 36, chunk + 16
	part := func(i int) []byte { return sealed[header+i*box : header+(i+1)*box] }
	join := func(parts ...[]byte) []byte { return bytes.Join(append([][]byte{sealed[:header]}, parts...), nil) }
	for name, broken := range map[string][]byte{
		"nothing":              {},
		"half a header":        sealed[:20],
		"header only":          sealed[:header],
		"last chunk missing":   join(part(0), part(1)),
		"middle chunk missing": join(part(0), part(2)),
		"chunks swapped":       join(part(1), part(0), part(2)),
		"chunk twice":          join(part(0), part(0), part(1), part(2)),
		"last chunk first":     join(part(2)),
		"bytes appended":       append(bytes.Clone(sealed), 0),
		"one byte missing":     sealed[:len(sealed)-1],
	} {
		_, err := io.ReadAll(key.Decrypting(bytes.NewReader(broken), "f"))
		if !fault.Is(err, fault.Internal) {
			t.Errorf("%s: want an Internal fault, got %v", name, err)
		}
	}
	if _, err := io.ReadAll(key.Decrypting(bytes.NewReader(sealed), "g")); err == nil {
		t.Error("a file moved to another name decrypted")
	}
	if _, err := io.ReadAll(caseKey(t).Decrypting(bytes.NewReader(sealed), "f")); err == nil {
		t.Error("another case's key decrypted the file")
	}
}

func TestAnyFlippedBitOfAFileIsDetected(t *testing.T) {
	t.Parallel()
	key := caseKey(t)
	plain := make([]byte, chunk+100)
	sealed := seal(t, key, plain, "f")
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.IntRange(0, len(sealed)-1).Draw(t, "byte")
		broken := bytes.Clone(sealed)
		broken[at] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		if _, err := io.ReadAll(key.Decrypting(bytes.NewReader(broken), "f")); err == nil {
			t.Fatal("nobody noticed")
		}
	})
}

func TestAnErrorOfTheSourceIsNeverTakenForTheEnd(t *testing.T) {
	t.Parallel()
	key := caseKey(t)
	lost := errors.New("connection lost")
	cut := func(b []byte) io.Reader { return io.MultiReader(bytes.NewReader(b), iotest.ErrReader(lost)) }
	if _, err := io.ReadAll(key.Encrypting(cut(make([]byte, 10)), "f")); !errors.Is(err, lost) {
		t.Errorf("encrypting: got %v", err)
	}
	if _, err := io.ReadAll(key.Decrypting(cut(seal(t, key, make([]byte, 10), "f")), "f")); !errors.Is(err, lost) {
		t.Errorf("decrypting: got %v", err)
	}
}

func TestALargeFileNeedsConstantMemory(t *testing.T) {
	key := caseKey(t)
	const size = 64 << 20
	bytesPerRun := testing.Benchmark(func(b *testing.B) {
		for range b.N {
			sealed := key.Encrypting(io.LimitReader(zeros{}, size), "f")
			if n, err := io.Copy(io.Discard, key.Decrypting(sealed, "f")); err != nil || n != size {
				b.Fatal(n, err)
			}
		}
	}).AllocedBytesPerOp()
	if bytesPerRun > 2<<20 {
		t.Errorf("64 MiB took %d bytes of memory", bytesPerRun)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func FuzzDecryptingNeverPanicsAndNeverAcceptsAForgery(f *testing.F) {
	key := caseKey(f)
	f.Add([]byte("JXF1" + strings.Repeat("\x00", 80)))
	f.Add(seal(f, caseKey(f), []byte("x"), "f"))
	f.Fuzz(func(t *testing.T, sealed []byte) {
		if _, err := io.ReadAll(key.Decrypting(bytes.NewReader(sealed), "f")); err == nil {
			t.Fatal("a forgery decrypted")
		}
	})
}
