package activities_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"jiangxin/activities"
	"jiangxin/contract"
	"jiangxin/evidence"
)

// keep opens a real store with a bucket of its own; at another endpoint nobody answers.
func keep(t *testing.T, endpoint string) *evidence.Store {
	t.Helper()
	kept, err := evidence.NewStore(evidence.Config{
		Endpoint: endpoint, AccessKey: setting(t, "JIANGXIN_S3_ACCESS_KEY"), SecretKey: setting(t, "JIANGXIN_S3_SECRET_KEY"),
		Bucket: fmt.Sprintf("test-print-%d", time.Now().UnixNano()),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func setting(t *testing.T, name string) string {
	t.Helper()
	value := os.Getenv(name)
	if value == "" {
		t.Fatalf("%s is not set: this test needs a real S3 store, so run it by `make test` or under `devstack exec --fresh -- go test …`", name)
	}
	return value
}

func newPrinter(t *testing.T, s *story) *activities.Printer {
	t.Helper()
	kept := keep(t, setting(t, "JIANGXIN_S3_ENDPOINT"))
	if err := kept.EnsureBucket(t.Context()); err != nil {
		t.Fatal(err)
	}
	return &activities.Printer{Store: s.Store, Evidence: kept, PublicURL: "https://jx.example.org"}
}

func request(id string) contract.EffectRequest { return contract.EffectRequest{CaseNo: caseNo, ID: id} }

func makePaper(t *testing.T, p *activities.Printer, id string) contract.EffectResult {
	t.Helper()
	out, err := p.RenderPaper(t.Context(), request(id))
	if err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	return out
}

// pdf reads a stored paper back.
func pdf(t *testing.T, p *activities.Printer, key string) []byte {
	t.Helper()
	stored, _, err := p.Evidence.Open(t.Context(), evidence.Ref{Key: key})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = stored.Close() }()
	body, err := io.ReadAll(stored)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// words are the text of a PDF in the order in which it was drawn, without white space.
func words(t *testing.T, body []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, body, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-raw", "-enc", "UTF-8", file, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext (package poppler-utils): %v", err)
	}
	return solid(string(out))
}

func solid(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}
