package house

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// exact matches a tag that names one version, such as 15.18-bookworm, 1.32.1 or 2026-02-12.
var exact = regexp.MustCompile(`^v?\d+[.-]\d+`)

func pinned(image string) bool {
	_, tag, tagged := strings.Cut(image[strings.LastIndex(image, "/")+1:], ":")
	return strings.Contains(image, "@sha256:") || (tagged && exact.MatchString(tag) && !strings.Contains(tag, "latest"))
}

func TestEveryImageOfComposeIsPinned(t *testing.T) {
	for name, service := range loaded(t).Services {
		if !pinned(service.Image) {
			t.Errorf("%s runs %q: name one version", name, service.Image)
		}
	}
}

func TestEveryDockerfileIsPinnedAndEndsAsNobody(t *testing.T) {
	for _, file := range dockerfiles(t) {
		stages := []string{"scratch"}
		user := ""
		for _, line := range strings.Split(read(t, file), "\n") {
			words := strings.Fields(line)
			if len(words) < 2 {
				continue
			}
			switch words[0] {
			case "FROM":
				if !slices.Contains(stages, words[1]) && !pinned(words[1]) {
					t.Errorf("%s builds from %q: name one version", file, words[1])
				}
				if len(words) == 4 && strings.EqualFold(words[2], "AS") {
					stages = append(stages, words[3])
				}
				user = ""
			case "USER":
				user = words[1]
			}
		}
		if user == "" || strings.HasPrefix(user, "0") || strings.HasPrefix(user, "root") {
			t.Errorf("%s ends as user %q", file, user)
		}
	}
}

func TestWhatComposeBuildsExists(t *testing.T) {
	for name, service := range loaded(t).Services {
		if service.Build == nil {
			continue
		}
		file := filepath.Join(service.Build.Context, service.Build.Dockerfile)
		if _, err := os.Stat(file); err != nil {
			t.Errorf("%s is built from %s, which is missing", name, file)
		}
	}
}

func TestVersionsAgreeWithThoseOfDevstack(t *testing.T) {
	module := read(t, filepath.Join(root(t), "devstack", "go.mod"))
	makefile := read(t, filepath.Join(root(t), "Makefile"))
	project := loaded(t)

	server := version(t, module, `go\.temporal\.io/server v(\S+)`)
	if image := project.Services["temporal"].Image; image != "temporalio/server:"+server {
		t.Errorf("compose runs %s, devstack is built with %s", image, server)
	}
	minio := version(t, makefile, `MINIO_VERSION\s*:= (\S+)`)
	if !strings.Contains(read(t, filepath.Join(root(t), "deploy", "minio", "Dockerfile")), "MINIO_VERSION="+minio+"\n") {
		t.Errorf("deploy/minio/Dockerfile builds another MinIO than the Makefile's %s", minio)
	}
	toolchain := version(t, module, `(?m)^go (\S+)$`)
	for _, file := range dockerfiles(t) {
		if text := read(t, file); strings.Contains(text, "FROM golang:") && !strings.Contains(text, "FROM golang:"+toolchain+"-") {
			t.Errorf("%s builds with another Go than %s", file, toolchain)
		}
	}
}

func version(t *testing.T, text, pattern string) string {
	t.Helper()
	found := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if found == nil {
		t.Fatalf("no version matches %s", pattern)
	}
	return found[1]
}

func dockerfiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root(t), "deploy", "*", "Dockerfile"))
	if err != nil {
		t.Fatal(err)
	}
	return append(files, filepath.Join(root(t), "Dockerfile"))
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
