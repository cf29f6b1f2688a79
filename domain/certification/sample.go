package certification

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
)

// Sample draws the rows whose evidence the auditor looks at (抽查): share percent of all rows, rounded up, and no
// fewer than minimum, from those that no finding leads the eye to anyway. The rows stand in places 1 to rows;
// flagged are the places with a finding. One seed gives one sample, so that the draw can be repeated; the seed is
// chance drawn when the batch is handed in, and is recorded with the sample. The places come in order.
func Sample(seed []byte, rows int, flagged []int, share, minimum int) []int {
	skip := make(map[int]bool, len(flagged))
	for _, place := range flagged {
		skip[place] = true
	}
	left := make([]int, 0, rows)
	for place := 1; place <= rows; place++ {
		if !skip[place] {
			left = append(left, place)
		}
	}
	want := min(max((rows*share+99)/100, minimum), len(left))
	d := draw{key: sha256.Sum256(seed)}
	for i := range want {
		j := i + d.below(len(left)-i)
		left[i], left[j] = left[j], left[i]
	}
	drawn := left[:want:want]
	slices.Sort(drawn)
	return drawn
}

// draw turns a seed into a stream of numbers: SHA-256 of the seed's digest and a counter.
type draw struct {
	key     [sha256.Size]byte
	counter uint64
}

// below gives a number from 0 to n-1, each as likely as the others.
func (d *draw) below(n int) int {
	bound := uint64(n)
	for limit := ^uint64(0) - ^uint64(0)%bound; ; {
		var block [sha256.Size + 8]byte
		copy(block[:], d.key[:])
		binary.BigEndian.PutUint64(block[sha256.Size:], d.counter)
		d.counter++
		digest := sha256.Sum256(block[:])
		if value := binary.BigEndian.Uint64(digest[:8]); value < limit {
			return int(value % bound)
		}
	}
}
