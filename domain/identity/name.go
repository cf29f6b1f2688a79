package identity

import "strings"

// MaskName hides the middle of a personal name as the public pages show it: 张* for two characters,
// 张*三 for three or more, however many lie between (阿依古丽·买买提 becomes 阿*提). A name of one character
// stays hidden altogether.
func MaskName(name string) string {
	runes := []rune(strings.TrimSpace(name))
	switch len(runes) {
	case 0:
		return ""
	case 1:
		return "*"
	case 2:
		return string(runes[0]) + "*"
	}
	return string(runes[0]) + "*" + string(runes[len(runes)-1])
}
