// Command initials writes the table of pinyin initials by which occupations are searched, one line per
// set of initials: the letters, most usual reading first, then the characters of GB 2312 that have them.
package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/mozillazg/go-pinyin"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func main() {
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "initials:", err)
		os.Exit(1)
	}
}

func write(path string) error {
	lines := map[string][]rune{}
	for high := byte(0xB0); high <= 0xF7; high++ {
		for low := byte(0xA1); low <= 0xFE; low++ {
			text, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{high, low})
			if err != nil {
				continue
			}
			char := []rune(string(text))[0]
			if letters := initials(char); letters != "" {
				lines[letters] = append(lines[letters], char)
			}
		}
	}
	var table bytes.Buffer
	for _, letters := range slices.Sorted(maps.Keys(lines)) {
		slices.Sort(lines[letters])
		fmt.Fprintf(&table, "%s %s\n", letters, string(lines[letters]))
	}
	return os.WriteFile(path, table.Bytes(), 0o644)
}

// initials lists the first letters of all readings of a character, each once.
func initials(char rune) string {
	args := pinyin.NewArgs()
	args.Heteronym = true
	var letters []byte
	for _, reading := range pinyin.SinglePinyin(char, args) {
		if reading[0] >= 'a' && reading[0] <= 'z' && !slices.Contains(letters, reading[0]) {
			letters = append(letters, reading[0])
		}
	}
	return string(letters)
}
