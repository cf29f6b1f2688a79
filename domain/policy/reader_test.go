package policy_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A setting that nobody reads promises what the product does not do.
func TestEveryParameterIsReadOrWaitsForAProcedureToCome(t *testing.T) {
	t.Parallel()
	constant := constants(t)
	code := readers(t)
	for _, row := range delivered(t).Rows() {
		read := regexp.MustCompile(`policy\.` + constant[row.Key] + `\b`).MatchString(code)
		if decision, isSteps := strings.CutPrefix(row.Key, "steps."); isSteps {
			_, name, _ := strings.Cut(decision, ".")
			read = strings.Contains(code, `"`+name+`"},`) // the tables of decisions, in api/submit.go and domain/certification
		}
		if read == row.Later {
			t.Errorf("%s: read by code %t, marked for later %t", row.Key, read, row.Later)
		}
	}
	for key, name := range constant {
		if _, err := delivered(t).At(day(2026, 1, 1)).Param(key); err != nil {
			t.Errorf("%s (%s) is no parameter: %v", name, key, err)
		}
	}
}

// constants gives the name of each key's constant.
func constants(t *testing.T) map[string]string {
	t.Helper()
	source, err := os.ReadFile("keys.go")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, match := range regexp.MustCompile(`(?m)^\t([A-Z]\w+) += "([a-zA-Z]+\.[a-zA-Z.]+)"`).FindAllStringSubmatch(string(source), -1) {
		names[match[2]] = match[1]
	}
	return names
}

// readers is the source of the packages that take their settings from the book, without tests.
func readers(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	for _, folder := range []string{"api", "store", "worker", "activities", filepath.Join("domain", "certification")} {
		err := filepath.WalkDir(filepath.Join("..", "..", folder), func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			text, err := os.ReadFile(path)
			all.Write(text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}
