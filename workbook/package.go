package workbook

import (
	"fmt"
	"strings"
)

// relation is one line of a part that says where others stand.
type relation struct{ id, kind, target string }

func relationships(list ...relation) string {
	const kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	var s strings.Builder
	s.WriteString(declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, r := range list {
		s.WriteString(`<Relationship Id="` + r.id + `" Type="` + kinds + r.kind + `" Target="` + r.target + `"/>`)
	}
	return s.String() + `</Relationships>`
}

func contentTypes(layouts []layout) string {
	const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	var s strings.Builder
	s.WriteString(declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + kinds + `sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="` + kinds + `styles+xml"/>`)
	for i := range layouts {
		fmt.Fprintf(&s, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, i+1, kinds)
	}
	return s.String() + `</Types>`
}

func sheetList(layouts []layout) string {
	var sheets, names strings.Builder
	for i, l := range layouts {
		state := ""
		if l.hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, safeText(l.name), i+1, state, i+1)
		if l.frozen > 0 {
			fmt.Fprintf(&names, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">%s!$1:$%d</definedName>`, i, safeText(quoted(l.name)), l.frozen)
		}
	}
	s := declaration + `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<sheets>` + sheets.String() + `</sheets>`
	if names.Len() > 0 {
		s += `<definedNames>` + names.String() + `</definedNames>`
	}
	return s + `</workbook>`
}

// quoted is a sheet's name inside of a formula.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// markup writes the help of a column's cells. Lengths are those that spreadsheet programs accept.
func (c choice) markup() string {
	at := Letter(c.column)
	var s strings.Builder
	s.WriteString(`<dataValidation`)
	if c.formula != "" {
		s.WriteString(` type="list" showErrorMessage="1" errorTitle="` + safeText(cut(c.heading, 32)) + `" error="请从下拉列表中选择"`)
	}
	s.WriteString(` allowBlank="1"`)
	if c.hint != "" {
		s.WriteString(` showInputMessage="1" promptTitle="` + safeText(cut(c.heading, 32)) + `" prompt="` + safeText(cut(c.hint, 255)) + `"`)
	}
	fmt.Fprintf(&s, ` sqref="%s%d:%s%d">`, at, c.top, at, c.bottom)
	if c.formula != "" {
		s.WriteString(`<formula1>` + strings.ReplaceAll(safeText(c.formula), "&quot;", `"`) + `</formula1>`)
	}
	return s.String() + `</dataValidation>`
}

func cut(text string, most int) string {
	runes := []rune(text)
	return string(runes[:min(len(runes), most)])
}
