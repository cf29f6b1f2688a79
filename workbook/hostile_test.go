package workbook_test

import (
	"bytes"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"jiangxin/domain/fault"
	"jiangxin/workbook"
)

// Whatever is sent, it is read or refused with a sentence, and never breaks the reader.
func FuzzBook(f *testing.F) {
	f.Add(filled(f, []string{"甲", "210102199001011234", "二级/技师"}))
	f.Add(sheet(f, headings+`<row r="3"><c r="A3" t="s"><v>0</v></c><c t="e"><v>#REF!</v></c></row>`, [2]string{"xl/texts.xml", "<sst><si><t>甲</t></si></sst>"}))
	f.Fuzz(func(t *testing.T, file []byte) {
		_, err := read(file, workbook.LimitsFor(50))
		var said *fault.Error
		if err != nil && (!errors.As(err, &said) || said.Text.ZH == "" || said.Text.EN == "") {
			t.Errorf("an error without a sentence: %v", err)
		}
	})
}

// A file that was damaged on its way is read or refused with a sentence.
func TestADamagedFileIsReadOrRefused(t *testing.T) {
	t.Parallel()
	whole := filled(t, []string{"甲", "210102199001011234", "二级/技师"})
	rapid.Check(t, func(t *rapid.T) {
		file := bytes.Clone(whole)
		for range rapid.IntRange(1, 5).Draw(t, "damages") {
			file[rapid.IntRange(0, len(file)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		}
		_, err := read(file, workbook.LimitsFor(50))
		var said *fault.Error
		if err != nil && !errors.As(err, &said) {
			t.Errorf("an error without a sentence: %v", err)
		}
	})
}

// FuzzSheet changes the rows themselves, which a change of a packed file seldom reaches.
func FuzzSheet(f *testing.F) {
	f.Add(headings+`<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="inlineStr"><is><r><t>a</t></r></is></c><c><f>1</f><v>2</v></c></row>`, "<si><t>甲</t></si>")
	f.Add(headings+`</sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells><sheetData><row><c r="ZZZ9"/></row>`, "<si><r><t>_x000D_</t></r></si>")
	f.Add(`<row><c t="str"><v>abcdef</v></c><c t="str"><row></row></c><v>1</v></row><row><c t="s"><c t="s"><v>0</v></c></c></row>`, "<t>x</t><si><si/></si>")
	f.Fuzz(func(t *testing.T, rows, texts string) {
		lines, err := read(sheet(t, rows, [2]string{"xl/texts.xml", "<sst>" + texts + "</sst>"}), workbook.LimitsFor(50))
		var said *fault.Error
		if err != nil && !errors.As(err, &said) {
			t.Errorf("an error without a sentence: %v", err)
		}
		if len(lines) > 50 {
			t.Errorf("%d lines", len(lines))
		}
	})
}
