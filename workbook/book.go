package workbook

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"jiangxin/workbook/markup"
)

// Book is an open workbook. It is read here and not by a library for spreadsheets, because those make room for every
// row up to the last one that a file names, and take twice the time.
type Book struct {
	limits  Limits
	parts   map[string]*zip.File
	sheets  []Sheet
	texts   []string // that cells share
	shift   int      // days by which serial dates are shifted: 1462 for workbooks that count from 1904
	left    int64    // bytes that may still be unpacked
	surveys map[string]survey
}

// Sheet is one sheet of a workbook.
type Sheet struct {
	Name   string
	Hidden bool
	part   string
}

// Open opens a workbook. A file that is none, or has a password, is fault.BadFile; one that unpacks to more than its
// bounds is fault.TooLarge.
func Open(source io.ReaderAt, size int64, limits Limits) (*Book, error) {
	head := make([]byte, 4)
	if n, _ := source.ReadAt(head, 0); n == len(head) && string(head) == "\xD0\xCF\x11\xE0" {
		return nil, bad("文件已加密，或是旧版 .xls，请取消密码并另存为 .xlsx 后重试", "The file is encrypted or an old .xls; save it as .xlsx without a password and try again", nil)
	}
	archive, err := openZip(source, size, limits.Parts)
	switch {
	case errors.Is(err, errDirectory):
		return nil, bad("文件中的内容过多(例如图片)，请只保留模板中的表格后重试", "The file holds too much, pictures perhaps; keep the table of the template alone and try again", err)
	case err != nil:
		return nil, bad("这不是 .xlsx 文件，请下载模板填写后上传", "This is no .xlsx file; fill in the template and upload it", err)
	}
	b := &Book{limits: limits, parts: map[string]*zip.File{}, left: limits.Whole, surveys: map[string]survey{}}
	for _, part := range archive.File {
		name := strings.TrimPrefix(strings.ReplaceAll(part.Name, `\`, "/"), "/")
		if b.parts[name] != nil {
			return nil, unreadable(fmt.Errorf("two parts %q", name))
		}
		b.parts[name] = part
	}
	if err := b.weigh(); err != nil {
		return nil, err
	}
	return b, b.index()
}

// weigh refuses a file by the sizes that it declares. Sheets are weighed while they are read, so that whoever sends
// too many rows is told so.
func (b *Book) weigh() error {
	var whole uint64
	for name, part := range b.parts {
		if strings.HasPrefix(name, "xl/worksheets/") {
			continue
		}
		unpacked := min(part.UncompressedSize64, 1<<40)
		whole += unpacked
		if whole > uint64(b.limits.Whole) ||
			unpacked > uint64(b.limits.Fraction) && unpacked/max(part.CompressedSize64, 1) > uint64(b.limits.Ratio) {
			return tooLarge(fmt.Errorf("%q unpacks to %d bytes from %d", name, unpacked, part.CompressedSize64))
		}
	}
	return nil
}

// Sheets lists the sheets in their order.
func (b *Book) Sheets() []Sheet { return b.sheets }

// index reads the list of sheets and the texts that cells share.
func (b *Book) index() error {
	places, shared, err := b.relations()
	if err != nil {
		return err
	}
	err = b.walk("xl/workbook.xml", func(s *markup.Scanner) error {
		switch string(s.Name()) {
		case "workbookPr":
			if on := attribute(s, "date1904"); on == "1" || on == "true" {
				b.shift = 1462
			}
		case "sheet":
			state := attribute(s, "state")
			part, known := places[attribute(s, "id")]
			if known && len(b.sheets) < b.limits.Parts {
				b.sheets = append(b.sheets, Sheet{Name: attribute(s, "name"), Hidden: state != "" && state != "visible", part: part})
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return b.readTexts(shared)
}

// relations finds the parts of the sheets by their keys, and the part of the texts that cells share.
func (b *Book) relations() (sheets map[string]string, shared string, err error) {
	sheets = map[string]string{}
	err = b.walk("xl/_rels/workbook.xml.rels", func(s *markup.Scanner) error {
		if string(s.Name()) != "Relationship" {
			return nil
		}
		kind, target := attribute(s, "Type"), attribute(s, "Target")
		at := path.Join("xl", target)
		if strings.HasPrefix(target, "/") {
			at = strings.TrimPrefix(target, "/")
		}
		switch {
		case strings.HasSuffix(kind, "/worksheet"):
			sheets[attribute(s, "Id")] = at
		case strings.HasSuffix(kind, "/sharedStrings") && shared == "": // a file names them once
			shared = at
		}
		return nil
	})
	return sheets, shared, err
}

func attribute(s *markup.Scanner, name string) string {
	value, _ := s.Attribute(name)
	return string(value)
}

// walk shows every element of a part that must be there.
func (b *Book) walk(name string, show func(*markup.Scanner) error) error {
	part, err := b.open(name)
	if err != nil {
		return err
	}
	defer func() { _ = part.Close() }()
	s := markup.New(part)
	for {
		kind, err := s.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return part.blame(err)
		case kind == markup.Start:
			if err := show(s); err != nil {
				return err
			}
		}
	}
}
