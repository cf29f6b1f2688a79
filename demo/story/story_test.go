package story_test

import (
	"strings"
	"sync"
	"testing"

	"jiangxin/demo/cast"
	"jiangxin/demo/demotest"
	"jiangxin/demo/story"
	"jiangxin/domain/filing"
)

func TestTheStoryIsToldInBothCitiesAndAgain(t *testing.T) {
	t.Parallel()
	product := demotest.Start(t, 3)
	seen := map[string]bool{}
	for _, city := range []cast.City{cast.Shenyang, cast.Dalian, cast.Shenyang} {
		var told strings.Builder
		s, err := story.Tell(t.Context(), product.World, city, &told)
		if err != nil {
			t.Fatalf("%s: %v\n%s", city.Name, err, told.String())
		}
		if _, err := filing.ParseNumber(s.FilingNumber); err != nil || seen[s.FilingNumber] || len(s.ReceiptSHA256) != 64 || s.Events < 100 {
			t.Errorf("%s ended with %+v", city.Name, s)
		}
		seen[s.FilingNumber] = true
		if delegated := strings.Contains(told.String(), "受委托机构书面意见"); delegated != (city == cast.Dalian) {
			t.Errorf("%s: an opinion of a delegated authority: %v", city.Name, delegated)
		}
		for _, shown := range []string{"/unit/creditCode", "准入类", "被拒绝（forbidden）", "保留不同意见", "省厅已备案", "已用印", "散列链完整"} {
			if !strings.Contains(told.String(), shown) {
				t.Errorf("%s does not tell of %q", city.Name, shown)
			}
		}
	}
}

func TestManyEnterprisesFileSideBySide(t *testing.T) {
	t.Parallel()
	product := demotest.Start(t, 3)
	var all sync.WaitGroup
	var mu sync.Mutex
	cases := map[string]bool{}
	for n := range 6 {
		all.Go(func() {
			c, err := product.World.File(t.Context(), cast.Cities()[n%2], filing.Finished)
			if err != nil {
				t.Error(err)
				return
			}
			mu.Lock()
			defer mu.Unlock()
			cases[c.No] = true
		})
	}
	all.Wait()
	if len(cases) != 6 {
		t.Errorf("%d cases", len(cases))
	}
	if _, err := product.World.File(t.Context(), cast.Shenyang, filing.Panel); err == nil || !strings.Contains(err.Error(), "seed more") {
		t.Errorf("a fourth enterprise was found: %v", err)
	}
}
