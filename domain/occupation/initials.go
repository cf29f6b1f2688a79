package occupation

import (
	_ "embed"
	"strings"
	"unicode"
)

//go:generate go run ../../scripts/initials data/initials.txt

//go:embed data/initials.txt
var initialsTable string

// alphabet maps a Chinese character to the first letters of its readings, the most usual first.
type alphabet map[rune]string

// readAlphabet reads lines of letters and the characters that have them.
func readAlphabet(table string) alphabet {
	letters := make(alphabet, 7000)
	for line := range strings.Lines(table) {
		first, chars, _ := strings.Cut(strings.TrimSpace(line), " ")
		for _, char := range chars {
			letters[char] = first
		}
	}
	return letters
}

// spell gives, for each character of a name that is read aloud, its possible first letters.
func (a alphabet) spell(name string) []string {
	spelled := make([]string, 0, len(name)/3)
	for _, char := range strings.ToLower(name) {
		switch letters, found := a[char]; {
		case found:
			spelled = append(spelled, letters)
		case char < unicode.MaxASCII && (unicode.IsLetter(char) || unicode.IsDigit(char)):
			spelled = append(spelled, string(char))
		}
	}
	return spelled
}

// spells says how typed letters match a spelled name from its beginning: 0 by the usual readings, 1 by
// any reading, -1 not at all.
func spells(spelled []string, typed string) int {
	if len(typed) > len(spelled) {
		return -1
	}
	worst := 0
	for i := range len(typed) {
		switch at := strings.IndexByte(spelled[i], typed[i]); {
		case at < 0:
			return -1
		case at > 0:
			worst = 1
		}
	}
	return worst
}
