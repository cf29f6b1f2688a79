package main

import (
	"bytes"
	"strings"
	"sync"
)

// watched keeps what a process prints and tells when a certain text has come.
type watched struct {
	until string
	seen  chan struct{}

	mu   sync.Mutex
	text bytes.Buffer
	once sync.Once
}

// Write appends to the text.
func (w *watched) Write(b []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	n, err := w.text.Write(b)
	if strings.Contains(w.text.String(), w.until) {
		w.once.Do(func() { close(w.seen) })
	}
	return n, err
}

// String is everything that was printed so far.
func (w *watched) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.String()
}
