package workbook

import (
	"errors"
	"io"

	"jiangxin/domain/fault"
)

// part is one part of a workbook while it is unpacked, within its bounds.
type part struct {
	io.ReadCloser
	book *Book
	left int64
	paid bool // it has been unpacked before, and does not count again
}

var errUnpacked = errors.New("more is unpacked than the bound allows")

// open opens a part that must be there.
func (b *Book) open(name string) (*part, error) {
	entry, found := b.parts[name]
	if !found {
		return nil, noWorkbook(errors.New("no " + name))
	}
	r, err := entry.Open()
	if err != nil {
		return nil, unreadable(err)
	}
	return &part{ReadCloser: r, book: b, left: b.limits.Part}, nil
}

// Read unpacks a piece.
func (p *part) Read(into []byte) (int, error) {
	n, err := p.ReadCloser.Read(into)
	p.left -= int64(n)
	if !p.paid {
		p.book.left -= int64(n)
	}
	if p.left < 0 || p.book.left < 0 {
		return 0, errUnpacked
	}
	return n, err
}

// blame says to people what was wrong with the part.
func (p *part) blame(err error) error {
	var known *fault.Error
	switch {
	case errors.As(err, &known):
		return err
	case errors.Is(err, errUnpacked):
		return tooLarge(err)
	}
	return unreadable(err)
}
