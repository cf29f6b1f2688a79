package typeset

// Cell is one field of a table row.
type Cell struct {
	Text  string
	Label bool    // set as a label: bold on pale ground, centred
	Align Align   // of a value
	Width float64 // share of the table's width; for Table the column's is taken
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
	Roomy   = TableStyle{Size: 10.5, Leading: 16}
	Compact = TableStyle{Size: 9, Leading: 13.5}
)

const (
	padX, padY = 5.0, 4.0
	hairline   = 0.6
)

// Table draws rows under a head that is repeated on every page. A row stays whole where it fits on one
// page; a longer one goes on over as many pages as it needs.
func (s *Sheet) Table(columns []Column, rows [][]string, ts TableStyle) {
	head := make([]Cell, len(columns))
	for i, c := range columns {
		head[i] = Cell{Text: c.Title, Label: true, Width: c.Width}
	}
	top := s.rowHeight(head, ts)
	first := top
	if len(rows) > 0 {
		first += min(s.rowHeight(cellsOf(columns, rows[0]), ts), 4*ts.Leading)
	}
	s.Need(first)
	s.row(head, ts, 0, nil)
	for _, r := range rows {
		s.row(cellsOf(columns, r), ts, 0, func() { s.row(head, ts, 0, nil) })
	}
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
	most := 1
	for i, l := range s.cellLines(cells, ts) {
		_ = i
		most = max(most, len(l))
	}
	return float64(most)*ts.Leading + 2*padY
}

func (s *Sheet) cellLines(cells []Cell, ts TableStyle) [][]line {
	all := make([][]line, len(cells))
	total := shares(cells)
	for i, c := range cells {
		all[i] = s.layout(c.Text, c.style(ts), s.Width()*c.Width/total-2*padX)
	}
	return all
}

func (c Cell) style(ts TableStyle) Style {
	st := Style{Size: ts.Size, Leading: ts.Leading, Color: Ink, Align: c.Align}
	if c.Label {
		st.Bold, st.Align = true, Center
	}
	return st
}

// row draws the cells; where they do not fit it begins a page and lets again draw the head there.
func (s *Sheet) row(cells []Cell, ts TableStyle, minHeight float64, again func()) {
	rest := s.cellLines(cells, ts)
	for s.err == nil {
		lines := longest(rest)
		height := max(float64(lines)*ts.Leading+2*padY, minHeight)
		if height <= s.Room() {
			s.drawRow(cells, rest, ts, height)
			return
		}
		fresh := s.page.Height - s.page.Top - s.page.Bottom - 4*ts.Leading
		if height > fresh && s.Room() > 4*ts.Leading {
			fitting := min(int((s.Room()-2*padY)/ts.Leading), lines)
			part := make([][]line, len(rest))
			for i := range rest {
				n := min(fitting, len(rest[i]))
				part[i], rest[i] = rest[i][:n], rest[i][n:]
			}
			s.drawRow(cells, part, ts, s.Room())
			minHeight = 0
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

func (s *Sheet) drawRow(cells []Cell, lines [][]line, ts TableStyle, height float64) {
	x, total := s.page.Left, shares(cells)
	for i, c := range cells {
		w := s.Width() * c.Width / total
		if c.Label {
			s.fill(x, s.y, w, height, Pale)
		}
		top := s.y + padY
		if c.Label || len(lines[i]) == 1 {
			top = s.y + (height-float64(len(lines[i]))*ts.Leading)/2
		}
		for n, l := range lines[i] {
			s.drawLine(l, c.style(ts), x+padX, top+float64(n)*ts.Leading, w-2*padX, 0)
		}
		s.box(x, s.y, w, height)
		x += w
	}
	s.y += height
}

func (s *Sheet) box(x, y, w, h float64) {
	s.rule(x, y, x+w, y, hairline, Ink)
	s.rule(x, y+h, x+w, y+h, hairline, Ink)
	s.rule(x, y, x, y+h, hairline, Ink)
	s.rule(x+w, y, x+w, y+h, hairline, Ink)
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
