package process

import (
	"io"
	"os"
	"strings"
)

// Tail gives the last lines of a file, each with two spaces before it, or a remark when it has none.
func Tail(path string, lines int) string {
	file, err := os.Open(path)
	if err != nil {
		return "  (no log)"
	}
	defer func() { _ = file.Close() }()
	const window = 32 << 10 // bytes, enough for the lines that anybody reads
	if size, err := file.Seek(0, io.SeekEnd); err == nil {
		_, _ = file.Seek(max(0, size-window), io.SeekStart)
	}
	content, err := io.ReadAll(file)
	text := strings.TrimRight(string(content), "\n")
	if err != nil || text == "" {
		return "  (nothing logged)"
	}
	all := strings.Split(text, "\n")
	return "  " + strings.Join(all[max(0, len(all)-lines):], "\n  ")
}
