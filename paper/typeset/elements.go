package typeset

import (
	"fmt"
	"strings"

	"jiangxin/paper/pdf"
)

// The styles of running text, in the usual Chinese sizes.
var (
	Body    = Style{Size: 14, Leading: 23.5, Color: Ink, Align: Justify, Indent: 2}           // 四号
	Small   = Style{Size: 10.5, Leading: 17, Color: Ink, Align: Justify}                      // 五号
	Note    = Style{Size: 9, Leading: 14, Color: Grey, Align: Justify}                        // 小五
	Section = Style{Size: 14, Leading: 24, Bold: true, Color: Ink}                            // 四号
	Title   = Style{Size: 22, Leading: 34, Bold: true, Color: Ink, Align: Center}             // 二号
	issuer  = Style{Size: 18, Leading: 28, Bold: true, Color: Ink, Align: Center, Spacing: 2} // 小二
	numberL = Style{Size: 10.5, Leading: 16, Color: Ink, Align: Left}
	numberR = Style{Size: 10.5, Leading: 16, Color: Ink, Align: Right}
)

// Heading is a 公文版头: who issues, the title between two rules, the number and a date below.
type Heading struct {
	Issuer string
	Title  string
	Left   string // below the lower rule, such as 编号
	Right  string // such as the case's number
	Red    bool   // the paper has legal effect
}

// Heading draws a 公文版头 at the top of the paper.
func (s *Sheet) Heading(h Heading) {
	color := Ink
	if h.Red {
		color = SealRed
	}
	if h.Issuer != "" {
		s.flow(h.Issuer, issuer.in(color))
		s.y += 6
	}
	l, r := s.page.Left, s.page.Left+s.Width()
	s.rule(l, s.y, r, s.y, 2.4, color)
	s.rule(l, s.y+3.4, r, s.y+3.4, 0.6, color)
	s.y += 14
	s.flow(h.Title, Title)
	s.y += 10
	s.rule(l, s.y, r, s.y, 0.6, color)
	s.y += 5
	if h.Left != "" || h.Right != "" {
		s.Place(h.Left, numberL, l, s.y, s.Width()*0.5)
		s.Place(h.Right, numberR, l+s.Width()*0.5, s.y, s.Width()*0.5)
		s.y += numberL.Leading * float64(max(1, len(s.layout(h.Left, numberL, s.Width()*0.5)), len(s.layout(h.Right, numberR, s.Width()*0.5))))
	}
	s.y += 10
}

// Paragraph sets running text; each line break of the text begins a paragraph.
func (s *Sheet) Paragraph(text string, st Style) { s.flow(text, st) }

// Height is the height that a paragraph of the given style takes.
func (s *Sheet) Height(text string, st Style) float64 {
	return float64(len(s.layout(text, st, s.Width()))) * st.Leading
}

func (s *Sheet) flow(text string, st Style) {
	for _, part := range splitLines(text) {
		indent := st.Indent * st.Size
		for i, l := range s.layout(part, st, s.Width()) {
			s.Need(st.Leading)
			if i > 0 {
				indent = 0
			}
			s.drawLine(l, st, s.page.Left, s.y, s.Width(), indent)
			s.y += st.Leading
		}
	}
}

// Heading2 sets the heading of a section. It is drawn together with what follows, on the same page.
func (s *Sheet) Heading2(text string) { s.await(text, Section) }

// Heading3 sets the heading of a part of a section, likewise.
func (s *Sheet) Heading3(text string) { s.await(text, Small) }

const headingGap = 3 // above and below a waiting heading

func (s *Sheet) await(text string, st Style) {
	s.pending = append(s.pending, waiting{text, st})
}

// waiting is a heading that has not been drawn yet.
type waiting struct {
	text  string
	style Style
}

func (s *Sheet) pendingHeight() float64 {
	var h float64
	for _, w := range s.pending {
		h += s.Height(w.text, w.style) + 2*headingGap
	}
	return h
}

func (s *Sheet) drawPending() {
	pending := s.pending
	s.pending = nil
	for _, w := range pending {
		s.y += headingGap
		s.flow(w.text, w.style)
		s.y += headingGap
	}
}

// Banner draws a framed remark that nobody should overlook.
func (s *Sheet) Banner(text string) {
	st := Style{Size: 11, Leading: 17, Bold: true, Color: Color{0x8A, 0x4B, 0x00}, Align: Center}
	lines := s.layout(text, st, s.Width()-20)
	h := float64(len(lines))*st.Leading + 12
	s.Need(h + 8)
	s.fill(s.page.Left, s.y, s.Width(), h, Banner)
	for i, l := range lines {
		s.drawLine(l, st, s.page.Left+10, s.y+6+float64(i)*st.Leading, s.Width()-20, 0)
	}
	s.y += h + 8
}

