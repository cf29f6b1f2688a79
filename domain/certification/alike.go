package certification

import (
	"strings"
	"unicode"
)

// narrow turns full-width forms and the ideographic blank into the plain ones.
func narrow(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, text)
}
