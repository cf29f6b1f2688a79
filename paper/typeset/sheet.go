package typeset

import (
	"fmt"
	"time"

	"jiangxin/paper/pdf"
)

// Color is an RGB colour.
type Color struct{ R, G, B uint8 }

// The colours of the papers.
var (
	Ink     = Color{0x1C, 0x25, 0x30}
	SealRed = Color{0xA6, 0x26, 0x1D} // only where the paper has legal effect
	Grey    = Color{0x5F, 0x6B, 0x7A}
	Pale    = Color{0xF2, 0xF1, 0xEC} // ground of table heads and labels
	Banner  = Color{0xFC, 0xEF, 0xD9}
)

// MM converts millimetres to points.
func MM(mm float64) float64 { return mm * 72 / 25.4 }

// Page is the size of a page and its margins.
type Page struct {
	Width, Height, Left, Right, Top, Bottom float64
	Bare                                    bool // without a footer
}

// The two pages in use.
var (
	Portrait  = Page{MM(210), MM(297), MM(26), MM(26), MM(20), MM(20), false}
	Form      = Page{MM(210), MM(297), MM(20), MM(20), MM(20), MM(20), false}
	Landscape = Page{MM(297), MM(210), MM(16), MM(16), MM(18), MM(18), false}
)

// Imprint is what stands in the footer of every page and in the file's own data.
type Imprint struct {
	Title     string
	Number    string    // 编号 of the paper
	PrintedAt time.Time // shown in China Standard Time; also the file's creation time
}

// Sheet is one paper being written from top to bottom. After the first failure it does nothing more;
// Finish returns that failure.
type Sheet struct {
	page     Page
	imprint  Imprint
	fonts    *Typefaces
	doc      *pdf.Document
	pdf      *pdf.Canvas // the current page
	y        float64
	pages    int
	pending  []waiting // headings that wait for what follows them
	warnings []Warning
	warned   map[rune]bool
	err      error
}

// china is the legal time of all papers; China has had no other since 1991.
var china = time.FixedZone("CST", 8*60*60)

// NewSheet opens a paper at the top of its first page.
func NewSheet(page Page, imprint Imprint) *Sheet {
	info := pdf.Info{Title: imprint.Title, Subject: imprint.Number, Creator: "匠信 Jiangxin"}
	if !imprint.PrintedAt.IsZero() {
		info.Created = imprint.PrintedAt.In(china)
	}
	s := &Sheet{page: page, imprint: imprint, doc: pdf.New(info, page.Width, page.Height), warned: map[rune]bool{}}
	s.fonts, s.err = loadTypefaces()
	s.NewPage()
	return s
}

// Use sets what follows in other typefaces.
func (s *Sheet) Use(t *Typefaces, err error) {
	if err != nil {
		s.fail(err)
		return
	}
	s.fonts = t
}

// NewPage goes to the top of a new page.
func (s *Sheet) NewPage() {
	s.pdf = s.doc.AddPage()
	s.pages++
	s.y = s.page.Top
}

// Width is the room between the margins.
func (s *Sheet) Width() float64 { return s.page.Width - s.page.Left - s.page.Right }

// Left is the left margin's edge.
func (s *Sheet) Left() float64 { return s.page.Left }

// Y is the current height, measured from the top of the page.
func (s *Sheet) Y() float64 { return s.y }

// Room is the height left on this page.
func (s *Sheet) Room() float64 { return s.page.Height - s.page.Bottom - s.y }

// freshRoom is the height of an empty page between its margins.
func (s *Sheet) freshRoom() float64 { return s.page.Height - s.page.Top - s.page.Bottom }

// Skip goes down by h; it does not begin a page.
func (s *Sheet) Skip(h float64) { s.y += h }

// Need begins a new page where less than h is left on this one, and draws the heading that waits.
func (s *Sheet) Need(h float64) {
	if s.Room() < h+s.pendingHeight() {
		s.NewPage()
	}
	s.drawPending()
}

// Finish draws the footers and returns the file.
func (s *Sheet) Finish() ([]byte, []Warning, error) {
	if !s.page.Bare {
		s.footers()
	}
	if s.err != nil {
		return nil, nil, s.err
	}
	file, err := s.doc.Bytes()
	if err != nil {
		return nil, nil, fmt.Errorf("write PDF: %w", err)
	}
	return file, s.warnings, nil
}

func (s *Sheet) fail(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *Sheet) warn(w Warning) {
	if !s.warned[w.Rune] {
		s.warned[w.Rune] = true
		s.warnings = append(s.warnings, w)
	}
}
