package vault_test

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"jiangxin/domain/fault"
	"jiangxin/vault"
)

var cheap = vault.PasswordCost{MemoryKiB: 64, Passes: 1, Lanes: 1}

func hasher(t testing.TB, cost vault.PasswordCost) *vault.Passwords {
	t.Helper()
	p, err := vault.NewPasswords(cost, 2)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAPasswordVerifiesAgainstItsOwnHashOnly(t *testing.T) {
	t.Parallel()
	p, ctx := hasher(t, cheap), t.Context()
	first, err := p.Hash(ctx, "匠心-Correct-Horse")
	if err != nil {
		t.Fatal(err)
	}
	second, _ := p.Hash(ctx, "匠心-Correct-Horse")
	if first == second {
		t.Error("two hashes of one password are equal: the salt is missing")
	}
	if !strings.HasPrefix(first, "$argon2id$v=19$m=64,t=1,p=1$") {
		t.Errorf("not a PHC string: %s", first)
	}
	for password, want := range map[string]bool{
		"匠心-Correct-Horse": true, "匠心-correct-Horse": false, "": false,
		strings.Repeat("a", vault.PasswordLimit+1): false,
	} {
		if got, err := p.Verify(ctx, first, password); got != want || err != nil {
			t.Errorf("Verify(%.20q) = %v, %v; want %v", password, got, err, want)
		}
	}
	if _, err := p.Hash(ctx, strings.Repeat("a", vault.PasswordLimit+1)); !fault.Is(err, fault.Invalid) {
		t.Errorf("a password that is too long must be refused, got %v", err)
	}
	if err := p.VerifyNobody(ctx, "x"); err != nil {
		t.Error(err)
	}
}

func TestAHashOfAnotherCostVerifiesAndNeedsARehash(t *testing.T) {
	t.Parallel()
	old, dear := hasher(t, cheap), hasher(t, vault.PasswordCost{MemoryKiB: 128, Passes: 2, Lanes: 2})
	phc, _ := old.Hash(t.Context(), "secret")
	if ok, err := dear.Verify(t.Context(), phc, "secret"); !ok || err != nil {
		t.Errorf("got %v, %v", ok, err)
	}
	if !dear.NeedsRehash(phc) || old.NeedsRehash(phc) {
		t.Error("NeedsRehash does not follow the setting")
	}
}

func TestSignInsAboveTheBoundWaitAndGiveUpWithTheirContext(t *testing.T) {
	t.Parallel()
	p := hasher(t, cheap)
	phc, _ := p.Hash(t.Context(), "secret")
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	var refused bool
	for range 100 { // a free slot and an ended context are chosen between at random
		_, err := p.Verify(ended, phc, "secret")
		refused = refused || fault.Is(err, fault.Unavailable)
	}
	if !refused {
		t.Error("an ended context was never noticed")
	}
}

func TestPasswordSettingsOutOfRangeAreRefused(t *testing.T) {
	t.Parallel()
	for _, cost := range []vault.PasswordCost{
		{}, {MemoryKiB: 7, Passes: 1, Lanes: 1}, {MemoryKiB: 64, Passes: 0, Lanes: 1},
		{MemoryKiB: 64, Passes: 1, Lanes: 0}, {MemoryKiB: 2 << 20, Passes: 1, Lanes: 1}, {MemoryKiB: 4096, Passes: 65, Lanes: 1},
	} {
		if _, err := vault.NewPasswords(cost, 1); !fault.Is(err, fault.Invalid) {
			t.Errorf("%+v: want Invalid, got %v", cost, err)
		}
	}
	if _, err := vault.NewPasswords(vault.DefaultPasswordCost(), 0); !fault.Is(err, fault.Invalid) {
		t.Errorf("no slot: want Invalid, got %v", err)
	}
}

func FuzzADamagedPasswordRecordIsRefusedBeforeItCostsAnything(f *testing.F) {
	p := hasher(f, cheap)
	good, _ := p.Hash(context.Background(), "secret")
	for _, seed := range []string{
		"", "$argon2id$", good + "$", strings.Replace(good, "m=64", "m=4294967295", 1),
		strings.Replace(good, "v=19", "v=16", 1), strings.Replace(good, "t=1", "t=0", 1), strings.Replace(good, "p=1", "p=+1", 1),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, phc string) {
		if strings.Contains(phc, "$m=") && !strings.Contains(phc, "$m=64,") {
			phc = strings.Replace(phc, "$m=", "$m=99999999", 1) // stay cheap or absurd
		}
		if ok, _ := p.Verify(t.Context(), phc, "another secret"); ok {
			t.Fatalf("%q verified", phc)
		}
	})
}

func TestTokensAreLongDifferentAndCompareByDigest(t *testing.T) {
	t.Parallel()
	if a, b := vault.NewToken(), vault.NewToken(); a == b || len(a) != 43 {
		t.Errorf("tokens %s and %s", a, b)
	}
	qr := vault.NewQRToken()
	if !regexp.MustCompile(`^[0-9A-HJKMNP-TV-Z]{26}$`).MatchString(qr) || qr == vault.NewQRToken() {
		t.Errorf("QR token %s", qr)
	}
	if d := vault.DigestToken(qr); len(d) != 64 || d != vault.DigestToken(qr) || vault.SameToken(d, qr) || !vault.SameToken(d, vault.DigestToken(qr)) {
		t.Errorf("digest %s", d)
	}
}
