package api

import (
	"context"
	"time"

	"github.com/google/uuid"

	"jiangxin/domain/fault"
)

// How passwords are protected against trying (settings).
const (
	attemptLimit = 5                // wrong passwords in a row until no more is judged
	lockTime     = 15 * time.Minute // how long that stays so, from the last of them
)

// claimAttempt must come before every look at a password, and forgetAttempts after every right one: so the
// limit holds for however many arrive at once, at the sign-in and wherever a signed-in person is asked again.
func (s *Server) claimAttempt(ctx context.Context, subject uuid.UUID) error {
	now := s.now()
	until, claimed, err := s.store.ClaimAttempt(ctx, subject, attemptLimit, now, now.Add(lockTime))
	if err != nil || claimed {
		return err
	}
	return fault.New(fault.LockedOut, "密码连续输错，账号已锁定，请十五分钟后再试或联系管理员",
		"Too many wrong passwords; the account is locked, try again in fifteen minutes or ask an administrator").
		With("until", until.UTC().Format(time.RFC3339))
}

// forgetAttempts lets the count begin again.
func (s *Server) forgetAttempts(ctx context.Context, subject uuid.UUID) error {
	return s.store.ForgetAttempts(ctx, subject)
}

// stranger is under what the attempts on a name that nobody has are counted. It tells nobody the name, which
// may be a password that was typed into the wrong field.
func (s *Server) stranger(login string) uuid.UUID {
	return uuid.NewSHA1(uuid.NameSpaceOID, []byte(s.digester.Digest("login", login)))
}
