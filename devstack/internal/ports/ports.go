// Package ports finds free TCP ports of loopback and says plainly when a port is taken.
package ports

import (
	"fmt"
	"math/rand/v2"
	"net"
	"strconv"
)

// Loopback is the only address that the stack listens on.
const Loopback = "127.0.0.1"

// The range to choose from lies below the one from which the kernel takes ports for outgoing
// connections, so that a server that stops and starts again finds its port still free.
const (
	lowest  = 20000
	highest = 32000
)

// Address names a port of loopback.
func Address(port int) string { return net.JoinHostPort(Loopback, strconv.Itoa(port)) }

// Free returns n different ports that nobody listens on now.
func Free(n int) ([]int, error) {
	var found []int
	for range 50 * n {
		listener, err := net.Listen("tcp", Address(lowest+rand.IntN(highest-lowest)))
		if err != nil {
			continue
		}
		defer func() { _ = listener.Close() }() // held until all are found, so that they differ
		found = append(found, listener.Addr().(*net.TCPAddr).Port)
		if len(found) == n {
			return found, nil
		}
	}
	return nil, fmt.Errorf("no %d free ports were found between %d and %d on loopback", n, lowest, highest)
}

// Taken tells whether something listens on the port already.
func Taken(port int) bool {
	listener, err := net.Listen("tcp", Address(port))
	if err != nil {
		return true
	}
	_ = listener.Close()
	return false
}
