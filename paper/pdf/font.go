package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// Font is one parsed TrueType font. It is read-only and safe for concurrent use.
type Font struct {
	name   string
	glyphs map[rune]uint16 // of every character that the font has
	tables map[string][]byte
	loca   []uint32 // where each glyph begins in glyf, and the end of the last
	wide   int      // glyphs with an advance of their own; the others have the last one's
	em     float64  // units of one em
	fixed  *cut     // the one program that is embedded, where the characters are fixed
}

var errFont = errors.New("not a TrueType font of the shape that the papers use")

// ParseFont reads a TrueType font with a full character map (format 12), under the name that files are to show.
// The data must not change afterwards.
func ParseFont(name string, data []byte) (*Font, error) {
	f := &Font{name: name, glyphs: map[rune]uint16{}, tables: map[string][]byte{}}
	if len(data) < 12 {
		return nil, errFont
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := 12 + 16*i
		if entry+16 > len(data) {
			return nil, errFont
		}
		from, length := binary.BigEndian.Uint32(data[entry+8:]), binary.BigEndian.Uint32(data[entry+12:])
		if uint64(from)+uint64(length) > uint64(len(data)) {
			return nil, errFont
		}
		f.tables[string(data[entry:entry+4])] = data[from : from+length]
	}
	for tag, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "cmap": 4, "loca": 2, "hmtx": 4, "glyf": 1} {
		if len(f.tables[tag]) < least {
			return nil, fmt.Errorf("%w: table %s", errFont, tag)
		}
	}
	f.em = float64(binary.BigEndian.Uint16(f.tables["head"][18:]))
	f.wide = int(binary.BigEndian.Uint16(f.tables["hhea"][34:]))
	if f.em == 0 || f.wide == 0 || len(f.tables["hmtx"]) < 4*f.wide {
		return nil, errFont
	}
	if err := f.readLoca(); err != nil {
		return nil, err
	}
	return f, f.readCharacters()
}

func (f *Font) readLoca() error {
	count := int(binary.BigEndian.Uint16(f.tables["maxp"][4:])) + 1
	loca := f.tables["loca"]
	short := binary.BigEndian.Uint16(f.tables["head"][50:]) == 0
	f.loca = make([]uint32, count)
	if len(loca) < count*2 || !short && len(loca) < count*4 {
		return errFont
	}
	for i := range f.loca {
		if short {
			f.loca[i] = 2 * uint32(binary.BigEndian.Uint16(loca[2*i:]))
		} else {
			f.loca[i] = binary.BigEndian.Uint32(loca[4*i:])
		}
		if i > 0 && f.loca[i] < f.loca[i-1] || f.loca[i] > uint32(len(f.tables["glyf"])) {
			return errFont
		}
	}
	return nil
}

func (f *Font) readCharacters() error {
	cmap := f.tables["cmap"]
	for i := range int(binary.BigEndian.Uint16(cmap[2:])) {
		entry := 4 + 8*i
		if entry+8 > len(cmap) {
			return errFont
		}
		table := cmap[min(int(binary.BigEndian.Uint32(cmap[entry+4:])), len(cmap)):]
		if len(table) < 16 || binary.BigEndian.Uint16(table) != 12 {
			continue
		}
		groups := int(binary.BigEndian.Uint32(table[12:]))
		if len(table) < 16+12*groups {
			return errFont
		}
		for g := range groups {
			at := table[16+12*g:]
			first, last, glyph := binary.BigEndian.Uint32(at), binary.BigEndian.Uint32(at[4:]), binary.BigEndian.Uint32(at[8:])
			for code := first; code <= last; code++ {
				if id := glyph + code - first; id != 0 && int(id)+1 < len(f.loca) {
					f.glyphs[rune(code)] = uint16(id)
				}
			}
		}
		return nil
	}
	return fmt.Errorf("%w: no character map of format 12", errFont)
}

// Advance is the width of a character in em; false where the font does not have it.
func (f *Font) Advance(r rune) (em float64, found bool) {
	glyph, found := f.glyphs[r]
	return float64(f.width(glyph)) / 1000, found
}

// Name is the name that files show.
func (f *Font) Name() string { return f.name }

// Characters is how many characters the font has.
func (f *Font) Characters() int { return len(f.glyphs) }

// width is the advance of a glyph in thousandths of an em, as files state it.
func (f *Font) width(glyph uint16) int {
	at := min(int(glyph), f.wide-1)
	return int(math.Round(float64(binary.BigEndian.Uint16(f.tables["hmtx"][4*at:])) * 1000 / f.em))
}

// outline is the glyph's own data; empty for a blank.
func (f *Font) outline(glyph uint16) []byte { return f.tables["glyf"][f.loca[glyph]:f.loca[glyph+1]] }

// Standing returns the same font with the characters of the text only. Its program is made once and goes as it is
// into every file that uses it: right for the words that all papers of a kind have, and much quicker.
func (f *Font) Standing(text string) *Font {
	u := newUse(f)
	s := &Font{name: f.name, glyphs: map[rune]uint16{}, tables: f.tables, loca: f.loca, wide: f.wide, em: f.em}
	for _, r := range text {
		if glyph, found := f.glyphs[r]; found {
			s.glyphs[r] = glyph
			u.code(r)
		}
	}
	s.fixed = u.cut(bestSize)
	s.fixed.use = u
	return s
}
