package store_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"jiangxin/domain/fault"
	"jiangxin/store"
)

func TestACrowdThatLosesARaceForATaskLearnsItAtOnceThoughThePoolIsSmaller(t *testing.T) {
	t.Parallel()
	f := setup(t)
	f.record(t, opening()...)
	const crowd = 60 // more than the pool has connections
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	var won, lost atomic.Int32
	var all sync.WaitGroup
	people := make([]uuid.UUID, crowd)
	for i := range people {
		people[i] = uuid.New()
		f.exec(t, `INSERT INTO users (id, login, name, password_hash, body_id, created_at) VALUES (?, ?, '某经办', '', 'bureau-210100', ?)`, people[i], people[i].String(), began)
	}
	for i, actor := range people {
		all.Go(func() {
			_, _, err := f.Keep(ctx, store.Command{
				ID: fmt.Sprintf("command-%d", i), Actor: actor, Operation: "decide", CaseNo: f.caseNo, TaskID: "acceptance/1/1",
				Digest: []byte{byte(i)}, Payload: "{}", Body: "{}", State: store.CommandSent, CreatedAt: began, SentAt: began,
			}, 1)
			switch {
			case err == nil:
				won.Add(1)
			case fault.Is(err, fault.Taken):
				lost.Add(1)
			default:
				t.Error(err)
			}
		})
	}
	all.Wait()
	if won.Load() != 1 || lost.Load() != crowd-1 {
		t.Errorf("%d won and %d learned who was first", won.Load(), lost.Load())
	}
}
