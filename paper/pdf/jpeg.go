package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// The segments of a JPEG (ITU-T T.81, annex B) that matter here.
const (
	jpegSOF0, jpegSOF2  = 0xC0, 0xC2
	jpegSOF15           = 0xCF
	jpegDHT, jpegJPG    = 0xC4, 0xC8
	jpegDAC             = 0xCC
	jpegSOI, jpegEOI    = 0xD8, 0xD9
	jpegSOS             = 0xDA
	jpegAPP0, jpegAPP1  = 0xE0, 0xE1
	jpegAPP14, jpegAPPF = 0xEE, 0xEF
	jpegCOM             = 0xFE
)

// readJPEG copies the segments that make the picture and leaves out the others: nothing is decoded.
func readJPEG(data []byte, pixels int) (*Picture, error) {
	p := &Picture{turn: upright}
	kept := append(make([]byte, 0, len(data)), 0xFF, jpegSOI)
	components, at := 0, 2
	for {
		if at+4 > len(data) || data[at] != 0xFF {
			return nil, errTruncated
		}
		kind := data[at+1]
		if kind == 0xFF { // fill
			at++
			continue
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end < at+4 || end > len(data) {
			return nil, errTruncated
		}
		body := data[at+4 : end]
		switch {
		case kind >= jpegSOF0 && kind <= jpegSOF15 && kind != jpegDHT && kind != jpegJPG && kind != jpegDAC:
			if kind > jpegSOF2 || len(body) < 6 || body[0] != 8 {
				return nil, fmt.Errorf("%w: a JPEG of a rare kind", ErrPicture)
			}
			p.height, p.width = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
			components = int(body[5])
		case kind == jpegAPP1:
			if bytes.HasPrefix(body, []byte("Exif\x00\x00")) {
				p.turn = orientation(body[6:])
			}
		}
		if kind < jpegAPP1 && kind != jpegSOI && kind != jpegEOI || kind == jpegAPP14 {
			kept = append(kept, data[at:end]...)
		} else if kind > jpegAPPF && kind != jpegCOM {
			return nil, fmt.Errorf("%w: an unknown segment", ErrPicture)
		}
		if at = end; kind == jpegSOS {
			break
		}
	}
	return p.finishJPEG(kept, data[at:], components, pixels)
}

// finishJPEG adds the scans, up to the end mark.
func (p *Picture) finishJPEG(kept, scans []byte, components, pixels int) (*Picture, error) {
	spaces := map[int]string{1: "/DeviceGray", 3: "/DeviceRGB"}
	end := bytes.LastIndex(scans, []byte{0xFF, jpegEOI})
	switch {
	case end < 0:
		return nil, errTruncated
	case p.width < 1 || p.height < 1 || spaces[components] == "":
		return nil, fmt.Errorf("%w: %d colours", ErrPicture, components)
	case tooLarge(p.width, p.height, pixels):
		return nil, ErrPixels
	}
	p.content = append(kept, scans[:end+2]...)
	p.entries = fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent 8 /Filter /DCTDecode", p.width, p.height, spaces[components])
	return p, nil
}
