package api

import (
	"fmt"
	"net/http"
	"testing"
)

func TestAViewIsSeenByItsOwnerAndWhenSharedByTheBodyAndRemovedByItsOwnerAlone(t *testing.T) {
	t.Parallel()
	o := open(t)
	owner, colleague, stranger := o.signIn("sy-bureau-handler"), o.signIn("sy-bureau-head"), o.signIn("dl-bureau-handler")
	add := func(p *person, name, search string, shared bool) answer {
		return p.do(http.MethodPost, "/api/views", map[string]any{"name": name, "search": search, "shared": shared})
	}
	views := func(p *person) []View { return into[ViewList](p.do(http.MethodGet, "/api/views", nil)).Items }
	if got := add(owner, " 临期 ", "?scope=mine&urgency=near", false); got.status != http.StatusCreated {
		t.Fatalf("%d %s", got.status, got.body)
	}
	shared := into[View](add(owner, "全部受理", "scope=all&stage=acceptance", true))
	if !shared.Shared || !shared.Mine || shared.By == "" {
		t.Errorf("%+v", shared)
	}
	if got := views(owner); len(got) != 2 || got[0].Name != "临期" || got[0].Search != "scope=mine&urgency=near" {
		t.Errorf("the owner sees %+v", got)
	}
	if got := views(colleague); len(got) != 1 || got[0].Id != shared.Id || got[0].Mine || got[0].By != shared.By {
		t.Errorf("a colleague sees %+v", got)
	}
	if got := views(stranger); len(got) != 0 {
		t.Errorf("another city sees %+v", got)
	}
	colleague.do(http.MethodDelete, "/api/views/"+shared.Id, nil).want(http.StatusNotFound, "not_found")
	if got := owner.do(http.MethodDelete, "/api/views/"+shared.Id, nil); got.status != http.StatusNoContent {
		t.Fatalf("%d %s", got.status, got.body)
	}
	if got := views(colleague); len(got) != 0 {
		t.Errorf("it is still there: %+v", got)
	}
}

func TestAViewThatCannotBeKeptSaysWhy(t *testing.T) {
	t.Parallel()
	o := open(t)
	p := o.signIn("sy-expert-1")
	add := func(name, search string, shared bool) answer {
		return p.do(http.MethodPost, "/api/views", map[string]any{"name": name, "search": search, "shared": shared})
	}
	for want, got := range map[string]answer{
		"/name required": add("  ", "a=b", false), "/search format": add("一", "a=%zz", false), "/shared body": add("一", "a=b", true),
	} {
		problem := got.want(http.StatusUnprocessableEntity, "invalid")
		if codes := fieldCodes(problem); len(codes) != 1 || codes[0] != want {
			t.Errorf("got %v, want %s", codes, want)
		}
	}
	for i := range 50 {
		if got := add(fmt.Sprint(i), "a=b", false); got.status != http.StatusCreated {
			t.Fatalf("%d: %d %s", i, got.status, got.body)
		}
	}
	if codes := fieldCodes(add("7", "a=b", false).want(http.StatusUnprocessableEntity, "invalid")); codes[0] != "/name duplicate" {
		t.Errorf("%v", codes)
	}
	if codes := fieldCodes(add("更多", "a=b", false).want(http.StatusUnprocessableEntity, "invalid")); codes[0] != "/name too_many" {
		t.Errorf("%v", codes)
	}
}
