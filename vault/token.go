package vault

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
)

// qrAlphabet is Crockford's base32: no I, L, O or U, and all of it in the alphanumeric mode of QR
// codes, so that the code stays small and a person can read the token out.
var qrAlphabet = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// NewToken is a random secret of 256 bits in base64url (43 characters), for session cookies and
// CSRF tokens. Store only its DigestToken.
func NewToken() string {
	b := make([]byte, 32)
	rand.Read(b)
	return base64.RawURLEncoding.EncodeToString(b)
}

// NewQRToken is a random secret of 128 bits in 26 characters of 0-9 and A-Z, for the QR code of a
// receipt or certificate: it cannot be guessed from a number.
func NewQRToken() string {
	b := make([]byte, 16)
	rand.Read(b)
	return qrAlphabet.EncodeToString(b)
}

// DigestToken is the SHA-256 of a token of this package, in hexadecimal: what the database keeps, so
// that a stolen backup opens no session. Tokens are random, so the digest needs no key.
func DigestToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// SameToken compares two tokens or digests in constant time.
func SameToken(a, b string) bool {
	return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1
}
