package api_test

import (
	"net/http"
	"testing"

	"github.com/google/uuid"

	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/demo/demotest"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
)

// codeOf gives the code of the problem that an answer came back with.
func codeOf(t *testing.T, err error) string {
	t.Helper()
	problem, refused := demo.ProblemOf(err)
	if !refused {
		t.Fatalf("no problem document: %v", err)
	}
	return problem.Code
}

func TestPasswordsThatAreAskedForAgainLockTheAccountLikeSignIns(t *testing.T) {
	t.Parallel()
	p := demotest.Start(t, 1)
	c, err := p.World.File(t.Context(), cast.Shenyang, filing.Acceptance)
	if err != nil {
		t.Fatal(err)
	}
	task, err := c.Next(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	hasty := demo.NewWorld(p.URL) // does not wait out a lock
	hasty.Patience = 0
	handler := hasty.As("sy-bureau-handler")
	locked := 0
	for range 8 {
		_, err := handler.Decide(t.Context(), task, client.Decision{Verdict: string(casework.Accept), Password: "a guess"})
		if codeOf(t, err) == "locked_out" {
			locked++
		}
	}
	if locked != 3 {
		t.Errorf("%d of 8 guesses met the lock, want 3: five are judged", locked)
	}
}

func TestAFinishedCaseSaysSoBeforeItComplainsAboutTheSheet(t *testing.T) {
	t.Parallel()
	p := demotest.Start(t, 1)
	c, err := p.World.File(t.Context(), cast.Shenyang, filing.Acceptance)
	if err != nil {
		t.Fatal(err)
	}
	task, err := c.Next(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := demo.Answer(c.Clerk.API.WithdrawCaseWithResponse(t.Context(), c.No,
		&client.WithdrawCaseParams{IdempotencyKey: uuid.NewString()}, client.Reading{Reason: "材料需要重新准备"})); err != nil {
		t.Fatal(err)
	}
	_, err = p.World.As("sy-bureau-handler").Decide(t.Context(), task, client.Decision{Verdict: string(casework.Accept)})
	if code := codeOf(t, err); code != "closed" {
		t.Errorf("deciding on a withdrawn case: %s", code)
	}
}

func TestAFileNameWithInvisibleCharactersIsRefused(t *testing.T) {
	t.Parallel()
	p := demotest.Start(t, 1)
	clerk := p.World.As(cast.EnterpriseOf(cast.Shenyang, 1).Clerk.Login)
	for name, want := range map[string]int{
		"营业执照\r\n.pdf": http.StatusUnprocessableEntity, "营业执照\u202efdp.exe": http.StatusUnprocessableEntity, "营业执照（副本）.pdf": http.StatusCreated,
	} {
		r, err := clerk.API.BeginUploadWithResponse(t.Context(), client.NewDocument{
			Purpose: "material", Name: name, Size: 10, Sha256: "0000000000000000000000000000000000000000000000000000000000000000",
		})
		got := http.StatusCreated
		if problem, refused := demo.ProblemOf(err); refused {
			got = problem.Status
		} else if err != nil || r == nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("%q: %d, want %d", name, got, want)
		}
	}
}
