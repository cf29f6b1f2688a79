package typeset

import (
	"fmt"
	"sync"

	"jiangxin/paper/fonts"
	"jiangxin/paper/pdf"
)

// Typefaces are the fonts that a sheet is set in: for each weight some faces in order of preference. They are
// read-only and safe for concurrent use.
type Typefaces struct{ regular, bold []*pdf.Font }

// loadTypefaces parses the fonts: that is the dear part, so it is done once in a process.
var loadTypefaces = sync.OnceValues(func() (*Typefaces, error) {
	var fault error
	parse := func(name string, data []byte) *pdf.Font {
		f, err := pdf.ParseFont(name, data)
		if err != nil && fault == nil {
			fault = fmt.Errorf("parse font %s: %w", name, err)
		}
		return f
	}
	regular, bold, rare := parse("SongRegular", fonts.Regular), parse("SongBold", fonts.Bold), parse("SongRare", fonts.Rare)
	return &Typefaces{regular: []*pdf.Font{regular, rare}, bold: []*pdf.Font{bold, regular, rare}}, fault
})

// Standing returns the typefaces with two faces in front that hold what all papers of a kind have in common. They are
// embedded as they are, so that a paper is made quickly; what is drawn looks the same.
func Standing(regular, bold string) (*Typefaces, error) {
	t, err := loadTypefaces()
	if err != nil {
		return nil, err
	}
	return &Typefaces{
		regular: append([]*pdf.Font{t.regular[0].Standing(regular)}, t.regular...),
		bold:    append([]*pdf.Font{t.bold[0].Standing(bold)}, t.bold...),
	}, nil
}

// find returns the first face of the chain that has r, with r's width in em.
func find(chain []*pdf.Font, r rune) (*pdf.Font, float64, bool) {
	for _, f := range chain {
		if w, ok := f.Advance(r); ok {
			return f, w, true
		}
	}
	return nil, 0, false
}
