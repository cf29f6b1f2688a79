package workbook

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"jiangxin/workbook/markup"
)

// Row is one row that holds something.
type Row struct {
	Number int    // as spreadsheet programs show it, from 1
	Cells  []Cell // by column; all columns of the limits are there
}

// Rows gives the rows of a sheet that hold something, from top to bottom. A row's Cells hold until the next row; their
// texts stay. After an error nothing more is given. Rows out of order, which no spreadsheet program writes, are
// fault.BadFile; more rows than the limit are fault.Invalid.
func (b *Book) Rows(sheet Sheet) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		found := b.survey(sheet.part)
		if found.err != nil {
			yield(Row{}, found.err)
			return
		}
		source, err := b.open(sheet.part)
		if err != nil {
			yield(Row{}, err)
			return
		}
		defer func() { _ = source.Close() }()
		source.paid = true
		r := rows{book: b, scanner: markup.New(source), row: Row{Cells: make([]Cell, b.limits.Columns)}}
		merged := blocks{coming: found.merged}
		for count := 0; ; {
			err := r.next()
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				yield(Row{}, source.blame(err))
				return
			case r.blank():
				continue
			}
			if count++; count > b.limits.Rows {
				yield(Row{}, tooManyRows(b.limits))
				return
			}
			merged.mark(&r.row)
			if !yield(r.row, nil) {
				return
			}
		}
	}
}

// rows reads a sheet row by row.
type rows struct {
	book    *Book
	scanner *markup.Scanner
	row     Row
	inside  bool // of sheetData
	column  int  // of the next cell, for files whose cells do not say where they are
	own     []byte
	spans   []span // the texts in own
	cell    reading
}

// span says where the text of a cell stands among those of its row.
type span struct{ column, from, to int }

// reading is a cell while it is read.
type reading struct {
	column int
	kind   string
	value  bool // inside of v
	inline inline
	from   int // where its text begins in own
}

var errOrder = errors.New("rows or cells are not in their order")

// next reads up to the end of a row.
func (r *rows) next() error {
	clear(r.row.Cells)
	r.own, r.spans, r.column, r.cell = r.own[:0], r.spans[:0], 0, reading{}
	for {
		kind, err := r.scanner.Next()
		if err != nil {
			return err
		}
		name := r.scanner.Name()
		switch {
		case kind == markup.Text:
			if r.cell.value || r.cell.inline.wanted() {
				r.own = add(r.own, r.cell.from, r.scanner.Text(), r.book.limits.Text)
			}
		case string(name) == "sheetData":
			r.inside = kind == markup.Start
		case !r.inside:
		case string(name) == "row" && kind == markup.End:
			r.place()
			return nil
		case string(name) == "row":
			err = r.startRow()
		case string(name) == "c" && kind == markup.End:
			err = r.endCell()
		case string(name) == "c":
			err = r.startCell()
		case string(name) == "v":
			r.cell.value = kind == markup.Start
		case string(name) == "f" && r.cell.column < len(r.row.Cells):
			r.row.Cells[r.cell.column].Formula = true
		case kind == markup.Start:
			r.cell.inline.start(name)
		default:
			r.cell.inline.end(name)
		}
		if err != nil {
			return err
		}
	}
}

func (r *rows) startRow() error {
	next := r.row.Number + 1
	if ref, given := r.scanner.Attribute("r"); given {
		n, ok := number(ref)
		if !ok || n < next || n > rowMost {
			return fmt.Errorf("row %q after %d: %w", ref, r.row.Number, errOrder)
		}
		next = n
	}
	r.row.Number = next
	return nil
}

func (r *rows) startCell() error {
	index := r.column
	if ref, given := r.scanner.Attribute("r"); given {
		column, _, ok := place(ref)
		if !ok || column < index {
			return fmt.Errorf("cell %q: %w", ref, errOrder)
		}
		index = column
	}
	r.column = index + 1
	kind, _ := r.scanner.Attribute("t")
	r.cell = reading{column: index, kind: kindOf(kind), from: len(r.own)}
	return nil
}

// kindOf names the kinds of cells without making a new text for each cell.
func kindOf(kind []byte) string {
	for _, known := range [...]string{"", "s", "n", "inlineStr", "str", "b", "d", "e"} {
		if string(kind) == known {
			return known
		}
	}
	return "n"
}

func (r *rows) endCell() error {
	at := r.cell
	r.cell.value, r.cell.inline = false, inline{}
	if at.column >= len(r.row.Cells) {
		r.own = r.own[:at.from]
		return nil
	}
	cell := &r.row.Cells[at.column]
	switch at.kind {
	case "s":
		if i, ok := number(r.own[at.from:]); ok && i < len(r.book.texts) {
			cell.Text = strings.TrimSpace(r.book.texts[i])
		}
		r.own = r.own[:at.from]
		return nil
	case "e":
		cell.Broken = true
	case "", "n":
		cell.Number = len(r.own) > at.from
	}
	own, err := finish(r.own, at.from)
	if err != nil {
		return err
	}
	r.own = own
	r.spans = append(r.spans, span{at.column, at.from, len(own)})
	return nil
}

// place gives the cells their texts, all of them parts of one.
func (r *rows) place() {
	whole := string(r.own)
	for _, s := range r.spans {
		r.row.Cells[s.column].Text = strings.TrimSpace(whole[s.from:s.to])
	}
}

func (r *rows) blank() bool {
	for _, c := range r.row.Cells {
		if !c.Empty() {
			return false
		}
	}
	return true
}
