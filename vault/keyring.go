// Package vault holds the secrets of the product and what is done with them: keys, column
// encryption, keyed digests, a key per case, passwords, tokens, and (in vault/codec) the codec that
// Temporal's payloads pass. It knows no table, no request and no clock.
package vault

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"log/slog"
	"regexp"
	"strings"

	"jiangxin/domain/fault"
)

// KeySize is the length in bytes of every key of this package (AES-256, HMAC-SHA-256).
const KeySize = 32

var keyID = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,31}$`)

// Keyring holds the encryption keys by their ids. The current key encrypts; every key decrypts, so
// rotation is: put a new key in front, keep the old ones until nothing is encrypted under them.
// A Keyring does not change after it was made and is safe for concurrent use.
type Keyring struct {
	current string
	order   []string
	keys    map[string][]byte
}

// ParseKeyring reads keys from configuration text: `id:base64key,id2:base64key`, the first one
// current. An id is 1 to 32 characters of a-z, 0-9 and '-'; a key is 32 bytes in base64, as
// `openssl rand -base64 32` prints it. Errors name the id or the place in the list, never a key.
func ParseKeyring(text string) (*Keyring, error) {
	ring := &Keyring{keys: map[string][]byte{}}
	for i, entry := range strings.Split(text, ",") {
		id, key, err := parseKey(strings.TrimSpace(entry))
		if err != nil {
			return nil, fmt.Errorf("entry %d of the key list: %w", i+1, err)
		}
		if _, twice := ring.keys[id]; twice {
			return nil, badKey("密钥编号 %s 出现了两次，请保留一个", "the key id %s appears twice; keep one of them", id)
		}
		for other, known := range ring.keys {
			if bytes.Equal(known, key) {
				return nil, badKey("密钥 %s 与另一把密钥相同，请重新生成", "the key %s equals the key "+other+"; generate a new one", id)
			}
		}
		ring.keys[id] = key
		ring.order = append(ring.order, id)
	}
	ring.current = ring.order[0]
	return ring, nil
}

func parseKey(entry string) (string, []byte, error) {
	if entry == "" {
		return "", nil, badKey("缺少密钥，请写成 编号:base64密钥%s", "no key is given; write id:base64key%s", "")
	}
	id, text, found := strings.Cut(entry, ":")
	if !found {
		return "", nil, badKey("密钥缺少编号，请写成 编号:base64密钥%s", "the key has no id; write id:base64key%s", "")
	}
	if !keyID.MatchString(id) {
		return "", nil, badKey("密钥编号不合要求：只用小写字母、数字和连字符，最长 32 个字符%s",
			"the key id is not usable: only a-z, 0-9 and '-', at most 32 characters%s", "")
	}
	key, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return "", nil, badKey("密钥 %s 不是有效的 base64，请用 openssl rand -base64 32 生成",
			"the key %s is not valid base64; make one with openssl rand -base64 32", id)
	}
	if len(key) != KeySize {
		return "", nil, badKey("密钥 %s 的长度不是 32 字节，请用 openssl rand -base64 32 生成",
			"the key %s is not 32 bytes long; make one with openssl rand -base64 32", id)
	}
	if bytes.Count(key, key[:1]) == KeySize {
		return "", nil, badKey("密钥 %s 的每个字节都相同，不是随机密钥，请用 openssl rand -base64 32 生成",
			"the key %s repeats one byte and is not random; make one with openssl rand -base64 32", id)
	}
	return id, key, nil
}

func badKey(zh, en, id string) *fault.Error {
	return fault.New(fault.Invalid, fmt.Sprintf(zh, id), fmt.Sprintf(en, id))
}

// Current is the id of the key that encrypts.
func (k *Keyring) Current() string { return k.current }

// Redacted lists the key ids, the current one first, and no key: for configuration dumps.
func (k *Keyring) Redacted() string {
	return k.order[0] + " (current)" + strings.Join(append([]string{""}, k.order[1:]...), ", ")
}

// String keeps keys out of %v.
func (k *Keyring) String() string { return k.Redacted() }

// GoString keeps keys out of %#v.
func (k *Keyring) GoString() string { return k.Redacted() }

// LogValue keeps keys out of structured logs.
func (k *Keyring) LogValue() slog.Value { return slog.StringValue(k.Redacted()) }

// Encrypt encrypts plain under the current key with AES-256-GCM and returns that key's id with the
// box (12-byte random nonce, ciphertext, tag). The key id, purpose and context are authenticated: the
// box opens only under the same three. Each purpose has a subkey of its own (HKDF-SHA-256), and a
// subkey is good for 2³² boxes.
func (k *Keyring) Encrypt(purpose, context string, plain []byte) (id string, box []byte) {
	aead := newAEAD(subkey(k.keys[k.current], purpose))
	return k.current, aead.Seal(nil, nil, plain, bind(k.current, purpose, context))
}

// Decrypt opens a box of Encrypt. The error is Internal: the stored bytes or the configured keys are
// wrong, and no user can mend either.
func (k *Keyring) Decrypt(id, purpose, context string, box []byte) ([]byte, error) {
	key, known := k.keys[id]
	if !known {
		return nil, fault.New(fault.Internal,
			"解密所需的密钥未配置，请管理员把旧密钥加回密钥列表",
			"the key that this was encrypted under is not configured; put the old key back into the key list").With("key", id)
	}
	plain, err := newAEAD(subkey(key, purpose)).Open(nil, nil, box, bind(id, purpose, context))
	if err != nil {
		return nil, damaged(err)
	}
	return plain, nil
}

func damaged(cause error) error {
	return fault.New(fault.Internal,
		"加密数据已损坏或不属于此处，请联系管理员",
		"the encrypted data is damaged or does not belong here; tell the administrator").Because(cause)
}

func subkey(key []byte, purpose string) []byte {
	derived, err := hkdf.Key(sha256.New, key, nil, "jiangxin/"+purpose, KeySize)
	if err != nil {
		panic("vault: deriving a subkey: " + err.Error()) // only for lengths that are not ours
	}
	return derived
}

func newAEAD(key []byte) cipher.AEAD {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic("vault: " + err.Error()) // only for key lengths that are not ours
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		panic("vault: " + err.Error())
	}
	return aead
}

// bind joins the parts so that no two different lists give the same bytes.
func bind(parts ...string) []byte {
	var b bytes.Buffer
	for _, part := range parts {
		fmt.Fprintf(&b, "%d:%s", len(part), part)
	}
	return b.Bytes()
}
