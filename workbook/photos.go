package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"jiangxin/domain/fault"
)

// PhotoLimits bound a zip of photos. All are settings.
type PhotoLimits struct {
	Photos    int   // how many
	Least     int64 // bytes of one photo: a smaller file was shrunk until nobody can be known from it
	Bytes     int64 // most bytes of one photo
	Whole     int64 // of all photos, unpacked
	MinWidth  int   // in pixels
	MinHeight int
	MaxWidth  int
	MaxHeight int
}

// Photos is an open zip of photos. Its directory is in memory, its photos are not; nothing is ever unpacked to a disk.
type Photos struct {
	limits PhotoLimits
	names  []string // as they were written, in their order
	keys   []string // of files, in the order in which they lie in the zip
	files  map[string]*zip.File
	wrong  map[string]fault.Text
}

// Photo is what is known of a photo without unfolding its picture.
type Photo struct {
	Name   string // as it was written, without its folder
	Type   string // image/jpeg or image/png, by its content
	Width  int    // in pixels
	Height int
	Bytes  int64
}

// OpenPhotos opens a zip of photos. A file that is none is fault.BadFile; one that holds more than its bounds, or
// unpacks to more, is fault.TooLarge. What is wrong with single photos is said by Problems and Open.
func OpenPhotos(source io.ReaderAt, size int64, limits PhotoLimits) (*Photos, error) {
	archive, err := openZip(source, size, 4*limits.Photos+100) // macOS writes a second file for each, and there are folders
	switch {
	case errors.Is(err, errDirectory):
		return nil, tooManyPhotos(limits, err)
	case err != nil:
		return nil, bad("这不是 zip 压缩包，请将照片直接压缩为 .zip 后上传（不要用 .rar 或 .7z）", "This is no zip; pack the photos as .zip, not as .rar or .7z", err)
	}
	p := &Photos{limits: limits, files: map[string]*zip.File{}, wrong: map[string]fault.Text{}}
	var whole uint64
	for _, entry := range archive.File {
		name := entryName(entry)
		key := PhotoKey(name)
		if junk(name) || key == "" {
			continue
		}
		p.keep(key, name, entry)
		whole += min(entry.UncompressedSize64, 1<<40)
		if len(p.names) > limits.Photos {
			return nil, tooManyPhotos(limits, nil)
		}
	}
	if whole > uint64(limits.Whole) {
		return nil, fault.New(fault.TooLarge, fmt.Sprintf("照片展开后共超过 %d MiB，请压缩照片后重试", limits.Whole>>20),
			fmt.Sprintf("The photos unpack to more than %d MiB; make them smaller and try again", limits.Whole>>20))
	}
	if len(p.names) == 0 {
		return nil, bad("压缩包中没有照片，请放入 .jpg 或 .png 照片后重试", "The zip holds no photo; put .jpg or .png photos into it", nil)
	}
	return p, nil
}

func tooManyPhotos(limits PhotoLimits, cause error) error {
	return fault.New(fault.TooLarge, fmt.Sprintf("压缩包中的文件超过 %d 个，请分批或只保留照片后重试", limits.Photos),
		fmt.Sprintf("The zip holds more than %d files; send them in parts, or keep the photos alone", limits.Photos)).Because(cause)
}

// keep lists an entry under its name, with what its place in the zip has against it.
func (p *Photos) keep(key, name string, entry *zip.File) {
	const encrypted = 0x1
	p.names = append(p.names, path.Base(name))
	first, twice := p.files[key]
	if !twice {
		p.files[key] = entry
		p.keys = append(p.keys, key)
	}
	switch {
	case twice:
		p.wrong[key] = fault.Text{
			ZH: "同名照片有多张(" + path.Base(entryName(first)) + "、" + path.Base(name) + ")，请只保留一张",
			EN: "More than one photo has this name (" + path.Base(entryName(first)) + ", " + path.Base(name) + "); keep one",
		}
	case entry.Flags&encrypted != 0:
		p.wrong[key] = fault.Text{ZH: "压缩包设有密码，请取消密码后重新压缩", EN: "The zip has a password; pack it again without one"}
	case strings.Count(strings.TrimPrefix(name, "/"), "/") > 1 || slices.Contains(strings.Split(name, "/"), ".."):
		p.wrong[key] = fault.Text{ZH: "照片放在多层文件夹中，请放在压缩包的最外层或一层文件夹内", EN: "The photo lies in folders inside each other; put it at the top or in one folder"}
	case entry.UncompressedSize64 > uint64(p.limits.Bytes):
		p.wrong[key] = p.tooHeavy()
	case entry.UncompressedSize64 == 0:
		p.wrong[key] = fault.Text{ZH: "照片文件是空的，请重新放入", EN: "The photo is empty; put it in again"}
	}
}

