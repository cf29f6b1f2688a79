package vault

import (
	"encoding/base64"
	"strings"
)

// sealedV1 is the header of a sealed column value: "v1.<key id>.<base64url of the box>".
const sealedV1 = "v1"

// Seal encrypts one column value under the current key. The purpose names the kind of data and
// selects the subkey, such as "worker.id_number"; the context names the one place where the value
// lives, such as the row's id. Neither is stored: a value moved to another row or column does not
// open. Two seals of one value differ; look values up by Digester.
func (k *Keyring) Seal(purpose, context string, plain []byte) string {
	id, box := k.Encrypt(purpose, context, plain)
	return strings.Join([]string{sealedV1, id, base64.RawURLEncoding.EncodeToString(box)}, ".")
}

// Open decrypts a value of Seal for the same purpose and context, under whichever configured key it
// was sealed.
func (k *Keyring) Open(purpose, context, sealed string) ([]byte, error) {
	id, box, err := splitSealed(sealed)
	if err != nil {
		return nil, err
	}
	return k.Decrypt(id, purpose, context, box)
}

// Outdated says whether sealed was made under a key that is no longer current, so that a rotation
// job can find and renew it. A value that is not sealed at all counts as outdated.
func (k *Keyring) Outdated(sealed string) bool {
	id, _, err := splitSealed(sealed)
	return err != nil || id != k.current
}

func splitSealed(sealed string) (id string, box []byte, err error) {
	parts := strings.Split(sealed, ".")
	if len(parts) != 3 || parts[0] != sealedV1 {
		return "", nil, damaged(nil)
	}
	box, err = base64.RawURLEncoding.Strict().DecodeString(parts[2])
	if err != nil {
		return "", nil, damaged(err)
	}
	return parts[1], box, nil
}
