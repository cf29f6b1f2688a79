// Package qr makes QR codes (ISO/IEC 18004) of short addresses, quickly: a batch has thousands.
package qr

import "fmt"

// Code is a square of modules without its quiet zone.
type Code struct {
	Size  int
	dark  []bool
	fixed []bool // belongs to a pattern and not to the data
}

// Dark says whether the module in the column and row is dark.
func (c *Code) Dark(column, row int) bool { return c.dark[row*c.Size+column] }

// The versions 1 to 10 at error correction M.
var (
	codewords  = [...]int{26, 44, 70, 100, 134, 172, 196, 242, 292, 346} // of data and correction
	correction = [...]int{10, 16, 26, 18, 24, 16, 18, 22, 22, 26}        // of each block
	blockCount = [...]int{1, 1, 1, 2, 2, 4, 4, 4, 5, 5}
	alignments = [...][]int{{}, {6, 18}, {6, 22}, {6, 26}, {6, 30}, {6, 34}, {6, 22, 38}, {6, 24, 42}, {6, 26, 46}, {6, 28, 50}}
)

// Limit is the longest content in bytes.
const Limit = 213

// Encode makes the code of the content at error correction M, in the smallest version up to 10, with the mask that
// disturbs readers least. It fails where the content is longer than Limit.
func Encode(content string) (*Code, error) {
	for version := 1; version <= len(codewords); version++ {
		if data, fits := dataOf(content, version); fits {
			return drawn(version, interleaved(data, version)), nil
		}
	}
	return nil, fmt.Errorf("a QR code holds at most %d bytes, not %d", Limit, len(content))
}

// dataOf writes the content in byte mode, filled up to the version's room.
func dataOf(content string, version int) ([]byte, bool) {
	room := codewords[version-1] - correction[version-1]*blockCount[version-1]
	counter := 8
	if version >= 10 {
		counter = 16
	}
	if 4+counter+8*len(content) > 8*room {
		return nil, false
	}
	var bits bitWriter
	bits.write(4, 4) // byte mode
	bits.write(len(content), counter)
	for i := range len(content) {
		bits.write(int(content[i]), 8)
	}
	bits.write(0, min(4, 8*room-bits.count))
	bits.write(0, (8-bits.count%8)%8)
	for pad := 0xEC; len(bits.bytes) < room; pad ^= 0xEC ^ 0x11 {
		bits.write(pad, 8)
	}
	return bits.bytes, true
}

type bitWriter struct {
	bytes []byte
	count int
}

func (w *bitWriter) write(value, bits int) {
	for i := bits - 1; i >= 0; i-- {
		if w.count%8 == 0 {
			w.bytes = append(w.bytes, 0)
		}
		w.bytes[w.count/8] |= byte(value>>i&1) << (7 - w.count%8)
		w.count++
	}
}

// interleaved cuts the data into blocks, adds the correction of each, and mixes them.
func interleaved(data []byte, version int) []byte {
	blocks, ec, all := blockCount[version-1], correction[version-1], codewords[version-1]
	short := blocks - all%blocks
	length := all/blocks - ec
	parts, checks := make([][]byte, blocks), make([][]byte, blocks)
	divisor := generator(ec)
	for i := range blocks {
		n := length
		if i >= short {
			n++
		}
		parts[i], data = data[:n], data[n:]
		checks[i] = remainder(parts[i], divisor)
	}
	out := make([]byte, 0, all)
	for at := range length + 1 {
		for _, p := range parts {
			if at < len(p) {
				out = append(out, p[at])
			}
		}
	}
	for at := range ec {
		for _, c := range checks {
			out = append(out, c[at])
		}
	}
	return out
}

// generator is the divisor of the Reed-Solomon code, without its leading one.
func generator(degree int) []byte {
	g := make([]byte, degree)
	g[degree-1] = 1
	root := byte(1)
	for range degree {
		for j := range g {
			g[j] = times(g[j], root)
			if j+1 < degree {
				g[j] ^= g[j+1]
			}
		}
		root = times(root, 2)
	}
	return g
}

func remainder(data, divisor []byte) []byte {
	rest := make([]byte, len(divisor))
	for _, b := range data {
		factor := b ^ rest[0]
		copy(rest, rest[1:])
		rest[len(rest)-1] = 0
		for i, d := range divisor {
			rest[i] ^= times(d, factor)
		}
	}
	return rest
}

// times multiplies in the field of 256 elements.
func times(x, y byte) byte {
	z := 0
	for i := 7; i >= 0; i-- {
		z = z<<1 ^ (z>>7)*0x11D
		z ^= int(y>>i&1) * int(x)
	}
	return byte(z)
}
