package paper_test

import (
	"os"
	"path/filepath"
	"testing"

	"jiangxin/paper"
)

// With PAPERS set to a folder the papers are also left there, to be looked at.
func TestEveryKindRendersWithoutWarnings(t *testing.T) {
	t.Parallel()
	for _, d := range samples() {
		pdf, warnings, err := paper.Render(d)
		if err != nil {
			t.Fatalf("%s: %v", d.Kind(), err)
		}
		if len(warnings) > 0 {
			t.Errorf("%s: warnings %v", d.Kind(), warnings)
		}
		if dir := os.Getenv("PAPERS"); dir != "" {
			if err := os.WriteFile(filepath.Join(dir, string(d.Kind())+".pdf"), pdf, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
