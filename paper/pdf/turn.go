package pdf

import "encoding/binary"

// turn is how a photo must be turned to stand upright: the orientation of Exif, 1 to 8.
type turn int

const upright turn = 1

// sideways says whether width and height change places.
func (t turn) sideways() bool { return t >= 5 }

// matrix maps the unit square of the stored picture to that of the upright one.
func (t turn) matrix() [6]float64 {
	return [...][6]float64{
		{1, 0, 0, 1, 0, 0},
		{-1, 0, 0, 1, 1, 0}, // mirrored
		{-1, 0, 0, -1, 1, 1},
		{1, 0, 0, -1, 0, 1},
		{0, -1, -1, 0, 1, 1}, // mirrored along the falling diagonal
		{0, -1, 1, 0, 0, 1},
		{0, 1, 1, 0, 0, 0},
		{0, 1, -1, 0, 1, 0},
	}[max(upright, min(t, 8))-1]
}

// orientation reads the orientation from the TIFF part of Exif; upright where it does not say.
func orientation(tiff []byte) turn {
	if len(tiff) < 8 {
		return upright
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	const tagOrientation, entrySize = 0x0112, 12
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return upright
	}
	for n := range int(order.Uint16(tiff[at:])) {
		entry := at + 2 + entrySize*n
		if entry+entrySize > len(tiff) {
			break
		}
		if order.Uint16(tiff[entry:]) == tagOrientation {
			if t := turn(order.Uint16(tiff[entry+8:])); t >= upright && t <= 8 {
				return t
			}
		}
	}
	return upright
}
