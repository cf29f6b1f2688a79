package evidence

import (
	"fmt"
	"regexp"
	"strings"

	"jiangxin/domain/fault"
)

const (
	incoming = "incoming/"
	accepted = "evidence/"
	papers   = "papers/"
	sealed   = "sealed/"
)

// plainPart is what one part of a key may hold: no slash, no dot in front, nothing to escape.
var plainPart = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$`)

// IncomingKey is where the upload with this id arrives.
func IncomingKey(uploadID string) string { return incoming + uploadID }

// AcceptedKey is where accepted evidence of the case lives: under its content's SHA-256, so that the
// same file handed in twice is stored once. It is per case, so that no case's retention or erasure
// hangs on another's.
func AcceptedKey(caseNo, sha256 string) string { return accepted + caseNo + "/" + sha256 }

// PaperKey is where a paper that the system made for the case lives.
func PaperKey(caseNo, name string) string { return papers + caseNo + "/" + name }

// SealedKey is where a file of the case with personal data lives.
func SealedKey(caseNo, name string) string { return sealed + caseNo + "/" + name }

// CertificateKey is where the certificate with the number (证书编号) of a batch lives, sealed: one place, so that a
// retry finds what it stored.
func CertificateKey(batchNo, number string) string {
	return sealed + "certificates/" + batchNo + "/" + number + ".pdf"
}

// Ref names one stored object. An empty VersionID means the newest version; whoever relies on
// inspected content names the version.
type Ref struct {
	Key       string
	VersionID string
}

func under(prefix, key string) error {
	rest, found := strings.CutPrefix(key, prefix)
	if found {
		for part := range strings.SplitSeq(rest, "/") {
			found = found && plainPart.MatchString(part)
		}
	}
	if !found {
		return fault.New(fault.Internal, "文件位置有误，请联系管理员", "the file's place in the store is wrong; tell the administrator").
			Because(fmt.Errorf("key %q is not a plain key under %s", key, prefix))
	}
	return nil
}
