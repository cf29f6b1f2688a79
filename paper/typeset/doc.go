// Package typeset is a small layout kit for official papers (公文): pages, paragraphs that break lines
// by 禁则, tables that go on over pages, seals, QR codes and numbered footers. The same calls give the
// same bytes. All lengths are points (1/72 inch) from the top left corner.
package typeset
