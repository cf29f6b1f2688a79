package house

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// plan is the import table of docs/architecture.md: for every room, the rooms that it may import.
// Every room may import itself.
var plan = map[string][]string{
	"domain":     {},
	"contract":   {"domain"},
	"workflows":  {"domain", "contract"},
	"activities": {"domain", "contract", "store", "evidence", "paper", "notify", "dispatch", "workbook", "vault"},
	"dispatch":   {"domain", "contract", "store"},
	"store":      {"domain", "contract", "vault"},
	"evidence":   {"domain"},
	"paper":      {"domain"},
	"workbook":   {"domain"},
	"notify":     {"domain"},
	"vault":      {},
	"config":     {"vault"},
	"worker":     {"domain", "contract", "workflows", "activities", "store", "evidence", "paper", "notify", "vault", "config", "dispatch", "workbook"},
	"api":        {"domain", "contract", "store", "evidence", "vault", "config", "dispatch", "workbook"},
	"demo":       {"domain", "paper"},
	"ui":         {},
	"migrations": {},
	"cmd": {"domain", "contract", "workflows", "activities", "store", "evidence", "paper", "notify", "vault", "config", "dispatch",
		"workbook", "worker", "api", "demo", "ui", "migrations"},
}

// outside are packages from elsewhere, with the rooms that may not import them although the plan's
// rooms would otherwise not tell: the domain is pure, and only the store speaks to gorm.
var outside = map[string][]string{
	"gorm.io/gorm": {"domain", "contract", "workflows", "activities", "dispatch", "evidence", "paper", "workbook", "notify", "vault", "config", "api", "demo", "ui", "migrations"},
	"net/http":     {"domain"},
	"database/sql": {"domain"},
	"os":           {"domain"},
}

func TestTheLinterEnforcesTheImportTableCellByCell(t *testing.T) {
	linter := os.Getenv("JIANGXIN_LINTER")
	if linter == "" {
		t.Skip("`make lint` runs this test with the linter that it has built")
	}
	module := t.TempDir()
	writeProbes(t, module)
	refused := runLinter(t, linter, module)

	for room, allowed := range plan {
		for target := range plan {
			if target == room || target == "cmd" { // nobody can import a main package
				continue
			}
			want := !slices.Contains(allowed, target)
			if got := refused[room]["jiangxin/"+target]; got != want {
				t.Errorf("%s imports %s: refused is %v, the plan says %v", room, target, got, want)
			}
		}
		for pkg, forbidden := range outside {
			want := slices.Contains(forbidden, room)
			if got := refused[room][pkg]; got != want && (want || pkg != "gorm.io/gorm") {
				t.Errorf("%s imports %s: refused is %v, the plan says %v", room, pkg, got, want)
			}
		}
		if !refused[room]["jiangxin/devstack"] {
			t.Errorf("%s imports devstack and is not refused", room)
		}
	}
	if refused["store"]["gorm.io/gorm"] {
		t.Error("store may not import gorm, although the plan gives it gorm")
	}
}

// writeProbes makes a module with an empty package for every room, and in every room a probe that
// imports all the others. It uses the real configuration of the linters.
func writeProbes(t *testing.T, module string) {
	t.Helper()
	config, err := os.ReadFile(filepath.Join(root(t), ".golangci.yml"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(module, ".golangci.yml"), string(config))
	write(t, filepath.Join(module, "go.mod"), "module jiangxin\n\ngo 1.26.0\n\nrequire gorm.io/gorm v1.0.0\n\nreplace gorm.io/gorm => ./gorm\n")
	write(t, filepath.Join(module, "gorm", "go.mod"), "module gorm.io/gorm\n")
	write(t, filepath.Join(module, "gorm", "gorm.go"), "// Package gorm stands for the real one.\npackage gorm\n")
	rooms := append(slices.Sorted(maps.Keys(plan)), "devstack")
	for _, room := range rooms {
		if room != "cmd" {
			write(t, filepath.Join(module, room, room+".go"), fmt.Sprintf("// Package %s is empty.\npackage %s\n", room, room))
		}
	}
	for room := range plan {
		var imports strings.Builder
		for _, target := range rooms {
			if target != "cmd" && target != room {
				fmt.Fprintf(&imports, "\t_ %q\n", "jiangxin/"+target)
			}
		}
		for pkg := range outside {
			fmt.Fprintf(&imports, "\t_ %q\n", pkg)
		}
		write(t, filepath.Join(module, room, "probe", "probe.go"),
			"// Package probe imports everything.\npackage probe\n\nimport (\n"+imports.String()+")\n")
	}
}

var importRefused = regexp.MustCompile(`^import '([^']+)' is not allowed`)

// runLinter gives, for every room, the imports that were refused.
func runLinter(t *testing.T, linter, module string) map[string]map[string]bool {
	t.Helper()
	command := exec.CommandContext(t.Context(), linter, "run", "--enable-only=depguard", "--max-issues-per-linter=0",
		"--max-same-issues=0", "--show-stats=false", "--output.json.path=stdout", "./...")
	command.Dir = module
	output, err := command.Output()
	var result struct {
		Issues []struct {
			FromLinter, Text string
			Pos              struct{ Filename string }
		}
	}
	if decoded := json.Unmarshal(output, &result); decoded != nil {
		t.Fatalf("the linter printed no result: %v, %v\n%s", err, decoded, output)
	}
	refused := make(map[string]map[string]bool)
	for room := range plan {
		refused[room] = make(map[string]bool)
	}
	for _, issue := range result.Issues {
		found := importRefused.FindStringSubmatch(issue.Text)
		if issue.FromLinter != "depguard" || found == nil {
			t.Fatalf("the linter complains of something else: %s: %s", issue.FromLinter, issue.Text)
		}
		room, _, _ := strings.Cut(filepath.ToSlash(issue.Pos.Filename), "/")
		refused[room][found[1]] = true
	}
	return refused
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// root is the folder of the whole repository.
func root(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	return path
}
