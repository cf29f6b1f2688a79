package markup_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"jiangxin/workbook/markup"
)

// story tells a document in one line: elements, their attribute a, texts.
func story(source io.Reader) (string, error) {
	var told strings.Builder
	s := markup.New(source)
	for {
		kind, err := s.Next()
		if errors.Is(err, io.EOF) {
			return told.String(), nil
		}
		if err != nil {
			return told.String(), err
		}
		switch kind {
		case markup.Start:
			told.WriteString("<" + string(s.Name()))
			if a, ok := s.Attribute("a"); ok {
				told.WriteString(" " + string(a))
			}
			told.WriteByte('>')
		case markup.End:
			told.WriteString("/")
		case markup.Text:
			told.Write(s.Text())
		}
	}
}

// reference tells the same with encoding/xml.
func reference(source io.Reader) (string, error) {
	var told strings.Builder
	d := xml.NewDecoder(source)
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return told.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			told.WriteString("<" + t.Name.Local)
			for _, a := range t.Attr {
				if a.Name.Local == "a" {
					told.WriteString(" " + a.Value)
					break
				}
			}
			told.WriteByte('>')
		case xml.EndElement:
			told.WriteString("/")
		case xml.CharData:
			told.Write(t)
		}
	}
}

var documents = map[string]string{
	`<a/>`: "<a>/",
	"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<x:r b='1' y:a=\"2&lt;\">t&amp;&#20013;&#x4e2d;<!-- <no> --><c/></x:r>\n": "<r 2<>t&中中<c>//",
	"<r>\r\n<![CDATA[<a>&amp;]]]]><![CDATA[]]>\rx</r>":                                                              "<r>\n<a>&amp;]]\nx/",
	`<r a = "1>2" ><q a='"'/></r>`:                                                                                  `<r 1>2><q ">//`,
	"<r>" + strings.Repeat("长&gt;", 50_000) + "</r >":                                                               "<r>" + strings.Repeat("长>", 50_000) + "/",
	"<r><![CDATA[" + strings.Repeat("长", 90_000) + "]]></r>":                                                        "<r>" + strings.Repeat("长", 90_000) + "/",
}

func TestADocumentIsToldAsItStandsHoweverItArrives(t *testing.T) {
	t.Parallel()
	for document, want := range documents {
		for name, source := range map[string]io.Reader{
			"at once": strings.NewReader(document), "byte by byte": iotest.OneByteReader(strings.NewReader(document)),
			"with its end": iotest.DataErrReader(strings.NewReader(document)),
		} {
			if got, err := story(source); got != want || err != nil {
				t.Errorf("%s, %.60s: %.60s, %v", name, document, got, err)
			}
		}
	}
}

func TestWhatIsNotWellFormedIsRefused(t *testing.T) {
	t.Parallel()
	for _, document := range []string{
		"", " ", "x", "<", "<a", "<a>", "<a></b>", "</a>", "<a/><b/>", "<a/>x", "<a>&boom;</a>", "<a>&#0;</a>", "<a>&#x110000;</a>", "<a>&amp</a>",
		`<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`, "<a><!ELEMENT></a>", "<a b='></a>", "<a <b></a>", "<a><![CDATA[x</a>", "<a><!-- </a>", "< a/>", "<a:/>",
		"<a>" + strings.Repeat("<b>", 300) + strings.Repeat("</b>", 300) + "</a>", "<a b='" + strings.Repeat("x", 70_000) + "'/>",
		"<\x00a\x00/\x00>\x00",
	} {
		if got, err := story(strings.NewReader(document)); err == nil {
			t.Errorf("%.60q is told as %.60q", document, got)
		}
	}
	broken := errors.New("the line broke")
	if _, err := story(io.MultiReader(strings.NewReader("<a>"), iotest.ErrReader(broken))); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

// FuzzScanner holds the scanner against encoding/xml: what both read, they read alike.
func FuzzScanner(f *testing.F) {
	for document := range documents {
		f.Add([]byte(document[:min(len(document), 300)]))
	}
	f.Fuzz(func(t *testing.T, document []byte) {
		got, err := story(bytes.NewReader(document))
		slow, errSlow := story(iotest.OneByteReader(bytes.NewReader(document)))
		if (err == nil) != (errSlow == nil) || err == nil && got != slow {
			t.Errorf("%q, %v at once; %q, %v byte by byte", got, err, slow, errSlow)
		}
		want, errWant := reference(bytes.NewReader(document))
		if err == nil && errWant == nil && got != strings.TrimPrefix(strings.TrimSpace(want), "\ufeff") && bytes.IndexByte(document, ':') < 0 {
			t.Errorf("%q is read as %q, encoding/xml reads %q", document, got, want)
		}
	})
}
