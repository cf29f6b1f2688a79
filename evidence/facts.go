package evidence

import (
	"strconv"

	"github.com/minio/minio-go/v7"
)

// Type is a type of file, by its media type.
type Type string

// The types that may be accepted. Each caller chooses among them for its material.
const (
	PDF  Type = "application/pdf"
	DOCX Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	XLSX Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	JPEG Type = "image/jpeg"
	PNG  Type = "image/png"
	ZIP  Type = "application/zip"
)

const unknownType = "application/octet-stream"

// Facts is what is known of one stored file.
type Facts struct {
	Ref
	Size    int64  // bytes of the file itself, before any encryption
	SHA256  string // of the file itself, in lower-case hexadecimal; empty for sealed files, whose digest could be guessed
	Type    Type
	Pages   int  // of a PDF, else zero
	Scanned bool // a virus scanner saw it; known only from Inspect
	Sealed  bool // it lies encrypted under its case's key
}

// The names of the facts in an object's metadata, as http.Header spells them.
const (
	metaSHA256 = "Sha256"
	metaPages  = "Pages"
	metaSize   = "Plain-Size"
)

func (f Facts) metadata() map[string]string {
	if f.Sealed {
		return map[string]string{metaSize: strconv.FormatInt(f.Size, 10)}
	}
	return map[string]string{metaSHA256: f.SHA256, metaPages: strconv.Itoa(f.Pages)}
}

func factsOf(info minio.ObjectInfo) Facts {
	f := Facts{
		Ref:    Ref{Key: info.Key, VersionID: info.VersionID},
		Size:   info.Size,
		Type:   Type(info.ContentType),
		SHA256: meta(info, metaSHA256),
	}
	f.Pages, _ = strconv.Atoi(meta(info, metaPages))
	if plain, err := strconv.ParseInt(meta(info, metaSize), 10, 64); err == nil {
		f.Size, f.Sealed = plain, true
	}
	return f
}

func meta(info minio.ObjectInfo, name string) string {
	return info.Metadata.Get("X-Amz-Meta-" + name)
}
