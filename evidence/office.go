package evidence

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"

	"jiangxin/domain/fault"
)

// mainPart is the content type that the main part of each Office format declares in
// [Content_Types].xml (ECMA-376, part 1); a file with macros declares another.
var mainPart = map[Type]string{
	DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
	XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}

const contentTypes = "[Content_Types].xml"

// office checks that the file is a whole zip, not a bomb, without macros, and of its kind. Every
// entry is read to its end, so lengths that lie and checksums that fail are noticed.
func (i *Inspector) office(kind Type, file io.ReaderAt, size int64) error {
	archive, err := zip.NewReader(file, size)
	if err != nil {
		return truncated(err)
	}
	if len(archive.File) > i.limits.Entries {
		return unreadable(fmt.Errorf("%d entries", len(archive.File)))
	}
	var declared string
	left := i.limits.Uncompressed
	for _, entry := range archive.File {
		if strings.HasSuffix(strings.ToLower(entry.Name), "vbaproject.bin") {
			return bad(fault.BadFile, ReasonMacros,
				"文件含有宏，请另存为不含宏的 .docx 或 .xlsx", "the file holds macros; save it without them as .docx or .xlsx", nil)
		}
		var text strings.Builder
		into := io.Discard
		if entry.Name == contentTypes {
			into = &text
		}
		n, err := extract(into, entry, left)
		if err != nil {
			return err
		}
		left -= n
		declared += text.String()
	}
	if !strings.Contains(declared, mainPart[kind]) {
		return bad(fault.BadFile, ReasonMislabel,
			"文件内容与扩展名不符，请用 Word 或 Excel 另存后上传",
			"the file's content is not what its name says; save it from Word or Excel and upload it again",
			errors.New("no main part of the kind"))
	}
	return nil
}

// contentTypesLimit is far above any real [Content_Types].xml, which is kept in memory.
const contentTypesLimit = 1 << 20

func extract(into io.Writer, entry *zip.File, left int64) (int64, error) {
	if into != io.Discard {
		left = min(left, contentTypesLimit)
	}
	r, err := entry.Open()
	if err != nil {
		return 0, truncated(fmt.Errorf("entry %q: %w", entry.Name, err))
	}
	defer r.Close()
	n, err := io.Copy(into, io.LimitReader(r, left+1))
	if err != nil {
		return 0, truncated(fmt.Errorf("entry %q: %w", entry.Name, err))
	}
	if n > left {
		return 0, unreadable(errors.New("it unpacks to more than the limit"))
	}
	return n, nil
}