func (p *Photos) tooHeavy() fault.Text {
	return fault.Text{
		ZH: fmt.Sprintf("照片超过 %d KiB，请压缩后重新放入", p.limits.Bytes>>10), EN: fmt.Sprintf("The photo is larger than %d KiB; make it smaller", p.limits.Bytes>>10),
	}
}

// Names lists the files of the zip as they are written, in their order.
func (p *Photos) Names() []string { return slices.Clone(p.names) }

// Has says that there is a photo of this name, good or not.
func (p *Photos) Has(name string) bool { return p.files[PhotoKey(name)] != nil }

// Read gives one photo by its name with all its bytes, examined; fault.NotFound where there is none, fault.BadFile or
// another code where it cannot be taken. The sentence says what to do.
func (p *Photos) Read(name string) (Photo, []byte, error) {
	entry, err := p.find(PhotoKey(name))
	if err != nil {
		return Photo{}, nil, err
	}
	r, err := entry.Open()
	if err != nil {
		return Photo{}, nil, brokenPhoto(err)
	}
	defer func() { _ = r.Close() }()
	content, err := io.ReadAll(io.LimitReader(r, p.limits.Bytes+1))
	switch {
	case err != nil:
		return Photo{}, nil, brokenPhoto(err)
	case int64(len(content)) > p.limits.Bytes:
		return Photo{}, nil, faultOf(fault.TooLarge, p.tooHeavy())
	}
	photo, err := p.examine(entry, bytes.NewReader(content))
	return photo, content, err
}

// Examine looks at the beginning of a photo and says what it is, or refuses it as Read does.
func (p *Photos) Examine(name string) (Photo, error) { return p.examineKey(PhotoKey(name)) }

func (p *Photos) examineKey(key string) (Photo, error) {
	entry, err := p.find(key)
	if err != nil {
		return Photo{}, err
	}
	r, err := entry.Open()
	if err != nil {
		return Photo{}, brokenPhoto(err)
	}
	defer func() { _ = r.Close() }()
	return p.examine(entry, io.LimitReader(r, p.limits.Bytes))
}

// Problems examines every photo and gives what is wrong with it, by PhotoKey; nothing for a photo that is good. It reads
// from the zip's beginning to its end; an error is that of the zip's source.
func (p *Photos) Problems() (map[string]fault.Text, error) {
	found := make(map[string]fault.Text, len(p.keys))
	for _, key := range p.keys {
		found[key] = fault.Text{}
		_, err := p.examineKey(key)
		if err == nil {
			continue
		}
		var said *fault.Error
		if !errors.As(err, &said) || said.Code != fault.BadFile && said.Code != fault.UnsupportedType && said.Code != fault.TooLarge {
			return nil, err
		}
		found[key] = said.Text
	}
	return found, nil
}

func (p *Photos) find(key string) (*zip.File, error) {
	entry, found := p.files[key]
	if !found {
		return nil, fault.New(fault.NotFound, "压缩包中没有这张照片，请核对照片文件名", "The zip holds no such photo; check the file name")
	}
	if text, wrong := p.wrong[key]; wrong {
		return nil, faultOf(fault.BadFile, text)
	}
	return entry, nil
}

func faultOf(code fault.Code, text fault.Text) error { return fault.New(code, text.ZH, text.EN) }

func brokenPhoto(cause error) error {
	return bad("照片无法读取，请重新保存后放入压缩包", "The photo cannot be read; save it again and pack it again", cause)
}
