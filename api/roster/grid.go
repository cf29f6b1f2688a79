package roster

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// columnsLimit is how many columns of a sheet are looked at.
const columnsLimit = 50

// cell is one cell as it is stored.
type cell struct {
	text    string
	number  bool // stored as a number, so that long ones have lost digits
	formula bool
	broken  bool // it shows an error such as #REF!
}

// line is one row of the sheet that holds something, by the number that the program shows.
type line struct {
	number int
	cells  map[int]cell // by column, from 0
	next   int          // the column after the last one, for files whose cells do not say where they are
}

// area is a block of joined cells.
type area struct{ top, bottom, left, right int }

// grid is what a sheet holds.
type grid struct {
	lines  []line
	merged []area
	more   bool // there are more lines than were asked for
}

// xmlCell is a cell in the file.
type xmlCell struct {
	Ref     string   `xml:"r,attr"`
	Type    string   `xml:"t,attr"`
	Formula *string  `xml:"f"`
	Value   string   `xml:"v"`
	Inline  richText `xml:"is"`
}

// read reads the sheet row by row and keeps the first lines that hold something.
func (b *book) read(name string, limit int) (grid, error) {
	var g grid
	raw, err := b.part(name)
	if err != nil {
		return g, err
	}
	if raw == nil {
		return g, unreadable(errors.New("no " + name))
	}
	decoder := xml.NewDecoder(bytes.NewReader(raw))
	at := line{}
	keep := func() {
		switch {
		case len(at.cells) == 0:
		case len(g.lines) == limit:
			g.more = true
		default:
			g.lines = append(g.lines, at)
		}
		at.cells, at.next = nil, 0
	}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return g, nil
		}
		if err != nil {
			return g, unreadable(err)
		}
		switch element := token.(type) {
		case xml.EndElement:
			if element.Name.Local == "row" {
				keep()
			}
		case xml.StartElement:
			switch element.Name.Local {
			case "row":
				at.number = rowNumber(element, at.number+1)
			case "c":
				var found xmlCell
				if err := decoder.DecodeElement(&found, &element); err != nil {
					return g, unreadable(err)
				}
				b.put(&at, found)
			case "mergeCell":
				if block, ok := areaOf(attribute(element, "ref")); ok && len(g.merged) < columnsLimit {
					g.merged = append(g.merged, block)
				}
			}
		}
	}
}

func attribute(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func rowNumber(element xml.StartElement, next int) int {
	if n, err := strconv.Atoi(attribute(element, "r")); err == nil && n > 0 {
		return n
	}
	return next
}

// put keeps a cell of the line, unless it is empty.
func (b *book) put(at *line, found xmlCell) {
	index := at.next
	if column, _, ok := split(found.Ref); ok {
		index = column
	}
	at.next = index + 1
	kept := b.cell(found)
	if index >= columnsLimit || kept.text == "" && !kept.formula {
		return
	}
	if at.cells == nil {
		at.cells = map[int]cell{}
	}
	at.cells[index] = kept
}

func (b *book) cell(found xmlCell) cell {
	kept := cell{formula: found.Formula != nil}
	switch found.Type {
	case "s":
		if i, err := strconv.Atoi(found.Value); err == nil && i >= 0 && i < len(b.strings) {
			kept.text = b.strings[i]
		}
	case "inlineStr":
		kept.text = found.Inline.text()
	case "str", "b", "d":
		kept.text = found.Value
	case "e":
		kept.text, kept.broken = found.Value, true
	default:
		kept.text, kept.number = found.Value, found.Value != ""
	}
	kept.text = shortened(strings.TrimSpace(kept.text))
	return kept
}

// textLimit bounds a cell's text in bytes (setting): far more than any field of the list takes, so that what is cut is
// still too long for it, and little enough that a file cannot make the answer huge.
const textLimit = 4 << 10

// shortened cuts a text at the limit, between two characters.
func shortened(text string) string {
	if len(text) <= textLimit {
		return text
	}
	return strings.ToValidUTF8(text[:textLimit], "")
}

// split takes a reference such as C12 apart, the column from 0.
func split(ref string) (column, row int, ok bool) {
	digits := strings.IndexFunc(ref, func(r rune) bool { return r >= '0' && r <= '9' })
	if digits < 1 || digits > 3 {
		return 0, 0, false
	}
	for _, r := range strings.ToUpper(ref[:digits]) {
		if r < 'A' || r > 'Z' {
			return 0, 0, false
		}
		column = column*26 + int(r-'A') + 1
	}
	row, err := strconv.Atoi(ref[digits:])
	return column - 1, row, err == nil && row > 0
}

func areaOf(ref string) (area, bool) {
	from, to, found := strings.Cut(ref, ":")
	left, top, ok := split(from)
	right, bottom, also := split(to)
	return area{top, bottom, left, right}, found && ok && also
}
