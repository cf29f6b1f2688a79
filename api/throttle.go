package api

import (
	"sync"
	"time"

	"golang.org/x/time/rate"

	"jiangxin/domain/fault"
)

// throttle bounds how often each caller may do something. Callers who are quiet long enough to be at
// their full allowance again are forgotten.
type throttle struct {
	every time.Duration
	burst int

	mu      sync.Mutex
	callers map[string]*rate.Limiter
	swept   time.Time
}

func newThrottle(every time.Duration, burst int) *throttle {
	return &throttle{every: every, burst: burst, callers: map[string]*rate.Limiter{}}
}

// allow counts one use by the caller, or refuses it.
func (t *throttle) allow(caller string, now time.Time) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if now.Sub(t.swept) > time.Minute {
		t.swept = now
		for who, limiter := range t.callers {
			if limiter.TokensAt(now) >= float64(t.burst) {
				delete(t.callers, who)
			}
		}
	}
	limiter, known := t.callers[caller]
	if !known {
		limiter = rate.NewLimiter(rate.Every(t.every), t.burst)
		t.callers[caller] = limiter
	}
	if limiter.AllowN(now, 1) {
		return nil
	}
	return fault.New(fault.TooMany, "操作过于频繁，请一分钟后再试", "Too many requests; try again in a minute")
}

// paced is a throttle whose pace is a setting, which may change while the process runs.
type paced struct {
	mu        sync.Mutex
	perMinute int
	now       *throttle
}

// allow counts one use by the caller at so many a minute, or refuses it. Below one a minute nothing is allowed.
func (p *paced) allow(caller string, now time.Time, perMinute int) error {
	p.mu.Lock()
	if p.now == nil || p.perMinute != perMinute {
		p.perMinute, p.now = perMinute, newThrottle(time.Minute/time.Duration(max(1, perMinute)), perMinute)
	}
	current := p.now
	p.mu.Unlock()
	return current.allow(caller, now)
}
