package pdf

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"time"
	"unicode/utf16"
)

// Info is what the file says of itself.
type Info struct {
	Title, Subject, Creator string
	Created                 time.Time // zero: not said
}

// Document is one file being written. It is not safe for concurrent use.
type Document struct {
	info          Info
	width, height float64
	pages         []*Canvas
	uses          []*use
	byFont        map[*Font]int
	shown         []any // *Picture and *Drawing, in the order of their names
	byShown       map[any]int
	out           []byte
	offsets       []int
	err           error
}

// New opens a file whose pages have the given size.
func New(info Info, width, height float64) *Document {
	return &Document{info: info, width: width, height: height, byFont: map[*Font]int{}, byShown: map[any]int{}}
}

// AddPage opens a new page.
func (d *Document) AddPage() *Canvas {
	c := &Canvas{height: d.height, doc: d}
	d.pages = append(d.pages, c)
	return c
}

// Page is the page with the number, from 1; it can still be drawn on.
func (d *Document) Page(number int) *Canvas { return d.pages[number-1] }

func (d *Document) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

func (d *Document) font(f *Font) (name int, u *use) {
	name, found := d.byFont[f]
	if !found {
		name = len(d.uses)
		d.byFont[f] = name
		u := newUse(f)
		if f.fixed != nil {
			u = f.fixed.use
		}
		d.uses = append(d.uses, u)
	}
	return name, d.uses[name]
}

func (d *Document) picture(p *Picture) int { return d.name(p) }
func (d *Document) drawing(p *Drawing) int { return d.name(p) }

func (d *Document) name(shown any) int {
	name, found := d.byShown[shown]
	if !found {
		name = len(d.shown)
		d.byShown[shown] = name
		d.shown = append(d.shown, shown)
	}
	return name
}

// The numbers of the objects: first these three, then what pages share, then the pages.
const (
	objCatalog = 1 + iota
	objInfo
	objPages
	objFirst
)

// objPerFont is how many objects a font takes: itself, its descendant, descriptor, program and text map.
const objPerFont = 5

func (d *Document) fontObject(i int) int  { return objFirst + objPerFont*i }
func (d *Document) shownObject(i int) int { return objFirst + objPerFont*len(d.uses) + i }
func (d *Document) pageObject(i int) int  { return d.shownObject(len(d.shown)) + 2*i }

// Bytes writes the file. It fails where something was drawn that cannot be.
func (d *Document) Bytes() ([]byte, error) {
	if d.err != nil {
		return nil, d.err
	}
	size := 4096
	for _, s := range d.shown {
		size += len(contentOf(s))
	}
	d.out = append(make([]byte, 0, size+64<<10), "%PDF-1.7\n%\xE5\x8C\xA0\xE4\xBF\xA1\n"...)
	d.object("<< /Type /Catalog /Pages %d 0 R /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> >>", objPages)
	d.object("<< /Title %s /Subject %s /Creator %s%s >>", textString(d.info.Title), textString(d.info.Subject), textString(d.info.Creator), d.created())
	d.object("<< /Type /Pages /Count %d /Kids [%s] >>", len(d.pages), references(len(d.pages), d.pageObject))
	for i, u := range d.uses {
		c := u.font.fixed
		if c == nil {
			c = u.cut(bestSpeed)
		}
		d.writeFont(i, u.font, c)
	}
	for _, s := range d.shown {
		d.writeShown(s)
	}
	resources := d.resources()
	for i, p := range d.pages {
		d.object("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %.2f %.2f] /Resources %s /Contents %d 0 R >>", objPages, d.width, d.height, resources, d.pageObject(i)+1)
		d.stream(deflate(p.ops, bestSpeed), "/Filter /FlateDecode")
	}
	start := len(d.out)
	sum := sha256.Sum256(d.out)
	d.out = fmt.Appendf(d.out, "xref\n0 %d\n0000000000 65535 f \n", len(d.offsets)+1)
	for _, at := range d.offsets {
		d.out = fmt.Appendf(d.out, "%010d 00000 n \n", at)
	}
	d.out = fmt.Appendf(d.out, "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%X> <%X>] >>\nstartxref\n%d\n%%%%EOF\n",
		len(d.offsets)+1, objCatalog, objInfo, sum[:16], sum[:16], start)
	return d.out, nil
}

