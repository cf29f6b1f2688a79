package paper_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

var footerLine = regexp.MustCompile(`[A-Z]{2}[0-9-]+·第\d+页/共\d+页打印时间\d{4}-\d\d-\d\d\d\d:\d\d`)

// pagesOf returns the text of each page in the order in which it was drawn, without white space and footers.
func pagesOf(t *testing.T, pdf []byte) []string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-raw", "-enc", "UTF-8", file, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext (package poppler-utils): %v", err)
	}
	pages := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	for i, p := range pages {
		pages[i] = footerLine.ReplaceAllString(solid(p), "")
	}
	return pages
}

func textOf(t *testing.T, pdf []byte) string { return strings.Join(pagesOf(t, pdf), "") }

func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
