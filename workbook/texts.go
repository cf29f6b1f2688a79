package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"

	"jiangxin/workbook/markup"
)

const chunk = 128 << 10 // bytes of texts that are kept as one string

// readTexts reads the texts that cells share. They are kept in few large pieces, and what is longer than a cell may
// hold is cut, so that no file makes them take much.
func (b *Book) readTexts(name string) error {
	if b.parts[name] == nil {
		return nil
	}
	source, err := b.open(name)
	if err != nil {
		return err
	}
	defer func() { _ = source.Close() }()
	if err := b.collect(markup.New(source)); err != nil {
		return source.blame(err)
	}
	return nil
}

func (b *Book) collect(s *markup.Scanner) error {
	var (
		pool    = make([]byte, 0, chunk)
		ends    []int // of the texts in the pool
		reading inline
		kept    int
	)
	keep := func() {
		whole, from := string(pool), 0
		for _, end := range ends {
			b.texts = append(b.texts, whole[from:end])
			from = end
		}
		pool, ends = pool[:0], ends[:0]
	}
	for {
		kind, err := s.Next()
		if errors.Is(err, io.EOF) {
			keep()
			return nil
		}
		if err != nil {
			return err
		}
		from := 0
		if len(ends) > 0 {
			from = ends[len(ends)-1]
		}
		switch {
		case kind == markup.Text && reading.wanted():
			pool = add(pool, from, s.Text(), b.limits.Text)
		case kind == markup.Start:
			reading.start(s.Name())
		case kind == markup.End && string(s.Name()) == "si":
			pool, err = finish(pool, from)
			if err != nil {
				return err
			}
			if kept += len(pool) - from; kept > b.limits.Shared || len(b.texts)+len(ends) == b.limits.Strings {
				return tooLarge(fmt.Errorf("more than %d texts, or %d bytes of them", b.limits.Strings, b.limits.Shared))
			}
			if ends = append(ends, len(pool)); len(pool) > chunk-b.limits.Text {
				keep()
			}
		case kind == markup.End:
			reading.end(s.Name())
		}
	}
}

// inline follows the elements of a text: t holds it, except inside of phonetic guides (rPh).
type inline struct{ text, phonetic bool }

func (i *inline) start(name []byte) {
	switch string(name) {
	case "t":
		i.text = true
	case "rPh":
		i.phonetic = true
	}
}

func (i *inline) end(name []byte) {
	switch string(name) {
	case "t":
		i.text = false
	case "rPh":
		i.phonetic = false
	}
}

func (i *inline) wanted() bool { return i.text && !i.phonetic }

// add appends a piece to the text that begins at from, up to the limit.
func add(pool []byte, from int, piece []byte, limit int) []byte {
	room := limit - (len(pool) - from)
	if room <= 0 {
		return pool
	}
	return append(pool, piece[:min(len(piece), room)]...)
}

var errControl = errors.New("a text holds what no text may hold")

// finish completes the text that begins at from: a character that the limit tore apart goes, escapes become the
// characters that they stand for, and what is no text is refused.
func finish(pool []byte, from int) ([]byte, error) {
	text := pool[from:]
	for cut := 0; cut < utf8.UTFMax && len(text) > 0; cut++ {
		if r, size := utf8.DecodeLastRune(text); r != utf8.RuneError || size != 1 {
			break
		}
		text = text[:len(text)-1]
	}
	if bytes.Contains(text, []byte("_x")) {
		text = unescaped(text)
	}
	for _, c := range text {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return pool, errControl
		}
	}
	if !utf8.Valid(text) {
		return pool, errControl
	}
	return pool[:from+len(text)], nil
}

// unescaped resolves, in place, what spreadsheet programs write for characters that XML has no place for: _x000D_.
func unescaped(text []byte) []byte {
	const length = len("_x000D_")
	plain := text[:0]
	for i := 0; i < len(text); i++ {
		if r, ok := escape(text[i:]); ok {
			if r >= ' ' || r == '\t' || r == '\n' || r == '\r' {
				plain = utf8.AppendRune(plain, r)
			}
			i += length - 1
			continue
		}
		plain = append(plain, text[i])
	}
	return plain
}

func escape(text []byte) (rune, bool) {
	if len(text) < len("_x000D_") || text[0] != '_' || text[1] != 'x' || text[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	return rune(n), err == nil && utf8.ValidRune(rune(n))
}
