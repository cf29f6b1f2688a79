package markup

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

const entityMax = 12 // bytes of an entity with & and ;

// plainText gives text up to the next tag, or as much as stands in the window. Space outside the root is nothing.
func (s *Scanner) plainText() (bool, error) {
	for {
		piece := s.buffer[s.from:s.to]
		end := bytes.IndexByte(piece, '<')
		if end < 0 && len(piece) < len(s.buffer) {
			if err := s.more(); err == nil {
				continue
			} else if !s.ended {
				return false, err
			}
		}
		if end < 0 {
			end = whole(piece)
		}
		piece = piece[:end]
		s.from += end
		if len(s.starts) == 0 {
			if len(bytes.Trim(bytes.TrimPrefix(piece, []byte("\xef\xbb\xbf")), " \t\r\n")) > 0 {
				return false, errBroken
			}
			return false, nil
		}
		text, err := s.resolve(piece)
		s.text = text
		return true, err
	}
}

// whole cuts a piece so that no entity and no line end is torn apart.
func whole(piece []byte) int {
	end := len(piece)
	if at := bytes.LastIndexByte(piece, '&'); at > 0 && end-at < entityMax && bytes.IndexByte(piece[at:], ';') < 0 {
		return at
	}
	if end > 1 && piece[end-1] == '\r' {
		return end - 1
	}
	return end
}

// literalText gives a piece of a CDATA section, and says when the section is over.
func (s *Scanner) literalText() (done bool, err error) {
	const mark = "]]>"
	for {
		piece := s.buffer[s.from:s.to]
		if i := bytes.Index(piece, []byte(mark)); i >= 0 {
			s.literal = false
			s.from += i + len(mark)
			s.text = piece[:i]
			return i == 0, nil
		}
		if keep := len(piece) - len(mark); keep > window/2 {
			s.from += keep
			s.text = piece[:keep]
			return false, nil
		}
		if err := s.more(); err != nil {
			return false, unfinished(err)
		}
	}
}

// resolve puts characters for entities, and one line feed for a line end, as XML asks.
func (s *Scanner) resolve(raw []byte) ([]byte, error) {
	if bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '\r') < 0 {
		return raw, nil
	}
	plain := s.scratch[:0]
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; c {
		case '\r':
			if i+1 == len(raw) || raw[i+1] != '\n' {
				plain = append(plain, '\n')
			}
		case '&':
			length := bytes.IndexByte(raw[i:min(len(raw), i+entityMax)], ';')
			if length < 0 {
				return nil, errBroken
			}
			r, ok := character(string(raw[i+1 : i+length]))
			if !ok {
				return nil, errBroken
			}
			plain = utf8.AppendRune(plain, r)
			i += length
		default:
			plain = append(plain, c)
		}
	}
	s.scratch = plain
	return plain, nil
}

func character(entity string) (rune, bool) {
	switch entity {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(entity) < 2 || entity[0] != '#' {
		return 0, false
	}
	digits, base := entity[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n == 0 || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return 0, false
	}
	return rune(n), true
}

// Attribute gives the value of the element's attribute of that name, whatever its prefix. It holds until the next
// call.
func (s *Scanner) Attribute(name string) (value []byte, found bool) {
	rest := s.attributes
	for {
		rest = bytes.TrimLeft(rest, " \t\r\n")
		equals := bytes.IndexByte(rest, '=')
		if equals < 0 {
			return nil, false
		}
		key := bytes.TrimRight(rest[:equals], " \t\r\n")
		if i := bytes.IndexByte(key, ':'); i >= 0 {
			key = key[i+1:]
		}
		rest = bytes.TrimLeft(rest[equals+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return nil, false
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil, false
		}
		if string(key) == name {
			value, err := s.resolve(rest[1 : end+1])
			return value, err == nil
		}
		rest = rest[end+2:]
	}
}
