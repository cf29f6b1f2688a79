package typeset

import (
	"fmt"
	"strings"
	"unicode"

	"jiangxin/paper/pdf"
)

// glyph is one character in the face that draws it.
type glyph struct {
	r     rune
	face  *pdf.Font
	width float64 // em
	tied  bool    // belongs to the character before it: no line break between the two
}

// Warning says that a character could not be drawn and was printed as its code point instead.
type Warning struct {
	Rune rune   `json:"rune"` // the character
	Text string `json:"text"` // what was printed for it, such as 〔U+20BB7〕
}

// shape turns one line of text without line breaks into glyphs. Characters that no face has, and
// invisible ones that could deceive a reader, become their code points; seen is told of each.
func (t *Typefaces) shape(text string, bold bool, seen func(Warning)) []glyph {
	chain := t.regular
	if bold {
		chain = t.bold
	}
	glyphs := make([]glyph, 0, len(text)/2)
	for _, r := range text {
		if f, w, ok := find(chain, r); ok && !unicode.In(r, unicode.Cc, unicode.Cf) {
			glyphs = append(glyphs, glyph{r: r, face: f, width: w})
			continue
		}
		shown := fmt.Sprintf("〔U+%04X〕", r)
		seen(Warning{Rune: r, Text: shown})
		for i, c := range []rune(shown) {
			f, w, _ := find(chain, c)
			glyphs = append(glyphs, glyph{r: c, face: f, width: w, tied: i > 0})
		}
	}
	return glyphs
}

// splitLines cuts text at its own line breaks and turns tabs into spaces.
func splitLines(text string) []string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ").Replace(text)
	return strings.Split(text, "\n")
}

func widthOf(glyphs []glyph) float64 {
	var w float64
	for _, g := range glyphs {
		w += g.width
	}
	return w
}
