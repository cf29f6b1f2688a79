package api

import (
	"testing"
	"time"

	"jiangxin/domain/fault"
)

func TestAPaceThatIsASettingHoldsPerCallerAndChanges(t *testing.T) {
	t.Parallel()
	var p paced
	now := time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)
	for n := range 30 {
		if err := p.allow("a", now, 30); err != nil {
			t.Fatalf("use %d of 30 is refused: %v", n+1, err)
		}
	}
	if err := p.allow("a", now, 30); !fault.Is(err, fault.TooMany) {
		t.Errorf("the 31st within the minute: %v", err)
	}
	if err := p.allow("b", now, 30); err != nil {
		t.Errorf("another address pays for the first: %v", err)
	}
	if err := p.allow("a", now.Add(2*time.Second), 30); err != nil {
		t.Errorf("two seconds later one more is due: %v", err)
	}
	if err := p.allow("a", now, 60); err != nil {
		t.Errorf("a wider setting is not taken up: %v", err)
	}
	if err := p.allow("c", now, 0); !fault.Is(err, fault.TooMany) {
		t.Errorf("with a pace of none: %v", err)
	}
}
