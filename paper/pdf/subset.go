package pdf

import (
	"encoding/binary"
	"fmt"
	"unicode/utf16"
)

// use is what one file shows of a font: its characters in the order in which they came, each with a code of its
// own. Code 0 is the glyph of what is missing.
type use struct {
	font  *Font
	codes map[rune]uint16
	runes []rune   // by code
	glyph []uint16 // by code
}

func newUse(f *Font) *use {
	return &use{font: f, codes: map[rune]uint16{}, runes: []rune{0}, glyph: []uint16{0}}
}

// code is the code of a character; 0 where the font does not have it.
func (u *use) code(r rune) uint16 {
	if code, found := u.codes[r]; found {
		return code
	}
	glyph, found := u.font.glyphs[r]
	if !found {
		return 0
	}
	code := uint16(len(u.glyph))
	u.codes[r] = code
	u.runes, u.glyph = append(u.runes, r), append(u.glyph, glyph)
	return code
}

// cut is what a file embeds of a font.
type cut struct {
	use     *use
	program packed // the font with these glyphs only
	text    packed // the map from codes to text
	widths  []byte
}

func (u *use) cut(level int) *cut {
	c := &cut{program: pack(u.program(), level), text: pack(u.textMap(), level)}
	for _, glyph := range u.glyph {
		c.widths = fmt.Appendf(c.widths, "%d ", u.font.width(glyph))
	}
	return c
}

// The bits of a component of a composite glyph (TrueType, glyf).
const (
	wordArguments  = 0x0001
	oneScale       = 0x0008
	moreComponents = 0x0020
	twoScales      = 0x0040
	matrix         = 0x0080
)

// program writes the font anew with the glyphs in use, and the parts that composite glyphs among them need.
func (u *use) program() []byte {
	f, all := u.font, append([]uint16(nil), u.glyph...)
	place := make(map[uint16]uint16, len(all))
	for code, glyph := range all {
		if _, found := place[glyph]; !found {
			place[glyph] = uint16(code)
		}
	}
	var glyf []byte
	loca := make([]byte, 0, 4*len(all)+4)
	hmtx := make([]byte, 0, 4*len(all))
	for at := 0; at < len(all); at++ {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline := f.outline(all[at])
		from := len(glyf)
		glyf = append(glyf, outline...)
		if len(outline) > 10 && int16(binary.BigEndian.Uint16(outline)) < 0 {
			components(glyf[from:], func(part uint16) uint16 {
				to, found := place[part]
				if !found {
					to = uint16(len(all))
					place[part] = to
					all = append(all, part)
				}
				return to
			})
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		metric := f.tables["hmtx"][4*min(int(all[at]), f.wide-1):]
		hmtx = append(hmtx, metric[0], metric[1])
		if own := int(all[at]); own < f.wide {
			hmtx = append(hmtx, metric[2], metric[3])
		} else {
			hmtx = append(hmtx, f.bearing(own)...)
		}
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	count := uint16(len(all))
	head, hhea, maxp := clone(f.tables["head"]), clone(f.tables["hhea"]), clone(f.tables["maxp"])
	binary.BigEndian.PutUint32(head[8:], 0)
	binary.BigEndian.PutUint16(head[50:], 1)
	binary.BigEndian.PutUint16(hhea[34:], count)
	binary.BigEndian.PutUint16(maxp[4:], count)
	return assemble([]table{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}})
}

// bearing is the left side bearing of a glyph without an advance of its own.
func (f *Font) bearing(glyph int) []byte {
	at := 4*f.wide + 2*(glyph-f.wide)
	if at+2 > len(f.tables["hmtx"]) {
		return []byte{0, 0}
	}
	return f.tables["hmtx"][at : at+2]
}

// components renumbers the parts of a composite glyph in place.
func components(outline []byte, renumber func(uint16) uint16) {
	for at := 10; at+4 <= len(outline); {
		flags := binary.BigEndian.Uint16(outline[at:])
		binary.BigEndian.PutUint16(outline[at+2:], renumber(binary.BigEndian.Uint16(outline[at+2:])))
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&moreComponents == 0 {
			return
		}
	}
}

type table struct {
	tag  string
	data []byte
}

// assemble puts tables, sorted by tag, into one font file.
func assemble(tables []table) []byte {
	size := 12 + 16*len(tables)
	for _, t := range tables {
		size += (len(t.data) + 3) &^ 3
	}
	out := make([]byte, 0, size)
	out = append(out, 0, 1, 0, 0, 0, byte(len(tables)), 0, 64, 0, 2, 0, byte(16*len(tables)-64))
	at := 12 + 16*len(tables)
	for _, t := range tables {
		out = append(out, t.tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(t.data))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	adjust := 0
	for _, t := range tables {
		if t.tag == "head" {
			adjust = len(out) + 8
		}
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[adjust:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(data []byte) uint32 {
	var sum uint32
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	if len(data) > 0 {
		var rest [4]byte
		copy(rest[:], data)
		sum += binary.BigEndian.Uint32(rest[:])
	}
	return sum
}

func clone(b []byte) []byte { return append([]byte(nil), b...) }

// textMap tells readers which text the codes stand for (ToUnicode), in UTF-16, a hundred in a block.
func (u *use) textMap() []byte {
	m := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	const block = 100
	for from := 1; from < len(u.runes); from += block {
		part := u.runes[from:min(from+block, len(u.runes))]
		m = fmt.Appendf(m, "%d beginbfchar\n", len(part))
		for i, r := range part {
			m = append(m, '<')
			m = appendHex(m, uint16(from+i))
			m = append(m, "><"...)
			for _, unit := range utf16.AppendRune(nil, r) {
				m = appendHex(m, unit)
			}
			m = append(m, ">\n"...)
		}
		m = append(m, "endbfchar\n"...)
	}
	return append(m, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

func appendHex(to []byte, v uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(to, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}
