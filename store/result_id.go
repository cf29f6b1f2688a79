package store

import "jiangxin/vault"

// SealResultNumber encrypts the ID number of a row. It is bound to its batch: copied to another, it does not open.
func SealResultNumber(keys *vault.Keyring, batchNo, number string) string {
	return keys.Seal(ResultIDNumber, batchNo, []byte(number))
}

// OpenResultNumber decrypts the ID number of a row or of its certificate; the caller records the reading.
func OpenResultNumber(keys *vault.Keyring, batchNo, sealed string) (string, error) {
	plain, err := keys.Open(ResultIDNumber, batchNo, sealed)
	return string(plain), err
}
