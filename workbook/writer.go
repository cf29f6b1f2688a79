package workbook

import (
	"archive/zip"
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// stamp is the time of every part, so that the same content makes the same bytes.
var stamp = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// layout is a sheet before its rows.
type layout struct {
	name   string
	hidden bool
	widths []float64
	looks  []Look // of the columns' empty cells; Plain where it says nothing
	frozen int    // rows that stay in sight, and stand on every printed page
	lists  []choice
}

// choice is the help that a column's cells give: a drop-down, or only a hint.
type choice struct {
	column, top, bottom int
	formula             string // what the drop-down offers; nothing for a hint
	heading, hint       string
}

// writer writes a workbook, sheet after sheet and row after row, in constant memory.
type writer struct {
	archive *zip.Writer
	layouts []layout
	begun   int // sheets
	part    *bufio.Writer
	row     int // the last one that was written
	err     error
}

func newWriter(out io.Writer, layouts ...layout) *writer {
	w := &writer{archive: zip.NewWriter(out), layouts: layouts}
	w.write("[Content_Types].xml", contentTypes(layouts))
	w.write("_rels/.rels", relationships(relation{"rId1", "officeDocument", "xl/workbook.xml"}))
	w.write("xl/workbook.xml", sheetList(layouts))
	places := []relation{{"rId0", "styles", "styles.xml"}}
	for i := range layouts {
		places = append(places, relation{fmt.Sprint("rId", i+1), "worksheet", fmt.Sprintf("worksheets/sheet%d.xml", i+1)})
	}
	w.write("xl/_rels/workbook.xml.rels", relationships(places...))
	w.write("xl/styles.xml", styles())
	return w
}

func (w *writer) create(name string) io.Writer {
	part, err := w.archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: stamp})
	w.err = errors.Join(w.err, err)
	if err != nil {
		return io.Discard
	}
	return part
}

func (w *writer) write(name, content string) {
	_, err := io.WriteString(w.create(name), content)
	w.err = errors.Join(w.err, err)
}

// sheet begins the next sheet.
func (w *writer) sheet() {
	w.finish()
	l := w.layouts[w.begun]
	w.begun++
	w.part = bufio.NewWriterSize(w.create(fmt.Sprintf("xl/worksheets/sheet%d.xml", w.begun)), 64<<10)
	w.row = 0
	w.put(declaration, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
		`<sheetViews><sheetView workbookViewId="0"`)
	if w.begun == 1 {
		w.put(` tabSelected="1"`)
	}
	if l.frozen > 0 {
		w.put(fmt.Sprintf(`><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/></sheetView>`, l.frozen, l.frozen+1))
	} else {
		w.put(`/>`)
	}
	w.put(`</sheetViews><sheetFormatPr defaultRowHeight="15"/>`)
	if len(l.widths) > 0 {
		w.put(`<cols>`)
		for i, width := range l.widths {
			look := Plain
			if i < len(l.looks) {
				look = l.looks[i]
			}
			w.put(fmt.Sprintf(`<col min="%d" max="%d" width="%s" style="%d" customWidth="1"/>`, i+1, i+1, strconv.FormatFloat(width, 'f', -1, 64), formatOf(look)))
		}
		w.put(`</cols>`)
	}
	w.put(`<sheetData>`)
}

// line writes the next row.
func (w *writer) line(values ...Value) { w.lineAt(w.row+1, values...) }

// lineAt writes a row at its number, or as the next one where rows have already come so far.
func (w *writer) lineAt(number int, values ...Value) {
	w.row = max(number, w.row+1)
	if w.row > rowMost {
		w.err = errors.Join(w.err, fmt.Errorf("row %d is more than a sheet holds", w.row))
		return
	}
	row := strconv.Itoa(w.row)
	w.put(`<row r="`, row, `">`)
	for i, v := range values {
		format := v.format()
		if v.kind == kindText && v.text == "" && format == Plain {
			continue
		}
		w.put(`<c r="`, Letter(i), row, `" s="`, strconv.Itoa(formatOf(format)))
		switch {
		case v.kind == kindDay:
			w.put(`"><v>`, strconv.FormatInt(v.whole, 10), `</v></c>`)
		case v.kind == kindNumber:
			w.put(`"><v>`, safeText(v.text), `</v></c>`)
		case v.text == "":
			w.put(`"/>`)
		default:
			w.put(`" t="inlineStr"><is><t xml:space="preserve">`, safeText(fitting(v.text)), `</t></is></c>`)
		}
	}
	w.put(`</row>`)
}

// finish ends the sheet that is being written.
func (w *writer) finish() {
	if w.part == nil {
		return
	}
	l := w.layouts[w.begun-1]
	w.put(`</sheetData>`)
	if len(l.lists) > 0 {
		w.put(fmt.Sprintf(`<dataValidations count="%d">`, len(l.lists)))
		for _, c := range l.lists {
			w.put(c.markup())
		}
		w.put(`</dataValidations>`)
	}
	w.put(`<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>`,
		`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`)
	w.err = errors.Join(w.err, w.part.Flush())
	w.part = nil
}

// close ends the workbook. Sheets that were not begun are empty.
func (w *writer) close() error {
	for w.begun < len(w.layouts) {
		w.sheet()
	}
	w.finish()
	if err := errors.Join(w.err, w.archive.Close()); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	return nil
}

func (w *writer) put(pieces ...string) {
	for _, piece := range pieces {
		_, _ = w.part.WriteString(piece) // the writer keeps its error until finish
	}
}

// fitting cuts a text to what a cell holds.
func fitting(text string) string {
	const most = 32767 // UTF-16 units
	if len(text) <= most {
		return text
	}
	units := 0
	for i, r := range text {
		if units += max(utf16.RuneLen(r), 1); units > most {
			return text[:i]
		}
	}
	return text
}

// safeText writes a text so that XML and spreadsheet programs read it back as it was.
func safeText(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	if !strings.ContainsFunc(text, func(r rune) bool {
		return r < ' ' || r == '<' || r == '>' || r == '&' || r == '"' || r == '_' || r >= 0xFFFE
	}) {
		return text
	}
	var safe strings.Builder
	for i, r := range text {
		switch {
		case r == '<':
			safe.WriteString("&lt;")
		case r == '>':
			safe.WriteString("&gt;")
		case r == '&':
			safe.WriteString("&amp;")
		case r == '"':
			safe.WriteString("&quot;")
		case r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF:
			fmt.Fprintf(&safe, "_x%04X_", r)
		case r == '_' && looksEscaped(text[i:]):
			safe.WriteString("_x005F_")
		default:
			safe.WriteRune(r)
		}
	}
	return safe.String()
}

func looksEscaped(text string) bool {
	_, ok := escape([]byte(text[:min(len(text), len("_x000D_"))]))
	return ok
}
