package exhibit

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// The parts of the smallest Word file that Word opens (ECMA-376, part 1).
const (
	wordTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	wordRelations = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	wordHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	wordFoot = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`
)

// DOCX writes a page as a Word file.
func DOCX(name string, p Page) (File, error) {
	var document strings.Builder
	document.WriteString(wordHead)
	paragraph(&document, p.Title, `<w:pPr><w:jc w:val="center"/></w:pPr>`, `<w:rPr><w:b/><w:sz w:val="36"/></w:rPr>`)
	for _, text := range p.paragraphs() {
		paragraph(&document, text, "", "")
	}
	document.WriteString(wordFoot)

	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	for _, part := range []struct{ name, body string }{
		{"[Content_Types].xml", wordTypes}, {"_rels/.rels", wordRelations}, {"word/document.xml", document.String()},
	} {
		w, err := archive.Create(part.name)
		if err == nil {
			_, err = w.Write([]byte(part.body))
		}
		if err != nil {
			return File{}, fmt.Errorf("write %s: %w", name, err)
		}
	}
	if err := archive.Close(); err != nil {
		return File{}, fmt.Errorf("write %s: %w", name, err)
	}
	return File{Name: name + ".docx", Body: file.Bytes()}, nil
}

func paragraph(into *strings.Builder, text, paragraphStyle, runStyle string) {
	into.WriteString("<w:p>" + paragraphStyle + "<w:r>" + runStyle + `<w:t xml:space="preserve">`)
	_ = xml.EscapeText(into, []byte(text)) // a strings.Builder never fails
	into.WriteString("</w:t></w:r></w:p>")
}
