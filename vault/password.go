package vault

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"

	"golang.org/x/crypto/argon2"

	"jiangxin/domain/fault"
)

// PasswordLimit is the length in bytes above which a password is refused unread, so that nobody can
// make the server hash megabytes.
const PasswordLimit = 1024

// PasswordCost is what one argon2id hash costs (setting). Raising it makes NeedsRehash true for the
// hashes made before; they still verify.
type PasswordCost struct {
	MemoryKiB uint32 // memory in KiB
	Passes    uint32 // passes over the memory
	Lanes     uint8  // parallel lanes
}

// DefaultPasswordCost is the second choice of RFC 9106, section 4: 64 MiB, three passes, four lanes.
func DefaultPasswordCost() PasswordCost {
	return PasswordCost{MemoryKiB: 64 << 10, Passes: 3, Lanes: 4}
}

// costCeiling bounds what a stored hash may ask for, so that a damaged or planted row cannot take
// the server's memory.
var costCeiling = PasswordCost{MemoryKiB: 1 << 20, Passes: 64, Lanes: 64}

const (
	passwordSaltSize = 16
	passwordHashSize = 32
)

// Passwords hashes and verifies passwords. At most `parallel` hashes run at once, so that a burst of
// sign-ins waits instead of exhausting memory (parallel × cost.MemoryKiB is the bound).
type Passwords struct {
	cost  PasswordCost
	slots chan struct{}
	dummy string
}

// NewPasswords checks the settings and returns the hasher.
func NewPasswords(cost PasswordCost, parallel int) (*Passwords, error) {
	if err := cost.check(); err != nil || parallel < 1 {
		return nil, fault.New(fault.Invalid,
			"口令散列参数超出范围：内存 8 KiB×通道数 至 1 GiB，轮数 1–64，通道 1–64，并发至少 1",
			"the password settings are out of range: memory from 8 KiB per lane to 1 GiB, passes and lanes 1 to 64, at least 1 in parallel").Because(err)
	}
	p := &Passwords{cost: cost, slots: make(chan struct{}, parallel)}
	p.dummy = encodePHC(cost, make([]byte, passwordSaltSize), make([]byte, passwordHashSize))
	return p, nil
}

// Hash returns the password's PHC string, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
func (p *Passwords) Hash(ctx context.Context, password string) (string, error) {
	if len(password) > PasswordLimit {
		return "", fault.New(fault.Invalid, "密码过长，请缩短到 1024 字节以内", "the password is too long; use at most 1024 bytes")
	}
	salt := make([]byte, passwordSaltSize)
	rand.Read(salt)
	hash, err := p.derive(ctx, password, salt, p.cost, passwordHashSize)
	if err != nil {
		return "", err
	}
	return encodePHC(p.cost, salt, hash), nil
}

// Verify says whether the password belongs to the PHC string, in time that does not depend on where
// they differ. The error is Internal for a string that is no usable argon2id hash, Unavailable when
// ctx ends while waiting for a slot.
func (p *Passwords) Verify(ctx context.Context, phc, password string) (bool, error) {
	if len(password) > PasswordLimit {
		return false, nil
	}
	cost, salt, want, err := decodePHC(phc)
	if err != nil {
		return false, fault.New(fault.Internal,
			"账号的密码记录已损坏，请管理员重设密码",
			"the stored password record is damaged; have an administrator reset the password").Because(err)
	}
	got, err := p.derive(ctx, password, salt, cost, uint32(len(want)))
	if err != nil {
		return false, err
	}
	return subtle.ConstantTimeCompare(got, want) == 1, nil
}

// VerifyNobody spends what Verify spends and says no: for a sign-in name that does not exist, so
// that the answer's time does not tell.
func (p *Passwords) VerifyNobody(ctx context.Context, password string) error {
	_, err := p.Verify(ctx, p.dummy, password)
	return err
}

// NeedsRehash says whether the stored hash was made at another cost than the present setting; hash
// the password again at the next successful sign-in.
func (p *Passwords) NeedsRehash(phc string) bool {
	cost, _, _, err := decodePHC(phc)
	return err != nil || cost != p.cost
}

func (p *Passwords) derive(ctx context.Context, password string, salt []byte, cost PasswordCost, size uint32) ([]byte, error) {
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	case <-ctx.Done():
		return nil, fault.New(fault.Unavailable,
			"登录请求过多，请稍后再试", "too many people are signing in; try again in a moment").Because(ctx.Err())
	}
	return argon2.IDKey([]byte(password), salt, cost.Passes, cost.MemoryKiB, cost.Lanes, size), nil
}

func (c PasswordCost) check() error {
	switch {
	case c.Passes < 1 || c.Passes > costCeiling.Passes:
		return errors.New("passes out of range")
	case c.Lanes < 1 || c.Lanes > costCeiling.Lanes:
		return errors.New("lanes out of range")
	case c.MemoryKiB < 8*uint32(c.Lanes) || c.MemoryKiB > costCeiling.MemoryKiB:
		return errors.New("memory out of range")
	}
	return nil
}
