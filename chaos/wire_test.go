package chaos_test

import (
	"context"
	"io"
	"net"
	"sync"
)

// wire is the network between the product and its database. Cut, it takes the database away from the product
// alone: Temporal, which keeps its own data on the same server, goes on and can be watched.
type wire struct {
	target string
	ends   net.Listener

	mu   sync.Mutex
	torn bool
	open map[net.Conn]bool
}

// stretch lays a wire to an address and begins to carry.
func stretch(target string) (*wire, error) {
	ends, err := new(net.ListenConfig).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	w := &wire{target: target, ends: ends, open: map[net.Conn]bool{}}
	go func() {
		for {
			near, err := ends.Accept()
			if err != nil {
				return
			}
			go w.carry(near)
		}
	}()
	return w, nil
}

func (w *wire) address() string { return w.ends.Addr().String() }

// cut drops every connection and lets none through until mend.
func (w *wire) cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.torn = true
	for c := range w.open {
		_ = c.Close()
	}
}

func (w *wire) mend() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.torn = false
}

// keep notes a connection, unless the wire is cut.
func (w *wire) keep(c net.Conn) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.torn {
		w.open[c] = true
	}
	return !w.torn
}

func (w *wire) drop(c net.Conn) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.open, c)
	_ = c.Close()
}

func (w *wire) carry(near net.Conn) {
	defer w.drop(near)
	if !w.keep(near) {
		return
	}
	far, err := new(net.Dialer).DialContext(context.Background(), "tcp", w.target)
	if err != nil {
		return
	}
	defer w.drop(far)
	if !w.keep(far) {
		return
	}
	done := make(chan struct{}, 2)
	for _, way := range [][2]net.Conn{{near, far}, {far, near}} {
		go func() {
			_, _ = io.Copy(way[1], way[0]) // ends when either side does
			done <- struct{}{}
		}()
	}
	<-done
}
