package qr

// drawn puts patterns and data into the square and chooses the mask.
func drawn(version int, data []byte) *Code {
	c := &Code{Size: 17 + 4*version}
	c.dark, c.fixed = make([]bool, c.Size*c.Size), make([]bool, c.Size*c.Size)
	c.patterns(version)
	c.place(data)
	best, least := 0, -1
	for mask := range 8 {
		c.mask(mask)
		c.format(mask)
		if p := c.penalty(); least < 0 || p < least {
			best, least = mask, p
		}
		c.mask(mask) // a second time takes it off
	}
	c.mask(best)
	c.format(best)
	return c
}

func (c *Code) set(x, y int, dark bool) {
	c.dark[y*c.Size+x], c.fixed[y*c.Size+x] = dark, true
}

func (c *Code) patterns(version int) {
	n := c.Size
	for i := range n {
		c.set(6, i, i%2 == 0)
		c.set(i, 6, i%2 == 0)
	}
	for _, at := range [3][2]int{{3, 3}, {n - 4, 3}, {3, n - 4}} {
		for dy := -4; dy <= 4; dy++ {
			for dx := -4; dx <= 4; dx++ {
				x, y, ring := at[0]+dx, at[1]+dy, max(dx, -dx, dy, -dy)
				if x >= 0 && x < n && y >= 0 && y < n {
					c.set(x, y, ring != 2 && ring != 4)
				}
			}
		}
	}
	places := alignments[version-1]
	for i, x := range places {
		for j, y := range places {
			last := len(places) - 1
			if i == 0 && j == 0 || i == 0 && j == last || i == last && j == 0 {
				continue
			}
			for dy := -2; dy <= 2; dy++ {
				for dx := -2; dx <= 2; dx++ {
					c.set(x+dx, y+dy, max(dx, -dx, dy, -dy) != 1)
				}
			}
		}
	}
	c.format(0) // takes its place; the mask comes later
	if version >= 7 {
		c.version(version)
	}
}

// format writes error correction M and the mask, twice.
func (c *Code) format(mask int) {
	rest := mask
	for range 10 {
		rest = rest<<1 ^ (rest>>9)*0x537
	}
	bits := (mask<<10 | rest) ^ 0x5412
	bit := func(i int) bool { return bits>>i&1 == 1 }
	n := c.Size
	for i := range 6 {
		c.set(8, i, bit(i))
	}
	c.set(8, 7, bit(6))
	c.set(8, 8, bit(7))
	c.set(7, 8, bit(8))
	for i := 9; i < 15; i++ {
		c.set(14-i, 8, bit(i))
	}
	for i := range 8 {
		c.set(n-1-i, 8, bit(i))
	}
	for i := 8; i < 15; i++ {
		c.set(8, n-15+i, bit(i))
	}
	c.set(8, n-8, true)
}

func (c *Code) version(version int) {
	rest := version
	for range 12 {
		rest = rest<<1 ^ (rest>>11)*0x1F25
	}
	bits := version<<12 | rest
	for i := range 18 {
		a, b := c.Size-11+i%3, i/3
		c.set(a, b, bits>>i&1 == 1)
		c.set(b, a, bits>>i&1 == 1)
	}
}

// place writes the data in its zigzag.
func (c *Code) place(data []byte) {
	i := 0
	for right := c.Size - 1; right >= 1; right -= 2 {
		if right == 6 {
			right = 5
		}
		for step := range c.Size {
			y := step
			if (right+1)&2 == 0 {
				y = c.Size - 1 - step
			}
			for x := right; x > right-2; x-- {
				if at := y*c.Size + x; !c.fixed[at] && i < 8*len(data) {
					c.dark[at] = data[i/8]>>(7-i%8)&1 == 1
					i++
				}
			}
		}
	}
}

var masks = [8]func(x, y int) bool{
	func(x, y int) bool { return (x+y)%2 == 0 },
	func(_, y int) bool { return y%2 == 0 },
	func(x, _ int) bool { return x%3 == 0 },
	func(x, y int) bool { return (x+y)%3 == 0 },
	func(x, y int) bool { return (x/3+y/2)%2 == 0 },
	func(x, y int) bool { return x*y%2+x*y%3 == 0 },
	func(x, y int) bool { return (x*y%2+x*y%3)%2 == 0 },
	func(x, y int) bool { return ((x+y)%2+x*y%3)%2 == 0 },
}

func (c *Code) mask(number int) {
	turn := masks[number]
	for y := range c.Size {
		for x := range c.Size {
			if at := y*c.Size + x; !c.fixed[at] && turn(x, y) {
				c.dark[at] = !c.dark[at]
			}
		}
	}
}

// penalty is how much a mask disturbs readers: runs, squares, what looks like a finder, and imbalance.
func (c *Code) penalty() int {
	n, sum, dark := c.Size, 0, 0
	for i := range n {
		sum += lineOf(c.dark[i*n:], 1, n) + lineOf(c.dark[i:], n, n)
		for j := range n {
			at := i*n + j
			if c.dark[at] {
				dark++
			}
			if i+1 < n && j+1 < n && c.dark[at] == c.dark[at+1] && c.dark[at] == c.dark[at+n] && c.dark[at] == c.dark[at+n+1] {
				sum += 3
			}
		}
	}
	off := 20*dark - 10*n*n
	return sum + 10*(max(off, -off)/(n*n))
}

// lineOf is the penalty of one row or column.
func lineOf(line []bool, step, n int) int {
	const finderFirst, finderLast = 0b10111010000, 0b00001011101
	sum, run, window := 0, 0, 0
	for i := range n {
		dark := line[i*step]
		if i > 0 && dark == line[(i-1)*step] {
			run++
		} else {
			run = 1
		}
		switch {
		case run == 5:
			sum += 3
		case run > 5:
			sum++
		}
		window = window << 1 & 0x7FF
		if dark {
			window |= 1
		}
		if i >= 10 && (window == finderFirst || window == finderLast) {
			sum += 40
		}
	}
	return sum
}