// Signature is the close of a paper: who signs, the date, and the place of the seal.
type Signature struct {
	Body   string // 落款: the body's full name
	Date   string // 成文日期 in Chinese
	Seal   string // what stands in the dashed circle, such as 待用印; empty: no place for a seal
	Signer string // a line for a handwritten signature above the body's name, such as 法定代表人（签字）
}

const (
	closeLeading = 26
	sealWidth    = 119 // 42 mm
)

var closeStyle = Style{Size: 14, Leading: closeLeading, Color: Ink, Align: Center}

// SignatureHeight is the height that Signature will take.
func (s *Sheet) SignatureHeight(sig Signature) float64 {
	height := float64(len(s.layout(sig.Body, closeStyle, s.closeWidth()))+1)*closeLeading + 16
	if sig.Seal != "" {
		height = max(height, sealWidth+8)
	}
	if sig.Signer != "" {
		height += s.penHeight(sig.Signer)
	}
	return height
}

func (s *Sheet) closeWidth() float64 { return s.Width() * 0.62 }

// Signature draws the close at the right edge, whole on one page.
func (s *Sheet) Signature(sig Signature) {
	height := s.SignatureHeight(sig)
	s.Need(height)
	width := s.closeWidth()
	x := s.page.Left + s.Width() - width
	top, bottom := s.y, s.y+height
	if sig.Signer != "" {
		s.penLine(sig.Signer, x, top, width)
		top += s.penHeight(sig.Signer)
	}
	middle := (top + bottom) / 2
	if sig.Seal != "" {
		s.sealPlace(x+width/2, middle, sealWidth/2, sig.Seal)
	}
	lines := float64(len(s.layout(sig.Body, closeStyle, width)) + 1)
	s.Place(sig.Body+"\n"+sig.Date, closeStyle, x, middle-lines*closeLeading/2, width)
	s.y = bottom
}

const pen = 96 // length of a line for a signature

// penLine draws a label with a line for the pen behind it.
func (s *Sheet) penLine(label string, x, y, width float64) {
	st := closeStyle
	st.Align = Right
	s.Place(label+"：", st, x, y, width-pen)
	foot := y + s.penHeight(label) - 14
	s.rule(x+width-pen, foot, x+width, foot, 0.6, Ink)
}

func (s *Sheet) penHeight(label string) float64 {
	return float64(len(s.layout(label+"：", closeStyle, s.closeWidth()-pen)))*closeLeading + 8
}

// sealPlace draws the dashed circle that marks where the seal goes.
func (s *Sheet) sealPlace(cx, cy, radius float64, text string) {
	s.pdf.Pen(pdf.Color{R: 0x9A, G: 0xA4, B: 0xB0}, 0.7)
	s.pdf.Dash(4, 3)
	s.pdf.Circle(cx, cy, radius)
	s.pdf.Dash()
	st := Style{Size: 9, Leading: 12, Color: Grey, Align: Center}
	s.Place("（"+text+"）", st, cx-radius, cy+radius-26, 2*radius)
}

// footers draws 编号 · 第n页/共m页 and the time of printing at the foot of every page.
func (s *Sheet) footers() {
	st := Style{Size: 9, Leading: 12, Color: Grey}
	y := s.page.Height - s.page.Bottom + 16
	l, r := s.page.Left, s.page.Left+s.Width()
	printed := ""
	if !s.imprint.PrintedAt.IsZero() {
		printed = "打印时间 " + s.imprint.PrintedAt.In(china).Format("2006-01-02 15:04")
	}
	for n := 1; n <= s.pages && s.err == nil; n++ {
		s.pdf = s.doc.Page(n)
		s.rule(l, y-4, r, y-4, 0.4, Grey)
		place := fmt.Sprintf("第%d页/共%d页", n, s.pages)
		left := strings.TrimPrefix(s.imprint.Number+" · "+place, " · ")
		s.Place(left, st, l, y, s.Width()*0.7)
		st.Align = Right
		s.Place(printed, st, l+s.Width()*0.7, y, s.Width()*0.3)
		st.Align = Left
	}
}

// Rule draws a thin rule across the page.
func (s *Sheet) Rule() {
	s.y += 3
	s.rule(s.page.Left, s.y, s.page.Left+s.Width(), s.y, 0.6, Ink)
	s.y += 3
}
