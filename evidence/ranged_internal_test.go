package evidence

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
)

func TestABlockIsFetchedOnceHoweverManyReadItAtOnce(t *testing.T) {
	t.Parallel()
	whole := make([]byte, 3*rangedBlock+20_000)
	_, _ = rand.NewChaCha8([32]byte{1}).Read(whole) // never fails
	var fetches atomic.Int32
	r := &ranged{size: int64(len(whole)), fetch: func(from, through int64) ([]byte, error) {
		fetches.Add(1)
		return whole[from : through+1], nil
	}}
	var wg sync.WaitGroup
	for n := range 16 {
		wg.Go(func() {
			part := make([]byte, 1000)
			for at := n; at+1000 < len(whole); at += 7919 {
				if _, err := r.ReadAt(part, int64(at)); err != nil || !bytes.Equal(part, whole[at:at+1000]) {
					t.Errorf("at %d: %v", at, err)
					return
				}
			}
		})
	}
	wg.Wait()
	if got := fetches.Load(); got != 4 {
		t.Errorf("%d fetches of 4 blocks", got)
	}
}

func TestAFailedBlockIsTriedAgain(t *testing.T) {
	t.Parallel()
	lost := errors.New("connection lost")
	broken := true
	r := &ranged{size: 10, fetch: func(from, through int64) ([]byte, error) {
		if broken {
			return nil, lost
		}
		return []byte("0123456789"), nil
	}}
	part := make([]byte, 4)
	if _, err := r.ReadAt(part, 3); !errors.Is(err, lost) {
		t.Errorf("got %v", err)
	}
	broken = false
	if n, err := r.ReadAt(part, 8); n != 2 || err == nil || string(part[:2]) != "89" {
		t.Errorf("got %d %q, %v", n, part[:n], err)
	}
}

func TestOldBlocksAreDropped(t *testing.T) {
	t.Parallel()
	fetches := 0
	r := &ranged{size: 20 * rangedBlock, fetch: func(from, through int64) ([]byte, error) {
		fetches++
		return make([]byte, through-from+1), nil
	}}
	for n := range int64(20) {
		if _, err := r.ReadAt(make([]byte, 1), n*rangedBlock); err != nil {
			t.Fatal(err)
		}
	}
	if len(r.kept) != rangedKept {
		t.Errorf("%d blocks are kept", len(r.kept))
	}
	for n := range int64(20) {
		if _, err := r.ReadAt(make([]byte, 1), (19-n)*rangedBlock); err != nil {
			t.Fatal(err)
		}
	}
	if fetches != 40-rangedKept {
		t.Errorf("%d fetches", fetches)
	}
}
