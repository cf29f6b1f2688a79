package store

import (
	"context"
	"time"

	"jiangxin/domain/civil"
)

// CheckedCertificate is what whoever checks a certificate reads of it.
type CheckedCertificate struct {
	Number         string
	Name           string // in full; the caller masks it
	Occupation     string // code
	OccupationName string
	WorkType       string
	Level          string
	IssuedOn       civil.Date
	EnterpriseName string
	FilingNo       string
	Region         string
	Covered        bool        // the body's filing covered this on the day of issue, or on CoveredOn
	CoveredOn      *civil.Date // the last day of the evaluation, where the filing had ended by the issue
	RevokedAt      *time.Time
	RevokedWords   string
}

// Each check is one statement of constant text, which the driver prepares once for each connection, and one index
// answers it. A number with another's name reads like a number that does not exist: one condition, one answer.
const (
	checkColumns = `SELECT number, name, occupation, occupation_name, work_type, level, issued_on, enterprise_name, filing_no, region,
		covered, covered_on, revoked_at, revoked_words FROM certificates WHERE `
	checkNumber = checkColumns + `number = $1 AND name = $2`
	checkToken  = checkColumns + `token = $1`
	checkID     = checkColumns + `id_digest = convert_to($1, 'UTF8') AND name = $2 ORDER BY issued_on DESC, number LIMIT 100`
)

// CheckNumber reads the certificate with this number and holder. No match is fault.NotFound, whichever of the two is
// wrong.
func (s *Store) CheckNumber(ctx context.Context, number, name string) (CheckedCertificate, error) {
	return s.checkOne(ctx, checkNumber, number, name)
}

// CheckToken reads the certificate behind a QR code.
func (s *Store) CheckToken(ctx context.Context, token string) (CheckedCertificate, error) {
	return s.checkOne(ctx, checkToken, token)
}

// CheckID lists all certificates of the holder with this ID number's digest and name, the latest first; none when
// either is wrong.
func (s *Store) CheckID(ctx context.Context, digest, name string) ([]CheckedCertificate, error) {
	return s.check(ctx, checkID, digest, name)
}

func (s *Store) checkOne(ctx context.Context, query string, arguments ...any) (CheckedCertificate, error) {
	found, err := s.check(ctx, query, arguments...)
	if err != nil || len(found) == 0 {
		return CheckedCertificate{}, fail(orMissing(err), "check a certificate")
	}
	return found[0], nil
}

func (s *Store) check(ctx context.Context, query string, arguments ...any) ([]CheckedCertificate, error) {
	found, err := s.public.ask(ctx, query, arguments...)
	return found, fail(err, "check a certificate")
}
