// Package pdf writes PDF files for the papers: pages with text in embedded TrueType fonts, lines, pictures and
// drawings that are made once. It is small because papers need little, and quick because a batch has thousands
// of certificates: fonts are parsed once, a file holds only the glyphs that it shows, and JPEG photos go in as
// they are. The same calls give the same bytes. Lengths are points (1/72 inch) from the top left corner.
package pdf
