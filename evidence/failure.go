package evidence

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/minio/minio-go/v7"

	"jiangxin/domain/fault"
)

// Reasons stand in an error's Detail under "reason", so that a program can tell apart what one code
// covers. They never change their meaning.
const (
	ReasonEmpty      = "empty"           // the file has no bytes
	ReasonTooLarge   = "too_large"       // above the limit in bytes
	ReasonSize       = "size_mismatch"   // not as long as announced
	ReasonDigest     = "digest_mismatch" // another SHA-256 than announced
	ReasonType       = "type"            // not an accepted type of file
	ReasonMislabel   = "mislabelled"     // the content is not what the name says
	ReasonEncrypted  = "encrypted"       // needs a password to open
	ReasonTruncated  = "truncated"       // cut off or damaged
	ReasonUnreadable = "unreadable"      // too deep, too big inside, or against its format
	ReasonMacros     = "macros"          // an Office file with a program in it
	ReasonDimensions = "dimensions"      // an image with too many pixels
	ReasonPages      = "pages"           // a PDF with no or too many pages
	ReasonVirus      = "virus"           // the scanner found something
	ReasonScanner    = "scanner"         // the scanner did not answer
)

func bad(code fault.Code, reason, zh, en string, cause error) *fault.Error {
	return fault.New(code, zh, en).With("reason", reason).Because(cause)
}

// down is the answer while the store cannot do its work. What people entered is in the database or
// still in their browser, so nothing is lost.
func down(cause error) *fault.Error {
	return fault.New(fault.Unavailable,
		"文件存储暂时无法使用，已填写和已提交的内容都没有丢失，请稍后重试",
		"the file store does not answer; nothing that you entered or handed in is lost; try again in a moment").Because(cause)
}

// failed translates an error of the S3 client; doing says what was being done.
func failed(doing string, err error) error {
	if err == nil {
		return nil
	}
	var known *fault.Error
	if errors.As(err, &known) {
		return err
	}
	cause := fmt.Errorf("%s: %w", doing, err)
	answer := minio.ToErrorResponse(err)
	switch {
	case answer.Code == minio.NoSuchKey, answer.Code == minio.NoSuchVersion, answer.Code == minio.MethodNotAllowed:
		return fault.New(fault.NotFound, "文件不存在或尚未上传，请上传后再试",
			"there is no such file, or it is not uploaded yet; upload it and try again").Because(cause)
	case answer.Code == minio.NoSuchUpload:
		return fault.New(fault.NotFound, "这次上传已结束或已过期，请重新上传",
			"this upload has ended or expired; start it again").Because(cause)
	case answer.Code == minio.EntityTooLarge:
		return bad(fault.TooLarge, ReasonTooLarge, "文件过大，请压缩或拆分后再传",
			"the file is too large; compress or split it", cause)
	}
	return down(cause)
}

func exists(err error) bool {
	return err != nil && minio.ToErrorResponse(err).StatusCode == http.StatusPreconditionFailed
}

func missing(err error) bool { return fault.Is(err, fault.NotFound) }
