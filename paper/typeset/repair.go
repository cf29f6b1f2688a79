package typeset

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"unicode/utf16"
)

// The PDF library writes the text map of a font (ToUnicode) with code points where the format wants
// UTF-16, so that 𬱖 could not be copied or read aloud; and it puts all pairs into one block, where the
// format allows a hundred. repair writes these maps anew, names the language of the document, and
// makes a new table of object offsets.
func repair(pdf []byte) ([]byte, error) {
	objects, trailer, err := splitObjects(pdf)
	if err != nil {
		return nil, err
	}
	out := bytes.NewBuffer(make([]byte, 0, len(pdf)+1024))
	out.Write(pdf[:objects[0].offset])
	for i := range objects {
		body := objects[i].body
		switch {
		case bytes.Contains(body[:min(len(body), 120)], []byte("/CIDInit /ProcSet")):
			body = textMap(i+1, body)
		case i == 0:
			body = bytes.Replace(body, []byte("/Type /Catalog\n"), []byte("/Type /Catalog\n  /Lang (zh-CN)\n"), 1)
		}
		objects[i].offset = out.Len()
		out.Write(body)
	}
	start := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range objects {
		fmt.Fprintf(out, "%010d 00000 n \n", o.offset)
	}
	fmt.Fprintf(out, "%sstartxref\n%d\n%%%%EOF\n", trailer, start)
	return out.Bytes(), nil
}

type object struct {
	offset int
	body   []byte
}

var errShape = errors.New("the PDF has not the shape that the library writes")

// splitObjects cuts the file at the offsets of its own table.
func splitObjects(pdf []byte) ([]object, []byte, error) {
	tail := bytes.LastIndex(pdf, []byte("startxref\n"))
	if tail < 0 {
		return nil, nil, errShape
	}
	number, _, _ := bytes.Cut(pdf[tail+len("startxref\n"):], []byte("\n"))
	xref, err := strconv.Atoi(string(number))
	if err != nil || xref <= 0 || xref >= tail {
		return nil, nil, errShape
	}
	table, rest, found := bytes.Cut(pdf[xref:tail], []byte("trailer\n"))
	if !found {
		return nil, nil, errShape
	}
	entries := bytes.Split(bytes.TrimSpace(table), []byte("\n"))
	if len(entries) < 4 {
		return nil, nil, errShape
	}
	var objects []object
	for _, e := range entries[3:] {
		if len(e) < 10 {
			return nil, nil, errShape
		}
		offset, err := strconv.Atoi(string(e[:10]))
		if err != nil || offset >= xref {
			return nil, nil, errShape
		}
		objects = append(objects, object{offset: offset})
	}
	for i := range objects {
		end := xref
		if i+1 < len(objects) {
			end = objects[i+1].offset
		}
		objects[i].body = pdf[objects[i].offset:end]
	}
	return objects, append([]byte("trailer\n"), rest...), nil
}

var pair = regexp.MustCompile(`<([0-9A-F]{4})><[0-9A-F]{4}><([0-9A-F]{4,6})>`)

// textMap writes the ToUnicode map of object id anew from the pairs of the old one.
func textMap(id int, old []byte) []byte {
	const block = 100
	pairs := pair.FindAllSubmatch(old, -1)
	var m bytes.Buffer
	m.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for from := 0; from < len(pairs); from += block {
		part := pairs[from:min(from+block, len(pairs))]
		fmt.Fprintf(&m, "%d beginbfchar\n", len(part))
		for _, p := range part {
			fmt.Fprintf(&m, "<%s><%s>\n", p[1], utf16Hex(p[2]))
		}
		m.WriteString("endbfchar\n")
	}
	m.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return fmt.Appendf(nil, "%d 0 obj\n<<\n/Length %d\n>>\nstream\n%sendstream\nendobj\n\n", id, m.Len(), m.Bytes())
}

func utf16Hex(hex []byte) string {
	code, _ := strconv.ParseUint(string(hex), 16, 32)
	var s string
	for _, unit := range utf16.Encode([]rune{rune(code)}) {
		s += fmt.Sprintf("%04X", unit)
	}
	return s
}
