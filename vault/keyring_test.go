package vault_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jiangxin/domain/fault"
	"jiangxin/vault"
)

// keyText is a key for tests: 32 bytes that follow from the seed.
func keyText(seed byte) string {
	key := make([]byte, vault.KeySize)
	for i := range key {
		key[i] = seed + byte(i)
	}
	return base64.StdEncoding.EncodeToString(key)
}

func ring(t testing.TB, text string) *vault.Keyring {
	t.Helper()
	k, err := vault.ParseKeyring(text)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestAKeyListThatCannotBeUsedIsRefusedWithASentenceAndWithoutTheKey(t *testing.T) {
	t.Parallel()
	secret := keyText(1)
	for name, text := range map[string]string{
		"empty":                "",
		"no id":                secret,
		"empty entry":          "a:" + secret + ",",
		"id with capitals":     "A:" + secret,
		"id with a dot":        "a.b:" + secret,
		"id too long":          strings.Repeat("a", 33) + ":" + secret,
		"not base64":           "a:" + secret[:40] + "***=",
		"31 bytes":             "a:" + base64.StdEncoding.EncodeToString(make([]byte, 31)),
		"all bytes the same":   "a:" + base64.StdEncoding.EncodeToString(make([]byte, 32)),
		"the same id twice":    "a:" + secret + ",a:" + keyText(2),
		"the same key twice":   "a:" + secret + ",b:" + secret,
		"second entry without": "a:" + secret + ",b",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := vault.ParseKeyring(text)
			if !fault.Is(err, fault.Invalid) {
				t.Fatalf("want an Invalid fault, got %v", err)
			}
			if strings.Contains(err.Error(), secret[:40]) {
				t.Fatalf("the error shows the key: %v", err)
			}
		})
	}
}

func TestAKeyringShowsItsIdsAndNeverAKey(t *testing.T) {
	t.Parallel()
	k := ring(t, " b:"+keyText(1)+", a:"+keyText(2)+" ")
	if got, want := k.Redacted(), "b (current), a"; got != want {
		t.Errorf("Redacted() = %q, want %q", got, want)
	}
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("start", "keys", k)
	caseKey, _ := k.NewCaseKey("C1")
	for _, shown := range []string{fmt.Sprintf("%v %+v %#v %s", k, k, k, k), log.String(), fmt.Sprintf("%#v", caseKey)} {
		if strings.Contains(shown, "[]byte") || strings.Contains(shown, "0x") || strings.Contains(shown, "keys:") {
			t.Errorf("keys are shown in %s", shown)
		}
	}
}

func TestAnySealedValueOpensInItsPlaceAndNowhereElse(t *testing.T) {
	t.Parallel()
	k := ring(t, "a:"+keyText(1))
	rapid.Check(t, func(t *rapid.T) {
		plain := rapid.SliceOf(rapid.Byte()).Draw(t, "plain")
		purpose, row := rapid.String().Draw(t, "purpose"), rapid.String().Draw(t, "row")
		sealed := k.Seal(purpose, row, plain)
		got, err := k.Open(purpose, row, sealed)
		if err != nil || !bytes.Equal(got, plain) {
			t.Fatalf("got %x, %v; want %x", got, err, plain)
		}
		other := rapid.String().Filter(func(s string) bool { return s != row }).Draw(t, "other row")
		if _, err := k.Open(purpose, other, sealed); err == nil {
			t.Fatal("a value moved to another row opened")
		}
		if _, err := k.Open(purpose+"x", row, sealed); err == nil {
			t.Fatal("a value moved to another column opened")
		}
		if purpose != row {
			if _, err := k.Open(row, purpose, sealed); err == nil {
				t.Fatal("purpose and context are interchangeable")
			}
		}
	})
}

func TestEveryFlippedBitOfASealedValueIsDetected(t *testing.T) {
	t.Parallel()
	k := ring(t, "a:"+keyText(1)+",b:"+keyText(9))
	sealed := k.Seal("worker.id_number", "42", []byte("11010519491231002X"))
	for i := range len(sealed) {
		for bit := range 8 {
			broken := []byte(sealed)
			broken[i] ^= 1 << bit
			if _, err := k.Open("worker.id_number", "42", string(broken)); err == nil {
				t.Fatalf("bit %d of byte %d flipped and nobody noticed", bit, i)
			}
		}
	}
}

func TestAfterARotationOldValuesOpenAndAreFoundAsOutdated(t *testing.T) {
	t.Parallel()
	before := ring(t, "old:"+keyText(1))
	sealed := before.Seal("p", "c", []byte("13800000000"))
	after := ring(t, "new:"+keyText(2)+",old:"+keyText(1))
	if got, err := after.Open("p", "c", sealed); err != nil || string(got) != "13800000000" {
		t.Fatalf("got %q, %v", got, err)
	}
	if !after.Outdated(sealed) || after.Outdated(after.Seal("p", "c", nil)) {
		t.Error("Outdated does not tell old from new")
	}
	gone := ring(t, "new:"+keyText(2))
	_, err := gone.Open("p", "c", sealed)
	if !fault.Is(err, fault.Internal) || !strings.Contains(err.Error(), "put the old key back") {
		t.Errorf("a lost key must be named as such, got %v", err)
	}
}

func FuzzOpenNeverPanicsAndNeverOpensWhatWasNotSealed(f *testing.F) {
	k := ring(f, "a:"+keyText(1))
	f.Add("")
	f.Add("v1.a.")
	f.Add("v1.a.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
	f.Add(k.Seal("other", "", nil))
	f.Fuzz(func(t *testing.T, sealed string) {
		if _, err := k.Open("purpose", "context", sealed); err == nil {
			t.Fatalf("%q opened", sealed)
		}
	})
}

func TestADigestIsStableKeyedAndDifferentPerPurpose(t *testing.T) {
	t.Parallel()
	d, err := vault.ParseDigestKey("d1:" + keyText(5))
	if err != nil {
		t.Fatal(err)
	}
	other, _ := vault.ParseDigestKey("d1:" + keyText(6))
	const value = "11010519491231002X"
	got := d.Digest("id_number", value)
	if got != d.Digest("id_number", value) {
		t.Error("two digests of one value differ")
	}
	if !strings.HasPrefix(got, "d1.") || len(got) != len("d1.")+43 {
		t.Errorf("unexpected shape: %s", got)
	}
	for name, digest := range map[string]string{
		"another purpose": d.Digest("phone", value),
		"another key":     other.Digest("id_number", value),
		"another value":   d.Digest("id_number", "110105194912310011"),
	} {
		if digest == got {
			t.Errorf("%s gives the same digest", name)
		}
	}
	if _, err := vault.ParseDigestKey("d1:" + keyText(5) + ",d2:" + keyText(6)); !fault.Is(err, fault.Invalid) {
		t.Errorf("two digest keys must be refused, got %v", err)
	}
}
