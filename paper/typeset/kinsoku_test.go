package typeset

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func shaped(t interface{ Fatal(...any) }, text string) []glyph {
	fonts, err := loadTypefaces()
	if err != nil {
		t.Fatal(err)
	}
	return fonts.shape(text, false, func(Warning) {})
}

func textOf(glyphs []glyph) string {
	var b strings.Builder
	for _, g := range glyphs {
		b.WriteRune(g.r)
	}
	return b.String()
}

// piece is a stretch of text as people write it: some Han characters or a short Latin word, then at most
// two closing marks, perhaps within brackets.
func piece(t *rapid.T) string {
	core := rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("企业职业技能等级认定备案申请材料䶮㛃𬱖")), 1, 9, -1),
		rapid.StringOfN(rapid.RuneFrom([]rune("abcXYZ0123456789-")), 1, 10, -1),
	).Draw(t, "core")
	switch rapid.IntRange(0, 3).Draw(t, "form") {
	case 0:
		core = "《" + core + "》"
	case 1:
		core = "（" + core + "）"
	case 2:
		core = "“" + core + "”"
	}
	return core + rapid.SampledFrom([]string{"", "", "。", "，", "、", "……", "——", "：", " ", "？！"}).Draw(t, "mark")
}

func TestNoLineBeginsOrEndsWithAForbiddenMarkAndNothingIsLost(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.Custom(piece), 1, 30).Draw(t, "pieces"), "")
		width := rapid.Float64Range(12, 40).Draw(t, "width")
		indent := rapid.Float64Range(0, 2).Draw(t, "indent")
		var joined strings.Builder
		for i, l := range breakLines(shaped(t, text), width, indent) {
			got := textOf(l.glyphs)
			joined.WriteString(got)
			room := width
			if i == 0 {
				room -= indent
			} else if first := []rune(got + "x")[0]; strings.ContainsRune(noLineStart, first) {
				t.Fatalf("line %q begins with %q", got, first)
			}
			if runes := []rune("x" + got); l.runsOn && strings.ContainsRune(noLineEnd, runes[len(runes)-1]) {
				t.Fatalf("line %q ends with an opening mark", got)
			}
			if w := widthOf(shaped(t, strings.TrimRight(got, " "))); w > room+1e-6 {
				t.Fatalf("line %q is %.2f em wide in a room of %.2f", got, w, room)
			}
		}
		if a, b := strings.ReplaceAll(joined.String(), " ", ""), strings.ReplaceAll(text, " ", ""); a != b {
			t.Fatalf("lost characters:\n%q\n%q", a, b)
		}
	})
}

func TestAWordLongerThanTheLineIsCutWithoutLoss(t *testing.T) {
	t.Parallel()
	word := strings.Repeat("9f86d081", 40)
	var joined string
	for _, l := range breakLines(shaped(t, word), 10, 0) {
		if widthOf(l.glyphs) > 10 {
			t.Fatalf("line %q is too wide", textOf(l.glyphs))
		}
		joined += textOf(l.glyphs)
	}
	if joined != word {
		t.Fatalf("got %q", joined)
	}
}

func TestOnlyMarksStillMakeProgress(t *testing.T) {
	t.Parallel()
	for _, text := range []string{strings.Repeat("。", 50), strings.Repeat("（", 50), "", "。"} {
		var n int
		for _, l := range breakLines(shaped(t, text), 5, 2) {
			n += len(l.glyphs)
		}
		if want := len([]rune(text)); n != want {
			t.Errorf("%q: %d of %d characters kept", text, n, want)
		}
	}
}

func TestEveryFaceHoldsAtLeastGB2312(t *testing.T) {
	t.Parallel()
	fonts, err := loadTypefaces()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fonts.bold {
		if f.Characters() < 7445 {
			t.Errorf("%s has only %d characters", f.Name(), f.Characters())
		}
	}
}
