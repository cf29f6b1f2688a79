package chaos_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"jiangxin/demo"
	"jiangxin/demo/cast"
)

// The load under which the worker is killed. The seed makes a run repeatable as far as clocks allow.
const (
	filingsAtOnce = 10
	kills         = 4
	killSeed      = 22
)

// taken is a decision that the product acknowledged.
type taken struct{ caseNo, command string }

func TestADecisionThatWasAcknowledgedSurvivesAWorkerKilledAtRandomUnderLoad(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	var mu sync.Mutex
	var all []taken
	var cases []string
	var running sync.WaitGroup
	for i := range filingsAtOnce {
		running.Go(func() {
			c, err := house.patient.Enterprise(ctx, cast.Cities()[i%2])
			if err == nil {
				err = c.Apply(ctx)
			}
			if err != nil {
				t.Error(err)
				return
			}
			mu.Lock()
			cases = append(cases, c.No)
			mu.Unlock()
			if err := decideToTheEnd(ctx, c, func(command string) {
				mu.Lock()
				defer mu.Unlock()
				all = append(all, taken{caseNo: c.No, command: command})
			}); err != nil {
				t.Error(err)
			}
		})
	}
	chance := rand.New(rand.NewPCG(killSeed, 0))
	for range kills {
		time.Sleep(time.Second + time.Duration(chance.IntN(4000))*time.Millisecond)
		withoutWorker(t)()
	}
	running.Wait()
	quiet(t, cases...)
	if len(all) < 20*filingsAtOnce {
		t.Errorf("only %d decisions were taken", len(all))
	}
	for _, c := range cases {
		sound(t, c)
	}
	for _, a := range all {
		once(t, a.caseNo, a.command)
	}
	t.Logf("%d decisions of %d filings went through %d kills", len(all), len(cases), kills)
}

// decideToTheEnd answers task after task, and tells of each decision that was acknowledged.
func decideToTheEnd(ctx context.Context, c *demo.Case, acknowledged func(command string)) error {
	for {
		task, err := c.Next(ctx)
		if errors.Is(err, demo.ErrFinished) {
			return nil
		}
		if err != nil {
			return err
		}
		settled, err := c.Answer(ctx, task)
		if err != nil {
			return err
		}
		acknowledged(settled.CommandId)
	}
}
