package api

import (
	"net/http"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"jiangxin/demo/cast"
)

const officer = "sy-bureau-handler"

func TestASessionCookieIsOutOfReachOfScriptsAndNewAtEverySignIn(t *testing.T) {
	t.Parallel()
	o := open(t)
	first := o.signIn(officer)
	if !first.cookie.HttpOnly || first.cookie.SameSite != http.SameSiteLaxMode || first.cookie.Path != "/" {
		t.Errorf("cookie: %+v", first.cookie)
	}
	again := first.do(http.MethodPost, "/api/session", map[string]string{"login": officer, "password": cast.Password})
	if again.status != http.StatusOK || again.cookie.Value == first.cookie.Value {
		t.Fatalf("the token was kept: %d", again.status)
	}
	first.do(http.MethodGet, "/api/session", nil).want(http.StatusUnauthorized, "unauthenticated")
}

func TestASessionEndsWhenItIsIdleWhenItsTimeIsUpAndWhenItIsClosed(t *testing.T) {
	t.Parallel()
	o := open(t)
	idle := o.signIn(officer)
	o.wait(31 * time.Minute)
	idle.do(http.MethodGet, "/api/session", nil).want(http.StatusUnauthorized, "unauthenticated")

	busy := o.signIn(officer)
	for range 28 {
		o.wait(25 * time.Minute)
		busy.do(http.MethodGet, "/api/tasks", nil)
	}
	o.wait(25 * time.Minute)
	busy.do(http.MethodGet, "/api/session", nil).want(http.StatusUnauthorized, "unauthenticated")

	closed := o.signIn(officer)
	if got := closed.do(http.MethodDelete, "/api/session", nil); got.status != http.StatusNoContent {
		t.Fatalf("sign out: %d %s", got.status, got.body)
	}
	closed.do(http.MethodGet, "/api/session", nil).want(http.StatusUnauthorized, "unauthenticated")
}

func TestAnExpiredSessionInTheMiddleOfAFormSaysThatNothingIsLost(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	clerk := o.signIn(cast.EnterpriseOf(cast.Shenyang, 1).Clerk.Login)
	o.wait(45 * time.Minute)
	path := "/api/applications/" + one.draft.String() + "/sections/funding"
	edit := `{"version":1,"content":{"source":"自有资金"}}`
	problem := clerk.do(http.MethodPut, path, edit).want(http.StatusUnauthorized, "unauthenticated")
	if !strings.Contains(problem.Detail, "不会丢失") {
		t.Errorf("the sentence is %q", problem.Detail)
	}
	back := o.signIn(clerk.login)
	if got := back.do(http.MethodPut, path, edit); got.status != http.StatusOK {
		t.Errorf("the form cannot be saved after signing in again: %d %s", got.status, got.body)
	}
}

func TestAChangeWithoutTheSessionsTokenIsRefused(t *testing.T) {
	t.Parallel()
	o := open(t)
	p := o.signIn(officer)
	for _, token := range []string{"", "wrong", p.csrf + "x"} {
		p.do(http.MethodDelete, "/api/session", nil, "X-CSRF-Token", token).want(http.StatusForbidden, "csrf")
	}
}

func TestFiveWrongPasswordsLockForAWhileAndNobodyLearnsWhichNamesExist(t *testing.T) {
	t.Parallel()
	o := open(t)
	try := func(login, password string) answer {
		return o.visitor().do(http.MethodPost, "/api/session", map[string]string{"login": login, "password": password})
	}
	for _, minutes := range []int{0, 1, 3, 16} { // since the first wrong password
		o.wait(time.Duration(minutes) * time.Minute)
		for range 7 {
			unknown, known := try("nobody", "wrong"), try(officer, "wrong")
			one, other := into[Problem](unknown), into[Problem](known)
			one.RequestId, other.RequestId = "", ""
			if unknown.status != known.status || !reflect.DeepEqual(one, other) {
				t.Fatalf("a name that does not exist is told apart: %d %+v, %d %+v", unknown.status, one, known.status, other)
			}
		}
	}
	locked := try(officer, cast.Password).want(http.StatusTooManyRequests, "locked_out")
	o.wait(14 * time.Minute)
	if again := try(officer, cast.Password).want(http.StatusTooManyRequests, "locked_out"); !reflect.DeepEqual(again.Facts, locked.Facts) {
		t.Errorf("the end of the lock moved from %v to %v", locked.Facts, again.Facts)
	}
	o.wait(2 * time.Minute)
	if got := try(officer, cast.Password); got.status != http.StatusOK {
		t.Fatalf("after the lock: %d %s", got.status, got.body)
	}
	try(officer, "wrong").want(http.StatusUnauthorized, "bad_credentials")
}

func TestOfThirtyPasswordsAtOnceOnlyFiveAreJudged(t *testing.T) {
	t.Parallel()
	o := open(t)
	var group sync.WaitGroup
	var judged atomic.Int32
	for range 30 {
		group.Go(func() {
			got := o.visitor().do(http.MethodPost, "/api/session", map[string]string{"login": officer, "password": "wrong"})
			if got.status == http.StatusUnauthorized {
				judged.Add(1)
			}
		})
	}
	group.Wait()
	if judged.Load() != 5 {
		t.Errorf("%d passwords were judged", judged.Load())
	}
}

func TestOneAddressCannotTryPasswordsForEver(t *testing.T) {
	t.Parallel()
	o := open(t)
	for i := range 200 {
		got := o.visitor().do(http.MethodPost, "/api/session", map[string]string{"login": "nobody-" + itoa(i), "password": "x"})
		if got.status == http.StatusTooManyRequests {
			if i < 30 {
				t.Errorf("refused after %d sign-ins: an office signs in together", i)
			}
			return
		}
	}
	t.Error("two hundred sign-ins were answered")
}

func TestProblemsSpeakTheReadersLanguageAndNameTheRequest(t *testing.T) {
	t.Parallel()
	o := open(t)
	for header, word := range map[string]string{"": "登录", "zh-CN,zh;q=0.9": "登录", "en-GB,en;q=0.9,zh;q=0.5": "Sign in"} {
		got := o.visitor().do(http.MethodGet, "/api/session", nil, "Accept-Language", header, "X-Request-ID", "from-the-client-1")
		problem := got.want(http.StatusUnauthorized, "unauthenticated")
		if !strings.Contains(problem.Detail, word) || problem.RequestId != "from-the-client-1" || got.header.Get("X-Request-ID") != "from-the-client-1" {
			t.Errorf("%q: %+v", header, problem)
		}
		if kind := got.header.Get("Content-Type"); !strings.HasPrefix(kind, "application/problem+json") {
			t.Errorf("content type %s", kind)
		}
	}
	strange := o.visitor().do(http.MethodGet, "/api/session", nil, "X-Request-ID", "<script>alert(1)</script>")
	if id := strange.header.Get("X-Request-ID"); strings.Contains(id, "<") || len(id) < 8 {
		t.Errorf("a strange request ID was taken over: %q", id)
	}
	o.visitor().do(http.MethodGet, "/api/nothing", nil).want(http.StatusNotFound, "not_found")
	o.visitor().do(http.MethodPatch, "/api/session", nil).want(http.StatusNotFound, "not_found")
}
