package store

import (
	"fmt"

	"jiangxin/vault"
)

// resultNumber names the sealed ID number of a result, and of the certificate that came of it, in the vault.
const resultNumber = "result.id_number"

// resultPlace binds a sealed ID number to its row: copied to another, it does not open.
func resultPlace(batchNo string, no int) string { return fmt.Sprintf("%s/%d", batchNo, no) }

// SealResultNumber encrypts the ID number of a row.
func SealResultNumber(keys *vault.Keyring, batchNo string, no int, number string) string {
	return keys.Seal(resultNumber, resultPlace(batchNo, no), []byte(number))
}

// OpenResultNumber decrypts the ID number of a row or of its certificate; the caller records the reading.
func OpenResultNumber(keys *vault.Keyring, batchNo string, no int, sealed string) (string, error) {
	plain, err := keys.Open(resultNumber, resultPlace(batchNo, no), sealed)
	return string(plain), err
}
