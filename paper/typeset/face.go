package typeset

import (
	"fmt"
	"sync"

	"github.com/signintech/gopdf"

	"jiangxin/paper/fonts"
)

// face is one parsed font. It is read-only after parsing.
type face struct {
	name  string
	width map[rune]float64 // advance of each character that the font has, in em
}

// typefaces are the parsed fonts of the process: parsing is the dear part, so it is done once.
type typefaces struct {
	container     *gopdf.FontContainer // hands each document its own view on the parsed fonts
	regular, bold []*face              // in order of preference
}

var loadTypefaces = sync.OnceValues(parseTypefaces)

func parseTypefaces() (*typefaces, error) {
	t := &typefaces{container: &gopdf.FontContainer{}}
	load := func(name string, data []byte) (*face, error) {
		f, err := parseFace(name, data)
		if err != nil {
			return nil, fmt.Errorf("parse font %s: %w", name, err)
		}
		return f, t.container.AddTTFFontData(name, data)
	}
	regular, err := load("SongRegular", fonts.Regular)
	if err != nil {
		return nil, err
	}
	bold, err := load("SongBold", fonts.Bold)
	if err != nil {
		return nil, err
	}
	rare, err := load("SongRare", fonts.Rare)
	if err != nil {
		return nil, err
	}
	t.regular = []*face{regular, rare}
	t.bold = []*face{bold, regular, rare}
	return t, nil
}

// parseFace lists the characters of a font with their widths from its full character map.
func parseFace(name string, data []byte) (*face, error) {
	var font gopdf.SubsetFontObj
	if err := font.SetTTFData(data); err != nil {
		return nil, err
	}
	groups := font.GetTTFParser().GroupingTables()
	if len(groups) == 0 {
		return nil, fmt.Errorf("no character map of format 12")
	}
	f := &face{name: name, width: make(map[rune]float64, 1<<14)}
	for _, g := range groups {
		for code := g.StartCharCode; code <= g.EndCharCode; code++ {
			if glyph := g.GlyphID + code - g.StartCharCode; glyph != 0 {
				f.width[rune(code)] = float64(font.GlyphIndexToPdfWidth(glyph)) / 1000
			}
		}
	}
	return f, nil
}

// find returns the first face of the chain that has r, with r's width in em.
func find(chain []*face, r rune) (*face, float64, bool) {
	for _, f := range chain {
		if w, ok := f.width[r]; ok {
			return f, w, true
		}
	}
	return nil, 0, false
}
