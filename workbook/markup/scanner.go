// Package markup reads the XML of office files piece by piece, in constant memory and several times faster than
// encoding/xml. It reads UTF-8 only, knows no document types (so that no entity can be defined), and refuses what is
// not well formed.
package markup

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Kind is what a step of the scanner found.
type Kind uint8

// The kinds. An element that closes itself is a Start followed by an End. A text may come in several pieces.
const (
	Start Kind = iota + 1
	End
	Text
)

const (
	window   = 64 << 10 // bytes that are looked at together; a tag is never longer
	depthMax = 200      // elements inside each other
)

var (
	errBroken = errors.New("the XML is not well formed")
	errLong   = errors.New("the XML holds a tag longer than 64 KiB")
)

// Scanner walks through a document.
type Scanner struct {
	source   io.Reader
	buffer   []byte
	from, to int // what is not yet read stands at buffer[from:to]
	ended    bool

	name, attributes []byte
	text             []byte
	scratch          []byte
	closing          bool // the element that was just given closes itself
	literal          bool // inside <![CDATA[
	open             []byte
	starts           []int // where the names of the open elements begin in open
	rooted           bool
}

// New makes a scanner. Errors of the source come out of Next as they are.
func New(source io.Reader) *Scanner {
	return &Scanner{source: source, buffer: make([]byte, window)}
}

// Next goes one step; io.EOF stands at the end of a whole document. What Name, Attribute and Text give holds until
// the next step.
func (s *Scanner) Next() (Kind, error) {
	if s.closing {
		s.closing = false
		s.leave()
		return End, nil
	}
	for {
		if s.literal {
			if done, err := s.literalText(); err != nil || !done {
				return Text, err
			}
			continue
		}
		if err := s.need(1); err != nil {
			return 0, s.atEnd(err)
		}
		if s.buffer[s.from] != '<' {
			given, err := s.plainText()
			if err != nil {
				return 0, err
			}
			if given {
				return Text, nil
			}
			continue
		}
		if err := s.need(2); err != nil {
			return 0, unfinished(err)
		}
		switch s.buffer[s.from+1] {
		case '?':
			if err := s.skipPast("?>"); err != nil {
				return 0, err
			}
		case '!':
			if err := s.declaration(); err != nil {
				return 0, err
			}
		case '/':
			return End, s.endTag()
		default:
			return Start, s.startTag()
		}
	}
}

// Name is the element's name without its prefix.
func (s *Scanner) Name() []byte {
	if i := bytes.IndexByte(s.name, ':'); i >= 0 {
		return s.name[i+1:]
	}
	return s.name
}

// Text is a piece of text, its entities resolved.
func (s *Scanner) Text() []byte { return s.text }

// Depth is how many elements are open.
func (s *Scanner) Depth() int { return len(s.starts) }

func (s *Scanner) atEnd(err error) error {
	if errors.Is(err, io.EOF) && (!s.rooted || len(s.starts) > 0) {
		return io.ErrUnexpectedEOF
	}
	return err
}

func unfinished(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// need makes at least n bytes available.
func (s *Scanner) need(n int) error {
	for s.to-s.from < n {
		if err := s.more(); err != nil {
			return err
		}
	}
	return nil
}

// more reads on; io.EOF when there is nothing more, errLong when the window is full.
func (s *Scanner) more() error {
	if s.ended {
		return io.EOF
	}
	if s.from > 0 {
		copy(s.buffer, s.buffer[s.from:s.to])
		s.from, s.to = 0, s.to-s.from
	}
	if s.to == len(s.buffer) {
		return errLong
	}
	for range 100 {
		n, err := s.source.Read(s.buffer[s.to:])
		s.to += n
		if errors.Is(err, io.EOF) {
			s.ended = true
			if n > 0 {
				return nil
			}
			return io.EOF
		}
		if n > 0 || err != nil {
			return err
		}
	}
	return io.ErrNoProgress
}

// skipPast drops everything up to and with the mark.
func (s *Scanner) skipPast(mark string) error {
	for {
		if i := bytes.Index(s.buffer[s.from:s.to], []byte(mark)); i >= 0 {
			s.from += i + len(mark)
			return nil
		}
		s.from = max(s.from, s.to-len(mark)+1)
		if err := s.more(); err != nil {
			return unfinished(err)
		}
	}
}

func (s *Scanner) declaration() error {
	const comment, literal = "<!--", "<![CDATA["
	if err := s.need(len(comment)); err != nil {
		return unfinished(err)
	}
	if bytes.HasPrefix(s.buffer[s.from:s.to], []byte(comment)) {
		s.from += len(comment)
		return s.skipPast("-->")
	}
	if err := s.need(len(literal)); err != nil {
		return unfinished(err)
	}
	if !bytes.HasPrefix(s.buffer[s.from:s.to], []byte(literal)) || len(s.starts) == 0 {
		return fmt.Errorf("a document type or a misplaced section: %w", errBroken)
	}
	s.from += len(literal)
	s.literal = true
	return nil
}

// tag gives the whole tag at hand, without its brackets, and steps over it.
func (s *Scanner) tag() ([]byte, error) {
	quote := byte(0)
	for at := 1; ; at++ {
		if s.from+at == s.to {
			if err := s.more(); err != nil {
				return nil, unfinished(err)
			}
		}
		switch c := s.buffer[s.from+at]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '<':
			return nil, errBroken
		case c == '>':
			inner := s.buffer[s.from+1 : s.from+at]
			s.from += at + 1
			return inner, nil
		}
	}
}

func (s *Scanner) startTag() error {
	inner, err := s.tag()
	if err != nil {
		return err
	}
	if n := len(inner); n > 0 && inner[n-1] == '/' {
		inner, s.closing = inner[:n-1], true
	}
	end := bytes.IndexAny(inner, " \t\r\n")
	if end < 0 {
		end = len(inner)
	}
	s.name, s.attributes = inner[:end], inner[end:]
	if len(s.Name()) == 0 || len(s.starts) == depthMax || s.rooted && len(s.starts) == 0 {
		return errBroken
	}
	s.rooted = true
	s.starts = append(s.starts, len(s.open))
	s.open = append(s.open, s.name...)
	return nil
}

func (s *Scanner) endTag() error {
	inner, err := s.tag()
	if err != nil {
		return err
	}
	s.name, s.attributes = bytes.TrimRight(inner[1:], " \t\r\n"), nil
	if len(s.starts) == 0 || !bytes.Equal(s.open[s.starts[len(s.starts)-1]:], s.name) {
		return errBroken
	}
	s.leave()
	return nil
}

func (s *Scanner) leave() {
	last := len(s.starts) - 1
	s.open, s.starts = s.open[:s.starts[last]], s.starts[:last]
}
