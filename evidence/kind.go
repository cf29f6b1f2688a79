package evidence

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gabriel-vasile/mimetype"

	"jiangxin/domain/fault"
)

// endings are the file name endings that each type goes by.
var endings = map[string]Type{".pdf": PDF, ".docx": DOCX, ".xlsx": XLSX, ".jpg": JPEG, ".jpeg": JPEG, ".png": PNG, ".zip": ZIP}

// legacy is what a Word or Excel file from before 2007 is, and also a new one behind a password.
const legacy = "application/x-ole-storage"

// kind is the type that the file's name claims, when it is accepted.
func (w Want) kind() (Type, error) {
	ending := strings.ToLower(filepath.Ext(w.Name))
	kind, known := endings[ending]
	if known && slices.Contains(w.Accept, kind) {
		return kind, nil
	}
	var names []string
	for ending, kind := range endings {
		if slices.Contains(w.Accept, kind) {
			names = append(names, strings.TrimPrefix(ending, "."))
		}
	}
	slices.Sort(names)
	list := strings.Join(names, ", ")
	return "", bad(fault.UnsupportedType, ReasonType,
		fmt.Sprintf("不接受此类文件，请上传：%s", list),
		fmt.Sprintf("files of this type are not accepted; upload one of: %s", list), nil).With("accepted", list)
}

// structure checks that the content is what the name claims, and whole. Only PDFs have pages.
func (i *Inspector) structure(kind Type, file io.ReaderAt, size int64) (pages int, err error) {
	found, err := mimetype.DetectReader(io.NewSectionReader(file, 0, size))
	if err != nil {
		return 0, down(err)
	}
	switch kind {
	case DOCX, XLSX:
		if isA(found, legacy) {
			return 0, bad(fault.BadFile, ReasonEncrypted,
				"文件设有密码或为旧版格式（.doc/.xls），请去除密码并另存为 .docx 或 .xlsx",
				"the file has a password or the old format (.doc, .xls); remove the password and save it as .docx or .xlsx", nil)
		}
		if !isA(found, "application/zip") {
			return 0, mislabelled(found)
		}
		return 0, i.office(kind, file, size)
	case ZIP:
		if !isA(found, string(ZIP)) {
			return 0, mislabelled(found)
		}
		return 0, i.archive(file, size)
	case JPEG, PNG:
		if !found.Is(string(kind)) {
			return 0, mislabelled(found)
		}
		return 0, i.picture(io.NewSectionReader(file, 0, size))
	case PDF:
		if !found.Is(string(kind)) {
			return 0, mislabelled(found)
		}
		return i.pdf(file, size)
	}
	return 0, mislabelled(found)
}

func isA(found *mimetype.MIME, media string) bool {
	for m := found; m != nil; m = m.Parent() {
		if m.Is(media) {
			return true
		}
	}
	return false
}

func mislabelled(found *mimetype.MIME) error {
	return bad(fault.BadFile, ReasonMislabel,
		"文件内容与扩展名不符，请用原程序另存为正确格式后上传",
		"the file's content is not what its name says; save it in the right format and upload it again",
		fmt.Errorf("the content is %s", found)).With("content", found.String())
}

// Name is what people call the type.
func (t Type) Name() string {
	switch t {
	case PDF:
		return "PDF"
	case DOCX:
		return "Word (.docx)"
	case XLSX:
		return "Excel (.xlsx)"
	case JPEG:
		return "JPG"
	case PNG:
		return "PNG"
	case ZIP:
		return "ZIP"
	}
	return string(t)
}
