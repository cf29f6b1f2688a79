package vault

import (
	"crypto/rand"
	"log/slog"
)

const caseKeyPurpose = "case-key"

// CaseKey encrypts the files of one case that hold personal data. It is stored only wrapped by the
// Keyring; destroying the wrapped key (and its backups) makes every such file of the case unreadable,
// which is how a lawful erasure is carried out on a store that cannot delete locked objects.
type CaseKey struct {
	key [KeySize]byte
}

// NewCaseKey makes a key for the case and returns it with the wrapped form to store. The case's
// number is authenticated: a wrapped key copied to another case does not open.
func (k *Keyring) NewCaseKey(caseNo string) (CaseKey, string) {
	var c CaseKey
	rand.Read(c.key[:])
	return c, k.Seal(caseKeyPurpose, caseNo, c.key[:])
}

// OpenCaseKey unwraps the stored key of the case.
func (k *Keyring) OpenCaseKey(caseNo, wrapped string) (CaseKey, error) {
	plain, err := k.Open(caseKeyPurpose, caseNo, wrapped)
	if err != nil {
		return CaseKey{}, err
	}
	if len(plain) != KeySize {
		return CaseKey{}, damaged(nil)
	}
	return CaseKey{key: [KeySize]byte(plain)}, nil
}

// RewrapCaseKey wraps the same case key under the current key, so that a rotation touches one short
// column per case and no file.
func (k *Keyring) RewrapCaseKey(caseNo, wrapped string) (string, error) {
	c, err := k.OpenCaseKey(caseNo, wrapped)
	if err != nil {
		return "", err
	}
	return k.Seal(caseKeyPurpose, caseNo, c.key[:]), nil
}

// String keeps the key out of %v.
func (CaseKey) String() string { return "case key" }

// GoString keeps the key out of %#v.
func (CaseKey) GoString() string { return "case key" }

// LogValue keeps the key out of structured logs.
func (CaseKey) LogValue() slog.Value { return slog.StringValue("case key") }
