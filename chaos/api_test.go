package chaos_test

import (
	"math/rand/v2"
	"net/http"
	"testing"
	"time"

	"jiangxin/domain/filing"
)

// How often the API dies while a decision is on its way, and after how long at most.
const (
	apiKills  = 8
	killAfter = 50 // milliseconds
)

func TestADecisionIsRecordedOnceThoughTheAPIIsKilledWhileItAnswers(t *testing.T) {
	c := file(t, filing.ExpertReview)
	chance := rand.New(rand.NewPCG(killSeed, 1))
	cut := 0
	for range apiKills {
		answer := usual(t, c, next(t, c))
		sent := make(chan reply, 1)
		go func() {
			r, err := answer.send(t.Context())
			if err != nil {
				r = reply{}
			}
			sent <- r
		}()
		time.Sleep(time.Duration(chance.IntN(killAfter)) * time.Millisecond)
		house.api.kill()
		first := <-sent
		if err := house.api.start(); err != nil {
			t.Fatal(err)
		}
		again, err := answer.sendIn(t.Context(), house.patient)
		if err != nil || !again.acknowledged() {
			t.Fatalf("the decision on %s, sent again, is answered %+v (%v)", answer.task.Id, again, err)
		}
		switch {
		case first.status == 0:
			cut++
		case first.command != again.command, first.status == http.StatusOK && first.seq != again.seq:
			t.Errorf("the decision on %s was answered %+v and then %+v", answer.task.Id, first, again)
		}
		quiet(t, c.No)
		once(t, c.No, again.command)
		sound(t, c.No)
	}
	if cut == 0 {
		t.Error("no answer was cut off, so nothing was tested")
	}
	t.Logf("%d of %d answers were cut off", cut, apiKills)
}
