package workbook

import (
	"fmt"
	"strings"
)

// styles is the part with the formats of cells: first that of cells nobody has written, then one for each Look.
func styles() string {
	const (
		textFormat, wholeFormat, dayFormat = 49, 0, 164
		none, grey, red, yellow            = 0, 2, 3, 4
		normal, bold, large                = 0, 1, 2
		open, lined                        = 0, 1
	)
	formats := []struct {
		number, font, fill, border int
		quoted                     bool
		align                      string
	}{
		Plain:         {number: textFormat},
		Head:          {number: textFormat, font: bold, fill: grey, border: lined, align: `horizontal="center" vertical="center" wrapText="1"`},
		Title:         {number: textFormat, font: large, align: `horizontal="centerContinuous" vertical="center"`},
		Wrong:         {number: textFormat, fill: red, border: lined},
		Warned:        {number: textFormat, fill: yellow, border: lined},
		Remark:        {number: textFormat, align: `vertical="top" wrapText="1"`},
		figure:        {number: wholeFormat},
		date:          {number: dayFormat},
		guarded:       {number: textFormat, quoted: true},
		wrongGuarded:  {number: textFormat, fill: red, border: lined, quoted: true},
		wrongFigure:   {number: wholeFormat, fill: red, border: lined},
		wrongDate:     {number: dayFormat, fill: red, border: lined},
		warnedGuarded: {number: textFormat, fill: yellow, border: lined, quoted: true},
		warnedFigure:  {number: wholeFormat, fill: yellow, border: lined},
		warnedDate:    {number: dayFormat, fill: yellow, border: lined},
		instruction:   {number: textFormat, align: `vertical="top" wrapText="1"`},
	}
	var s strings.Builder
	s.WriteString(declaration + `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
		`<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>` +
		`<fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font><font><b/><sz val="15"/><name val="等线"/></font></fonts>` +
		`<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
		fill("FFEDEDED") + fill("FFFFC7CE") + fill("FFFFF2B3") + `</fills>` +
		`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>` +
		side("left") + side("right") + side("top") + side("bottom") + `<diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`)
	fmt.Fprintf(&s, `<cellXfs count="%d"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`, len(formats)+1)
	for _, f := range formats {
		fmt.Fprintf(&s, `<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"`, f.number, f.font, f.fill, f.border)
		if f.quoted {
			s.WriteString(` quotePrefix="1"`)
		}
		if f.align == "" {
			s.WriteString(`/>`)
		} else {
			s.WriteString(` applyAlignment="1"><alignment ` + f.align + `/></xf>`)
		}
	}
	s.WriteString(`</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`)
	return s.String()
}

func fill(colour string) string {
	return `<fill><patternFill patternType="solid"><fgColor rgb="` + colour + `"/><bgColor rgb="` + colour + `"/></patternFill></fill>`
}

// formatOf is the place of a Look's format in the part.
func formatOf(look Look) int { return int(look) + 1 }

func side(name string) string {
	return `<` + name + ` style="thin"><color rgb="FFBFBFBF"/></` + name + `>`
}
