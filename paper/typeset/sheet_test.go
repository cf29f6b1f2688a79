package typeset_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"jiangxin/paper/typeset"
)

// read returns the text of a PDF in the order in which it was drawn, page by page, as pdftotext sees it.
func read(t *testing.T, pdf []byte) []string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	var complaints bytes.Buffer
	command := exec.Command("pdftotext", "-raw", "-enc", "UTF-8", file, "-")
	command.Stderr = &complaints
	out, err := command.Output()
	if err != nil {
		t.Fatalf("pdftotext (package poppler-utils): %v %s", err, complaints.String())
	}
	if complaints.Len() > 0 {
		t.Fatalf("pdftotext complains: %s", complaints.String())
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

var footer = regexp.MustCompile(`TEST-1·第\d+页/共\d+页`)

// solid drops white space, which PDF text does not keep, and the footers.
func solid(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	return footer.ReplaceAllString(s, "")
}

func finish(t *testing.T, s *typeset.Sheet) ([]byte, []typeset.Warning) {
	t.Helper()
	pdf, warnings, err := s.Finish()
	if err != nil {
		t.Fatal(err)
	}
	return pdf, warnings
}

func newSheet() *typeset.Sheet {
	return typeset.NewSheet(typeset.Portrait, typeset.Imprint{Title: "试", Number: "TEST-1"})
}

func TestEveryCharacterOfALongMixedTextComesBack(t *testing.T) {
	t.Parallel()
	part := `企业职业技能等级认定（焊工、电工6-31-01-03）：《通知》“谁评价、谁发证、谁负责”；𬱖䶮㛃𫖯犇赟，Name O'Brien <b>x</b>'; DROP TABLE filings;-- 50% ①②√〔2020〕22号——……人⼈`
	var text strings.Builder
	for i := range 120 {
		fmt.Fprintf(&text, "%d%s", i, part)
	}
	s := newSheet()
	s.Paragraph(text.String(), typeset.Body)
	pdf, warnings := finish(t, s)
	pages := read(t, pdf)
	if len(pages) < 5 {
		t.Errorf("only %d pages", len(pages))
	}
	got, want := solid(strings.Join(pages, "")), solid(text.String())
	if got != want {
		t.Fatal(firstDifference(got, want))
	}
	if len(warnings) > 0 {
		t.Errorf("warnings %v", warnings)
	}
}

func firstDifference(got, want string) string {
	g, w := []rune(got), []rune(want)
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			from := max(0, i-10)
			return fmt.Sprintf("at %d: got %q want %q", i, string(g[from:min(len(g), i+20)]), string(w[from:min(len(w), i+20)]))
		}
	}
	return fmt.Sprintf("got %d characters, want %d", len(g), len(w))
}

func TestACharacterThatNoFontHasIsPrintedAsItsCodePoint(t *testing.T) {
	t.Parallel()
	s := newSheet()
	s.Paragraph("𠮷、😀、\u202e反向、\u200b、\x07。", typeset.Body)
	pdf, warnings := finish(t, s)
	got := solid(strings.Join(read(t, pdf), ""))
	if want := "〔U+20BB7〕、〔U+1F600〕、〔U+202E〕反向、〔U+200B〕、〔U+0007〕。"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(warnings) != 5 || warnings[0] != (typeset.Warning{Rune: '𠮷', Text: "〔U+20BB7〕"}) {
		t.Errorf("warnings %v", warnings)
	}
}

func TestATableOverThreePagesRepeatsItsHeadAndKeepsEveryRow(t *testing.T) {
	t.Parallel()
	s := newSheet()
	var rows [][]string
	for i := range 90 {
		rows = append(rows, []string{fmt.Sprintf("行%03d", i), "职业技能等级认定的说明文字，写得足够长，以便在单元格里换行。", "王𬱖"})
	}
	s.Table([]typeset.Column{{Title: "表头甲", Width: 1}, {Title: "表头乙", Width: 3}, {Title: "表头丙", Width: 1}}, rows, typeset.Roomy)
	pdf, _ := finish(t, s)
	pages := read(t, pdf)
	if len(pages) < 3 {
		t.Fatalf("only %d pages", len(pages))
	}
	for i, p := range pages {
		if !strings.HasPrefix(solid(p), "表头甲表头乙表头丙") {
			t.Errorf("page %d begins %q", i+1, p[:40])
		}
		if !strings.Contains(p, fmt.Sprintf("第%d页/共%d页", i+1, len(pages))) {
			t.Errorf("page %d lacks its number", i+1)
		}
	}
	all := solid(strings.Join(pages, ""))
	for _, r := range rows {
		if !strings.Contains(all, solid(strings.Join(r, ""))) {
			t.Errorf("row %s is broken or lost", r[0])
		}
	}
}

func TestARowHigherThanAPageGoesOnWithoutLoss(t *testing.T) {
	t.Parallel()
	s := newSheet()
	var long strings.Builder
	for i := range 900 {
		fmt.Fprintf(&long, "第%d句，说明。", i)
	}
	s.Skip(500)
	s.Table([]typeset.Column{{Title: "甲", Width: 1}, {Title: "乙", Width: 9}}, [][]string{{"项", long.String()}}, typeset.Roomy)
	s.Row([]typeset.Cell{{Text: "意见", Label: true, Width: 1}, {Text: long.String(), Foot: "签名处", Width: 9}}, typeset.Roomy, 80)
	pdf, _ := finish(t, s)
	got := strings.ReplaceAll(solid(strings.Join(read(t, pdf), "")), "甲乙", "")
	want := "项" + long.String() + "意见" + long.String() + "签名处"
	if got != want {
		t.Fatal(firstDifference(got, want))
	}
}

func TestTheFileIsSoundForAStrictReader(t *testing.T) {
	t.Parallel()
	s := newSheet()
	s.Heading(typeset.Heading{Issuer: "某某市人力资源和社会保障局", Title: "标题", Left: "左", Right: "右", Red: true})
	s.QR("https://jiangxin.example/q/1", 100, 300, 80)
	pdf, _ := finish(t, s)
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdfinfo", file).CombinedOutput()
	if err != nil || bytes.Contains(out, []byte("Error")) || !bytes.Contains(out, []byte("Title:           试")) {
		t.Fatalf("pdfinfo: %v\n%s", err, out)
	}
}
