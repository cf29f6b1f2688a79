package typeset

import (
	"strings"
	"unicode"
)

// 禁则: characters that must not begin a line, and those that must not end one.
const (
	noLineStart = "。，、；：？！）》」』】〕〉”’…—～·％‰℃°.,;:?!)]}%"
	noLineEnd   = "（《「『【〔〈“‘([{￥$№"
)

// line is one broken line.
type line struct {
	glyphs []glyph
	runsOn bool // the text goes on after it without a line break of its own: it may be justified
	foot   bool // it belongs to the foot of a table cell
}

// breakLines fills lines of the given width in em; the first is shorter by indent. Words of Latin letters
// and digits stay whole where they fit into a line. No character is lost but spaces at a break.
func breakLines(glyphs []glyph, width, indent float64) []line {
	var lines []line
	room := width - indent
	for len(glyphs) > 0 {
		n := fit(glyphs, room)
		end, next := n, n
		for end > 0 && next < len(glyphs) && isSpace(glyphs[end-1].r) {
			end--
		}
		for next < len(glyphs) && isSpace(glyphs[next].r) {
			next++
		}
		lines = append(lines, line{glyphs: glyphs[:end], runsOn: next < len(glyphs)})
		glyphs, room = glyphs[next:], width
	}
	if len(lines) == 0 {
		lines = append(lines, line{})
	}
	return lines
}

// fit returns how many glyphs go on a line: up to the last allowed break within room, or, where a word
// is longer than the line, as many as have room; at least one.
func fit(glyphs []glyph, room float64) int {
	const slack = 1e-6
	var used float64
	last := 0
	for i, g := range glyphs {
		if used+g.width > room+slack && !isSpace(g.r) {
			if last > 0 {
				return last
			}
			return cut(glyphs, max(i, 1))
		}
		used += g.width
		if i+1 < len(glyphs) && mayBreak(g, glyphs[i+1]) {
			last = i + 1
		}
	}
	return len(glyphs)
}

// cut returns where to cut a word that is longer than the line, at most at n: inside the word, but not
// next to a mark that 禁则 forbids there, unless there is nothing but such marks.
func cut(glyphs []glyph, n int) int {
	for at := n; at > 0 && at < len(glyphs); at-- {
		if !glyphs[at].tied && !strings.ContainsRune(noLineStart, glyphs[at].r) && !strings.ContainsRune(noLineEnd, glyphs[at-1].r) {
			return at
		}
	}
	return n
}

// mayBreak says whether a line may end between the two glyphs.
func mayBreak(before, after glyph) bool {
	if after.tied || isSpace(after.r) {
		return false
	}
	if isSpace(before.r) {
		return true
	}
	if strings.ContainsRune(noLineEnd, before.r) || strings.ContainsRune(noLineStart, after.r) {
		return false
	}
	return !inWord(before.r) || !inWord(after.r)
}

// inWord says whether r is part of a word that stays on one line: Latin and its kin, not the full-width
// scripts, nor the marks that Chinese shares with Latin, such as “ and ……
func inWord(r rune) bool {
	const marksFrom, marksTo, full = 0x2010, 0x206F, 0x2E80
	return r < full && (r < marksFrom || r > marksTo) && !isSpace(r) && !unicode.In(r, unicode.So, unicode.Sm)
}

func isSpace(r rune) bool { return r == ' ' || r == '\u3000' }
