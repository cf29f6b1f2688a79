package vault

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

func encodePHC(cost PasswordCost, salt, hash []byte) string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version,
		cost.MemoryKiB, cost.Passes, cost.Lanes, b64.EncodeToString(salt), b64.EncodeToString(hash))
}

func decodePHC(phc string) (cost PasswordCost, salt, hash []byte, err error) {
	parts := strings.Split(phc, "$")
	if len(phc) > 512 || len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" {
		return cost, nil, nil, errors.New("not an argon2id PHC string")
	}
	if _, err = fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &cost.MemoryKiB, &cost.Passes, &cost.Lanes); err != nil {
		return cost, nil, nil, fmt.Errorf("reading the cost: %w", err)
	}
	if salt, err = base64.RawStdEncoding.Strict().DecodeString(parts[4]); err != nil {
		return cost, nil, nil, fmt.Errorf("reading the salt: %w", err)
	}
	if hash, err = base64.RawStdEncoding.Strict().DecodeString(parts[5]); err != nil {
		return cost, nil, nil, fmt.Errorf("reading the hash: %w", err)
	}
	if cost.check() != nil || len(salt) < 8 || len(hash) < 16 || len(hash) > 64 || encodePHC(cost, salt, hash) != phc {
		return cost, nil, nil, errors.New("the PHC string's version, cost or lengths are not usable")
	}
	return cost, salt, hash, nil
}
