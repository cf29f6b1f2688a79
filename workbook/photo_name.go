package workbook

import (
	"archive/zip"
	"encoding/binary"
	"hash/crc32"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/unicode/norm"

	"jiangxin/domain/certification"
)

// PhotoKey is a photo's name as names are compared (certification.PhotoKey), its characters composed, because macOS
// writes them in parts.
func PhotoKey(name string) string { return certification.PhotoKey(norm.NFKC.String(name)) }

// entryName is the name of a zip's entry. Chinese Windows writes it in GBK and says nothing of it; other programs
// write UTF-8 and say nothing of it either, or add it once more in Unicode.
func entryName(entry *zip.File) string {
	const utf8Flag = 0x800
	name := strings.ReplaceAll(entry.Name, `\`, "/")
	if unicodeName, found := unicodeName(entry); found {
		return strings.ReplaceAll(unicodeName, `\`, "/")
	}
	if entry.Flags&utf8Flag != 0 {
		return strings.ToValidUTF8(name, "\uFFFD")
	}
	gbk, err := simplifiedchinese.GB18030.NewDecoder().String(entry.Name) // the characters of GBK, and more
	readable := err == nil && !strings.ContainsRune(gbk, utf8.RuneError)
	if !utf8.ValidString(name) || readable && han(gbk) && !han(name) && !ascii(name) {
		return strings.ReplaceAll(gbk, `\`, "/") // a byte of a character may look like \, so it is decoded first
	}
	return name
}

// unicodeName is what Info-ZIP's field 0x7075 says, where it belongs to the name.
func unicodeName(entry *zip.File) (string, bool) {
	const field, head = 0x7075, 4
	for extra := entry.Extra; len(extra) >= head; {
		kind, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if len(extra) < head+size {
			return "", false
		}
		body := extra[head : head+size]
		if kind == field && size > 5 && body[0] == 1 && binary.LittleEndian.Uint32(body[1:]) == crc32.ChecksumIEEE([]byte(entry.Name)) && utf8.Valid(body[5:]) {
			return string(body[5:]), true
		}
		extra = extra[head+size:]
	}
	return "", false
}

func ascii(name string) bool {
	return strings.IndexFunc(name, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

func han(name string) bool {
	return strings.IndexFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0
}

// junk says that an entry is none of the sender's: folders, and what macOS and Windows put beside files.
func junk(name string) bool {
	base := path.Base(name)
	return strings.HasSuffix(name, "/") || strings.HasPrefix(name, "__MACOSX/") || strings.HasPrefix(base, ".") ||
		strings.EqualFold(base, "thumbs.db") || strings.EqualFold(base, "desktop.ini")
}
