package roster

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"jiangxin/domain/fault"
)

// Bounds of a workbook (settings): two thousand people take less than a tenth of it.
const (
	partLimit    = 8 << 20 // bytes of one part, unpacked
	wholeLimit   = 24 << 20
	partsLimit   = 300
	stringsLimit = 200_000 // texts that cells share
)

// book is an unpacked workbook. It is read here and not by a library for spreadsheets, because those make room
// for every row up to the last one that a file names.
type book struct {
	parts   map[string]*zip.File
	strings []string
	epoch   int // days by which serial dates are shifted: 1462 for workbooks that count from 1904
}

func bad(zh, en string, cause error) error {
	f := fault.New(fault.BadFile, zh, en)
	if cause != nil {
		f = f.Because(cause)
	}
	return f
}

func unreadable(cause error) error {
	return bad("文件无法读取，请用 Excel 或 WPS 另存为 .xlsx 后重试", "The file cannot be read; save it as .xlsx from a spreadsheet program and try again", cause)
}

func openBook(data []byte) (*book, error) {
	if bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}) {
		return nil, bad("文件已加密，或是旧版 .xls，请取消密码并另存为 .xlsx 后重试", "The file is encrypted or an old .xls; save it as .xlsx without a password and try again", nil)
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, bad("这不是 .xlsx 文件，请下载模板填写后上传", "This is no .xlsx file; fill in the template and upload it", err)
	}
	if len(archive.File) > partsLimit {
		return nil, unreadable(fmt.Errorf("%d parts", len(archive.File)))
	}
	b := &book{parts: map[string]*zip.File{}}
	var whole uint64
	for _, part := range archive.File {
		whole += min(part.UncompressedSize64, wholeLimit+1)
		b.parts[strings.TrimPrefix(strings.ReplaceAll(part.Name, `\`, "/"), "/")] = part
	}
	if whole > wholeLimit {
		return nil, tooLarge()
	}
	return b, nil
}

func tooLarge() error {
	return fault.New(fault.TooLarge, "工作簿展开后过大，请只保留人员名单后重试", "The workbook unpacks to too much; keep the staff lists alone and try again")
}

// part reads one part of the workbook; nothing when it is not there.
func (b *book) part(name string) ([]byte, error) {
	entry, found := b.parts[name]
	if !found {
		return nil, nil
	}
	r, err := entry.Open()
	if err != nil {
		return nil, unreadable(err)
	}
	defer func() { _ = r.Close() }()
	raw, err := io.ReadAll(io.LimitReader(r, partLimit+1))
	switch {
	case err != nil:
		return nil, unreadable(err)
	case len(raw) > partLimit:
		return nil, tooLarge()
	}
	return raw, nil
}

// into reads a part that must be there as XML.
func (b *book) into(name string, value any) error {
	raw, err := b.part(name)
	if err != nil {
		return err
	}
	if raw == nil {
		return bad("这不是 .xlsx 工作簿，请下载模板填写后上传", "This is no .xlsx workbook; fill in the template and upload it", errors.New("no "+name))
	}
	if err := xml.Unmarshal(raw, value); err != nil {
		return unreadable(err)
	}
	return nil
}

// workbook is the part that names the sheets.
type workbook struct {
	Properties struct {
		Date1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string `xml:"name,attr"`
		State string `xml:"state,attr"`
		ID    string `xml:"id,attr"`
	} `xml:"sheets>sheet"`
}

type relations struct {
	List []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// lists finds the part of the sheet with the lists, by its name or else the first that is not hidden, and reads
// the texts that cells share.
func (b *book) lists() (string, error) {
	var names workbook
	var places relations
	if err := b.into("xl/workbook.xml", &names); err != nil {
		return "", err
	}
	if err := b.into("xl/_rels/workbook.xml.rels", &places); err != nil {
		return "", err
	}
	if names.Properties.Date1904 == "1" || names.Properties.Date1904 == "true" {
		b.epoch = 1462
	}
	chosen := ""
	for _, sheet := range names.Sheets {
		if sheet.Name == listSheet || chosen == "" && (sheet.State == "" || sheet.State == "visible") {
			chosen = sheet.ID
		}
	}
	found := ""
	for _, place := range places.List {
		at := path.Join("xl", place.Target)
		if strings.HasPrefix(place.Target, "/") {
			at = strings.TrimPrefix(place.Target, "/")
		}
		switch {
		case place.ID == chosen:
			found = at
		case strings.HasSuffix(place.Type, "/sharedStrings") && b.strings == nil: // a file names them once
			if err := b.readStrings(at); err != nil {
				return "", err
			}
		}
	}
	if found == "" {
		return "", bad("工作簿中没有可读的工作表，请下载模板填写后上传", "The workbook holds no sheet; fill in the template and upload it", nil)
	}
	return found, nil
}

// readStrings reads the texts that cells share. Phonetic guides (rPh) are no part of a text.
func (b *book) readStrings(name string) error {
	raw, err := b.part(name)
	if err != nil || raw == nil {
		return err
	}
	decoder := xml.NewDecoder(bytes.NewReader(raw))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return unreadable(err)
		}
		element, starts := token.(xml.StartElement)
		if !starts || element.Name.Local != "si" {
			continue
		}
		if len(b.strings) == stringsLimit {
			return tooLarge()
		}
		var item richText
		if err := decoder.DecodeElement(&item, &element); err != nil {
			return unreadable(err)
		}
		b.strings = append(b.strings, shortened(item.text()))
	}
}

// richText is a text in one piece or in runs of different looks.
type richText struct {
	Plain string `xml:"t"`
	Runs  []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (r richText) text() string {
	var whole strings.Builder
	whole.WriteString(r.Plain)
	for _, run := range r.Runs {
		whole.WriteString(run.Text)
	}
	return whole.String()
}
