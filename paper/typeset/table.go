package typeset

import "jiangxin/paper/pdf"

// Cell is one field of a table row.
type Cell struct {
	Text  string
	Label bool    // set as a label: bold on pale ground, centred
	Bold  bool    // of a value that matters most, such as a number
	Align Align   // of a value
	Width float64 // share of the table's width; for Table the column's is taken
	Foot  string  // set at the right of the cell's foot, such as who signs and when
}

// Column is one column of a table.
type Column struct {
	Title string
	Width float64 // share of the table's width
	Align Align
}

// TableStyle is the type of a table's cells.
type TableStyle struct{ Size, Leading float64 }

// The two densities.
var (
	Roomy   = TableStyle{Size: 10.5, Leading: 15}
	Compact = TableStyle{Size: 9, Leading: 13.5}
)

const (
	padX, padY = 4.0, 4.0
	hairline   = 0.6
)

// Table draws rows under a head that is repeated on every page. A row stays whole where it fits on one
// page; a longer one goes on over as many pages as it needs.
func (s *Sheet) Table(columns []Column, rows [][]string, ts TableStyle) {
	head := make([]Cell, len(columns))
	for i, c := range columns {
		head[i] = Cell{Text: c.Title, Label: true, Width: c.Width}
	}
	s.needTable(head, columns, rows, ts)
	s.row(head, ts, 0, nil)
	for _, r := range rows {
		s.row(cellsOf(columns, r), ts, 0, func() { s.row(head, ts, 0, nil) })
	}
}

// needTable keeps a short table on one page, and the head of a long one with its first row.
func (s *Sheet) needTable(head []Cell, columns []Column, rows [][]string, ts TableStyle) {
	whole := s.rowHeight(head, ts)
	first := whole
	short := s.freshRoom() / 3
	for i, r := range rows {
		h := s.rowHeight(cellsOf(columns, r), ts)
		if i == 0 {
			first += min(h, 4*ts.Leading)
		}
		if whole += h; whole > short {
			s.Need(first)
			return
		}
	}
	s.Need(whole)
}

func cellsOf(columns []Column, row []string) []Cell {
	cells := make([]Cell, len(columns))
	for i, c := range columns {
		cells[i] = Cell{Width: c.Width, Align: c.Align}
		if i < len(row) {
			cells[i].Text = row[i]
		}
	}
	return cells
}

// Row draws one row of a form: cells of their own widths, at least minHeight high.
func (s *Sheet) Row(cells []Cell, ts TableStyle, minHeight float64) { s.row(cells, ts, minHeight, nil) }

func (s *Sheet) rowHeight(cells []Cell, ts TableStyle) float64 {
	return float64(max(1, longest(s.cellLines(cells, ts))))*ts.Leading + 2*padY
}

func (s *Sheet) cellLines(cells []Cell, ts TableStyle) [][]line {
	all := make([][]line, len(cells))
	total := shares(cells)
	for i, c := range cells {
		width := s.Width()*c.Width/total - 2*padX
		all[i] = s.layout(c.Text, c.style(ts), width)
		if c.Foot != "" {
			for _, l := range s.layout(c.Foot, c.style(ts), width) {
				l.foot = true
				all[i] = append(all[i], l)
			}
		}
	}
	return all
}

func (c Cell) style(ts TableStyle) Style {
	st := Style{Size: ts.Size, Leading: ts.Leading, Color: Ink, Align: c.Align, Bold: c.Bold}
	if c.Label {
		st.Bold, st.Align = true, Center
	}
	return st
}

// row draws the cells; where they do not fit it begins a page and lets again draw the head there.
func (s *Sheet) row(cells []Cell, ts TableStyle, minHeight float64, again func()) {
	rest := s.cellLines(cells, ts)
	split := false
	if len(s.pending) > 0 {
		s.Need(max(minHeight, min(float64(longest(rest)), 4)*ts.Leading+2*padY))
	}
	for s.err == nil {
		lines := longest(rest)
		height := max(float64(lines)*ts.Leading+2*padY, minHeight)
		if height <= s.Room() {
			s.drawRow(cells, rest, ts, height, !split)
			return
		}
		if height > s.freshRoom()-4*ts.Leading && s.Room() > 4*ts.Leading {
			fitting := min(int((s.Room()-2*padY)/ts.Leading), lines)
			part := make([][]line, len(rest))
			for i := range rest {
				n := min(fitting, len(rest[i]))
				part[i], rest[i] = rest[i][:n], rest[i][n:]
			}
			s.drawRow(cells, part, ts, s.Room(), false)
			minHeight, split = 0, true
			if longest(rest) == 0 {
				return
			}
		}
		s.NewPage()
		if again != nil {
			again()
		}
	}
}

// drawRow draws one row; values are centred in its height but where a part of a longer row is drawn.
func (s *Sheet) drawRow(cells []Cell, lines [][]line, ts TableStyle, height float64, centred bool) {
	x, total := s.page.Left, shares(cells)
	for i, c := range cells {
		w := s.Width() * c.Width / total
		if c.Label {
			s.fill(x, s.y, w, height, Pale)
		}
		st, feet := c.style(ts), countFeet(lines[i])
		top := s.y + padY
		if c.Label || centred && feet == 0 {
			top = s.y + (height-float64(len(lines[i]))*ts.Leading)/2
		}
		for n, l := range lines[i] {
			at := top + float64(n)*ts.Leading
			if l.foot {
				st.Align = Right
				at = s.y + height - padY - float64(len(lines[i])-n)*ts.Leading
			}
			s.drawLine(l, st, x+padX, at, w-2*padX, 0)
		}
		s.box(x, s.y, w, height)
		x += w
	}
	s.y += height
}

func countFeet(lines []line) int {
	n := 0
	for _, l := range lines {
		if l.foot {
			n++
		}
	}
	return n
}

func (s *Sheet) box(x, y, w, h float64) {
	s.pdf.Pen(pdf.Color(Ink), hairline)
	s.pdf.Box(x, y, w, h)
}

func longest(lines [][]line) int {
	most := 0
	for _, l := range lines {
		most = max(most, len(l))
	}
	return most
}

func shares(cells []Cell) float64 {
	var total float64
	for _, c := range cells {
		total += c.Width
	}
	return total
}
