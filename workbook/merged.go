package workbook

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"jiangxin/workbook/markup"
)

// block is a block of merged cells.
type block struct{ top, bottom, left, right int }

// survey is what must be known of a sheet before its first row: merged cells stand behind the rows in a file.
type survey struct {
	merged []block // from top to bottom
	err    error
}

// survey looks over a sheet. A sheet with far too many rows is refused here, before it is read to its end.
func (b *Book) survey(name string) survey {
	if known, done := b.surveys[name]; done {
		return known
	}
	found := b.lookOver(name)
	b.surveys[name] = found
	return found
}

func (b *Book) lookOver(name string) (found survey) {
	source, err := b.open(name)
	if err != nil {
		return survey{err: err}
	}
	defer func() { _ = source.Close() }()
	s := markup.New(source)
	rows, filled := 0, false
	for {
		kind, err := s.Next()
		if errors.Is(err, io.EOF) {
			slices.SortFunc(found.merged, func(a, b block) int { return cmp.Compare(a.top, b.top) })
			return found
		}
		if err != nil {
			return survey{err: source.blame(err)}
		}
		switch name := s.Name(); {
		case kind == markup.Text:
		case string(name) == "v" || string(name) == "is":
			filled = true
		case string(name) == "row" && kind == markup.End:
			if filled {
				rows++
			}
			if filled = false; rows > 2*b.limits.Rows+100 { // rows of nothing but spaces are not counted by Rows
				return survey{err: tooManyRows(b.limits)}
			}
		case string(name) == "mergeCell" && kind == markup.Start:
			ref, _ := s.Attribute("ref")
			found.merged = append(found.merged, blockOf(ref)...)
			if len(found.merged) > b.limits.Merged {
				return survey{err: bad("合并的单元格过多，请取消合并后逐行填写", "The sheet has too many merged cells; split them and fill in each row",
					fmt.Errorf("more than %d blocks", b.limits.Merged))}
			}
		}
	}
}

func blockOf(ref []byte) []block {
	from, to, _ := bytes.Cut(ref, []byte(":"))
	left, top, ok := place(from)
	right, bottom, also := place(to)
	if !ok || !also {
		return nil
	}
	return []block{{min(top, bottom), max(top, bottom), min(left, right), max(left, right)}}
}

// blocks are the merged cells while rows go by from top to bottom.
type blocks struct {
	coming []block
	here   []block // that reach into the row
}

// mark marks the cells of a row that are merged.
func (m *blocks) mark(row *Row) {
	for len(m.coming) > 0 && m.coming[0].top <= row.Number {
		m.here, m.coming = append(m.here, m.coming[0]), m.coming[1:]
	}
	m.here = slices.DeleteFunc(m.here, func(b block) bool { return b.bottom < row.Number })
	for _, b := range m.here {
		for i := b.left; i <= b.right && i < len(row.Cells); i++ {
			row.Cells[i].Merged = true
		}
	}
}