func (d *Document) begin() {
	d.offsets = append(d.offsets, len(d.out))
	d.out = strconv.AppendInt(d.out, int64(len(d.offsets)), 10)
	d.out = append(d.out, " 0 obj\n"...)
}

func (d *Document) object(format string, args ...any) {
	d.begin()
	d.out = fmt.Appendf(d.out, format, args...)
	d.out = append(d.out, "\nendobj\n"...)
}

func (d *Document) stream(content []byte, entries string) {
	d.begin()
	d.out = fmt.Appendf(d.out, "<< /Length %d %s >>\nstream\n", len(content), entries)
	d.out = append(d.out, content...)
	d.out = append(d.out, "\nendstream\nendobj\n"...)
}

func (d *Document) writeFont(i int, f *Font, c *cut) {
	at := d.fontObject(i)
	name := fmt.Sprintf("JXF%c%c%c+%s", 'A'+i/676%26, 'A'+i/26%26, 'A'+i%26, f.name)
	d.object("<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>", name, at+1, at+4)
	d.object("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "+
		"/FontDescriptor %d 0 R /CIDToGIDMap /Identity /DW 1000 /W [0 [%s]] >>", name, at+2, c.widths)
	head, hhea := f.tables["head"], f.tables["hhea"]
	d.object("<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%d %d %d %d] /ItalicAngle 0 /Ascent %d /Descent %d /CapHeight %d /StemV 80 /FontFile2 %d 0 R >>",
		name, f.units(head[36:]), f.units(head[38:]), f.units(head[40:]), f.units(head[42:]), f.units(hhea[4:]), f.units(hhea[6:]), f.units(hhea[4:]), at+3)
	d.stream(c.program.data, fmt.Sprintf("/Length1 %d%s", c.program.length, c.program.filter))
	d.stream(c.text.data, c.text.filter)
}

// units reads a signed length of the font in thousandths of an em.
func (f *Font) units(b []byte) int {
	return int(float64(int16(uint16(b[0])<<8|uint16(b[1]))) * 1000 / f.em)
}

func contentOf(shown any) []byte {
	switch s := shown.(type) {
	case *Picture:
		return s.content
	case *Drawing:
		return s.content
	}
	return nil
}

func (d *Document) writeShown(shown any) {
	switch s := shown.(type) {
	case *Picture:
		d.stream(s.content, s.entries)
	case *Drawing:
		d.stream(s.content, fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Filter /FlateDecode", s.width, s.height))
	}
}

func (d *Document) resources() string {
	text := "<< /Font <<"
	for i := range d.uses {
		text += fmt.Sprintf(" /F%d %d 0 R", i, d.fontObject(i))
	}
	text += " >> /XObject <<"
	for i := range d.shown {
		text += fmt.Sprintf(" /X%d %d 0 R", i, d.shownObject(i))
	}
	return text + " >> >>"
}

func references(n int, object func(int) int) string {
	var text []byte
	for i := range n {
		text = fmt.Appendf(text, "%d 0 R ", object(i))
	}
	return string(text)
}

func (d *Document) created() string {
	if d.info.Created.IsZero() {
		return ""
	}
	_, offset := d.info.Created.Zone()
	sign := '+'
	if offset < 0 {
		sign, offset = '-', -offset
	}
	return fmt.Sprintf(" /CreationDate (D:%s%c%02d'%02d')", d.info.Created.Format("20060102150405"), sign, offset/3600, offset/60%60)
}

// textString is a text for people, in UTF-16 with its mark.
func textString(text string) string {
	b := []byte("<FEFF")
	for _, unit := range utf16.Encode([]rune(text)) {
		b = appendHex(b, unit)
	}
	return string(append(b, '>'))
}
