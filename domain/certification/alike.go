package certification

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

// lookalikes has a line for every Kangxi radical and compatibility ideograph with the ideograph that it looks like
// (NFKC of Unicode 15.1): texts copied from PDF files are full of them.
//
//go:embed data/lookalikes.txt
var lookalikes string

var plainOf = sync.OnceValue(func() map[rune]rune {
	table := map[rune]rune{}
	for line := range strings.Lines(lookalikes) {
		pair := []rune(line)
		table[pair[0]] = pair[1]
	}
	return table
})

// narrow turns full-width forms and blanks of every kind into the plain ones.
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

// TidyName is a personal name as documents print it: without invisible characters, with the plain form of ideographs
// that only look like it, and a Chinese name without the blanks that people type in it and with the middle dot of
// documents. A name is stored and asked for in this form.
func TidyName(text string) string {
	plain := plainOf()
	runes := []rune(strings.Join(strings.Fields(visible(text)), " "))
	for i, r := range runes {
		if as, ok := plain[r]; ok {
			runes[i] = as
		}
	}
	tidy := string(runes)
	if strings.ContainsFunc(tidy, func(r rune) bool {
		return !unicode.Is(unicode.Han, r) && r != ' ' && r != '·' && !strings.ContainsRune(middleDots, r)
	}) {
		return tidy
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return -1
		case strings.ContainsRune(middleDots, r):
			return '·'
		}
		return r
	}, tidy)
}

// middleDots are the characters that people type for the dot between the parts of a name.
const middleDots = "•・･‧∙⋅●.．。"

// visible leaves out the format characters, which no reader sees.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
}

// alike is equal for two spellings of one name that a reader takes for the same: width, blanks, invisible
// characters, case, the kind of middle dot and brackets, and compatibility ideographs do not count.
func alike(text string) string {
	plain := plainOf()
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		if r >= 0x2E80 {
			if as, ok := plain[r]; ok {
				return as
			}
		}
		switch r {
		case '•', '・', '･', '‧', '∙', '⋅', '●', '.', '。':
			return '·'
		case '【', '〔', '[':
			return '('
		case '】', '〕', ']':
			return ')'
		}
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

// PhotoKey is equal for two file names that mean one photo: folders before the name, case, width and the ending of a
// picture do not count, so that 张三, 张三.jpg and 张三.JPEG are one name.
func PhotoKey(name string) string {
	if i := strings.LastIndexAny(strings.TrimRight(name, `/\ `), `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.ToLower(strings.TrimSpace(strings.Trim(narrow(name), `/\`)))
	for _, ending := range []string{".jpg", ".jpeg", ".png"} {
		if stem, cut := strings.CutSuffix(name, ending); cut && stem != "" {
			return strings.TrimSpace(stem)
		}
	}
	return name
}
