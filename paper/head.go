package paper

import (
	"fmt"
	"strings"
	"time"

	"jiangxin/domain/fault"
	"jiangxin/paper/typeset"
)

// Head is what every paper has.
type Head struct {
	// Number is the paper's own number (编号), printed in the footer of every page.
	Number string `json:"number"`
	// CaseNumber is the case's number (办件编号); empty where the paper belongs to no case.
	CaseNumber string `json:"caseNumber,omitempty"`
	// Issuer is the full name of the body that issues the paper, or of the enterprise that signs it.
	Issuer string `json:"issuer"`
	// IssuedOn is the legal date of the paper, as 2026-11-22.
	IssuedOn string `json:"issuedOn"`
	// PrintedAt is the instant of printing; it is part of the input, so that bytes can be made again.
	PrintedAt time.Time `json:"printedAt"`
	// Sealed is true once the body's stamp is on the paper by other means; the place for it is then
	// left empty instead of being marked 待用印.
	Sealed bool `json:"sealed,omitempty"`
}

func (h Head) head() Head { return h }

// page is A4 upright; papers of another shape have their own.
func (h Head) page() typeset.Page { return typeset.Portrait }

func (h Head) check(c *checker) {
	c.need("/number", h.Number, "编号", "number")
	c.need("/issuer", h.Issuer, "出具单位", "issuing body")
	c.date("/issuedOn", h.IssuedOn, "出具日期", "date of issue")
}

// heading draws the 公文版头 of a letter.
func (h Head) heading(s *typeset.Sheet, title string, red bool) {
	s.Heading(typeset.Heading{Issuer: h.Issuer, Title: title, Left: "编号：" + h.Number, Right: h.caseLine(), Red: red})
}

func (h Head) caseLine() string {
	if h.CaseNumber == "" {
		return ""
	}
	return "办件编号：" + h.CaseNumber
}

// close draws the last paragraphs with the body's name, date and the place for its seal. They stay
// on one page: a seal must never stand on a page without words.
func (h Head) close(s *typeset.Sheet, last ...string) {
	seal := "待用印"
	if h.Sealed {
		seal = ""
	}
	closeWith(s, typeset.Signature{Body: h.Issuer, Date: chineseDate(h.IssuedOn), Seal: seal}, typeset.Body, last...)
}

func closeWith(s *typeset.Sheet, sig typeset.Signature, st typeset.Style, last ...string) {
	const gap = 10
	height := s.SignatureHeight(sig) + gap
	for _, p := range last {
		height += s.Height(p, st)
	}
	s.Need(height)
	for _, p := range last {
		if p != "" {
			s.Paragraph(p, st)
		}
	}
	s.Skip(gap)
	s.Signature(sig)
}

// Enterprise is the enterprise (企业) that a paper is about.
type Enterprise struct {
	Name       string `json:"name"`
	CreditCode string `json:"creditCode"` // 统一社会信用代码
}

func (e Enterprise) check(c *checker) {
	c.need("/enterprise/name", e.Name, "企业名称", "name of the enterprise")
	c.need("/enterprise/creditCode", e.CreditCode, "统一社会信用代码", "unified social credit code")
}

// notice is the only ground that papers cite.
const notice = "《辽宁省人力资源和社会保障厅关于在全省企业开展职业技能等级认定工作的通知》（辽人社〔2020〕22号，以下简称《通知》）"

// checker collects everything that a paper lacks.
type checker struct{ err *fault.Error }

func (c *checker) wrong(pointer, code, zh, en string) {
	if c.err == nil {
		c.err = fault.New(fault.Invalid, "文书要素不全，请补齐后再生成。", "The paper lacks something: complete it and try again.")
	}
	c.err.At(pointer, code, zh, en)
}

func (c *checker) need(pointer, value, zh, en string) {
	if strings.TrimSpace(value) == "" {
		c.wrong(pointer, "required", "请填写"+zh+"。", "Give the "+en+".")
	}
}

func (c *checker) some(pointer string, count int, zh, en string) {
	if count == 0 {
		c.wrong(pointer, "required", "请至少填写一项"+zh+"。", "Give at least one "+en+".")
	}
}

func (c *checker) date(pointer, value, zh, en string) {
	if _, err := time.Parse(time.DateOnly, value); err != nil {
		c.wrong(pointer, "date", zh+"应为 2026-11-22 这样的日期。", "The "+en+" must be a date such as 2026-11-22.")
	}
}

// chineseDate turns 2026-11-22 into 2026年11月22日, and leaves anything else as it is.
func chineseDate(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day())
}

// or returns the first text that is not blank: an empty field of a form says so.
func or(texts ...string) string {
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			return t
		}
	}
	return ""
}

// count prints n as a table's running number.
func count(n int) string { return fmt.Sprint(n) }
