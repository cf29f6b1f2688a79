package evidence

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"

	"jiangxin/domain/fault"
)

// flagEncrypted is the bit of a zip entry's flags that says that a password is needed.
const flagEncrypted = 1

// archive checks that a zip of photos is whole, opens without a password, and is not a bomb: every entry is read
// to its end, so lengths that lie and checksums that fail are noticed. What the entries are is the matter of
// whoever reads them.
func (i *Inspector) archive(file io.ReaderAt, size int64) error {
	found, err := zip.NewReader(file, size)
	if err != nil {
		return truncated(err)
	}
	if len(found.File) == 0 {
		return bad(fault.BadFile, ReasonEmpty, "压缩包里没有文件，请重新打包后上传", "the zip holds no files; pack it anew and upload it again", nil)
	}
	if len(found.File) > i.limits.ArchiveEntries {
		return unreadable(fmt.Errorf("%d entries", len(found.File)))
	}
	left := i.limits.ArchiveBytes
	for _, entry := range found.File {
		if entry.Flags&flagEncrypted != 0 {
			return bad(fault.BadFile, ReasonEncrypted,
				"压缩包设有密码，请去除密码后重新打包上传", "the zip has a password; pack it without one and upload it again", nil)
		}
		if entry.UncompressedSize64 > uint64(left) {
			return unreadable(errors.New("it unpacks to more than the limit"))
		}
		n, err := extract(io.Discard, entry, left)
		if err != nil {
			return err
		}
		left -= n
	}
	return nil
}
