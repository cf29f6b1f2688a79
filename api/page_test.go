package api

import (
	"encoding/base64"
	"net/http"
	"testing"
)

func TestACursorThatCannotBeLookedForIsRefused(t *testing.T) {
	t.Parallel()
	o := open(t)
	p := o.signIn(officer)
	for _, path := range []string{"/api/cases", "/api/tasks", "/api/messages"} {
		for _, place := range []string{
			`{"At":"2026-11-25T00:00:00Z","ID":"a\u0000","CaseNo":"a\u0000b"}`, "{\"At\":\"2026-11-25T00:00:00Z\",\"ID\":\"\xff\",\"CaseNo\":\"\xff\"}", "{", "[]",
		} {
			cursor := base64.RawURLEncoding.EncodeToString([]byte(place))
			if got := p.do(http.MethodGet, path+"?cursor="+cursor, nil); got.status != http.StatusUnprocessableEntity && got.status != http.StatusBadRequest {
				t.Errorf("%s %q: %d %s", path, place, got.status, got.body)
			}
		}
	}
}
