package demo_test

import (
	"testing"

	"jiangxin/demo/cast"
	"jiangxin/demo/demotest"
	"jiangxin/domain/casework"
)

func TestEveryDeskHasSomethingToDo(t *testing.T) {
	t.Parallel()
	product := demotest.Start(t, 20)
	rests := map[string]int{}
	if err := product.World.Desks(t.Context(), cast.Shenyang, func(_ string, at casework.Name) { rests[at.ZH]++ }); err != nil {
		t.Fatal(err)
	}
	if rests["受理"] != 3 || rests["备案回执"] != 1 || rests["办结"] != 1 || rests["结果审核"] != 1 {
		t.Errorf("the cases rest at %v", rests)
	}
	for _, login := range []string{"sy-bureau-handler", "sy-authority-handler", "centre-handler", "department-handler", "sy-expert-1"} {
		tasks, err := product.World.Queue(t.Context(), login)
		if err != nil || len(tasks) == 0 {
			t.Errorf("%s has nothing to do: %v", login, err)
		}
	}
}
