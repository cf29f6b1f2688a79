package api_test

import (
	"testing"

	"github.com/google/uuid"

	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/demo/demotest"
	"jiangxin/domain/filing"
)

func TestTheReceiptTakesEffectOnlyWithTheSignersPassword(t *testing.T) {
	t.Parallel()
	p := demotest.Start(t, 1)
	c, err := p.World.File(t.Context(), cast.Shenyang, filing.Receipt)
	if err != nil {
		t.Fatal(err)
	}
	send := func(password string) (*client.DecideTaskResponse, error) {
		task, err := c.Next(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		who, err := c.Who(t.Context(), task)
		if err != nil {
			t.Fatal(err)
		}
		verdict, sheet, err := c.Usual(t.Context(), who, task)
		if err != nil {
			t.Fatal(err)
		}
		d, err := demo.Decision(verdict, sheet)
		if err != nil {
			t.Fatal(err)
		}
		d.Version, d.Password = task.Version, password
		return who.API.DecideTaskWithResponse(t.Context(), task.CaseNo, task.Stage, task.Round, task.Slot, &client.DecideTaskParams{IdempotencyKey: uuid.NewString()}, d)
	}
	for _, step := range []string{"handle", "review"} {
		if _, err := send(""); err != nil {
			t.Fatalf("%s takes no effect and asks for no password: %v", step, err)
		}
	}
	for password, code := range map[string]string{"": "required", "a guess": "password"} {
		_, err := send(password)
		problem, refused := demo.ProblemOf(err)
		if !refused || problem.Status != 422 || len(problem.Fields) != 1 || problem.Fields[0].Pointer != "/password" || problem.Fields[0].Code != code {
			t.Errorf("signed with %q: %+v %v", password, problem, err)
		}
	}
	if _, err := send(cast.Password); err != nil {
		t.Fatal(err)
	}
}
