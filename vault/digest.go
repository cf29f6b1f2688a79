package vault

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"log/slog"
	"strings"

	"jiangxin/domain/fault"
)

// Digester makes keyed digests for lookups: equal values give equal digests, and without the key
// nobody can find a value by trying all of them (resident ID numbers are few enough to try).
//
// Its key is not part of the Keyring on purpose. Digests stand in unique indexes; were their key to
// rotate with the others, every lookup would silently miss. A new digest key means recomputing every
// stored digest from the sealed values; the key's id in front of each digest tells old from new.
type Digester struct {
	id  string
	key []byte
}

// ParseDigestKey reads the one digest key from configuration text: `id:base64key`, as in
// ParseKeyring.
func ParseDigestKey(text string) (*Digester, error) {
	if strings.Contains(text, ",") {
		return nil, fault.New(fault.Invalid,
			"摘要密钥只能有一把，更换须重新计算全部摘要",
			"there is only one digest key; changing it means recomputing every stored digest")
	}
	id, key, err := parseKey(strings.TrimSpace(text))
	if err != nil {
		return nil, err
	}
	return &Digester{id: id, key: key}, nil
}

// Digest is "<key id>.<base64url of HMAC-SHA-256>" of the value under the purpose's own subkey, so
// digests of one value under two purposes cannot be joined. The caller brings the value into its one
// spelling first (upper-case X in an ID number, no blanks in a phone).
func (d *Digester) Digest(purpose, value string) string {
	mac := hmac.New(sha256.New, subkey(d.key, "digest/"+purpose))
	mac.Write([]byte(value))
	return d.id + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// Redacted is the key's id alone.
func (d *Digester) Redacted() string { return d.id }

// String keeps the key out of %v.
func (d *Digester) String() string { return d.id }

// GoString keeps the key out of %#v.
func (d *Digester) GoString() string { return d.id }

// LogValue keeps the key out of structured logs.
func (d *Digester) LogValue() slog.Value { return slog.StringValue(d.id) }
