package api

import (
	"net/http"
	"testing"
	"time"

	"github.com/google/uuid"

	"jiangxin/store"
)

func TestWhoeverDecidesTooLateLearnsWhoDecidedWhatAndWhen(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	first, err := o.store.UserByLogin(t.Context(), "sy-bureau-handler")
	o.must(err)
	late := o.signIn("sy-bureau-head")
	path := "/api/cases/" + one.caseNo + "/tasks/acceptance/1/1/"
	decide := func() Problem {
		t.Helper()
		return late.do(http.MethodPost, path+"decision", map[string]any{"verdict": "accept", "version": 1, "sheet": map[string]any{}},
			"Idempotency-Key", uuid.NewString()).want(http.StatusConflict, "taken")
	}
	check := func(p Problem, state, at string) {
		t.Helper()
		if p.Facts["who"] != first.Name || p.Facts["at"] != at || p.Facts["verdict"] != "return" || p.Facts["verdictName"] != "退回补正" || p.Facts["state"] != state {
			t.Errorf("%s: %v", state, p.Facts)
		}
	}
	moment := o.now().Truncate(time.Second)
	o.must(o.store.DB.Create(&store.Command{
		ID: "first", Actor: first.ID, Operation: "decide", CaseNo: one.caseNo, TaskID: "acceptance/1/1", Digest: []byte{1}, Payload: `{"verdict":"return"}`,
		Body: "{}", State: store.CommandSent, CreatedAt: moment, SentAt: moment,
	}).Error)
	o.must(o.store.DB.Exec(`UPDATE tasks SET state = 'deciding', command = 'first', version = 2 WHERE case_no = ? AND id = 'acceptance/1/1'`, one.caseNo).Error)
	check(late.do(http.MethodPost, path+"claim", nil).want(http.StatusConflict, "taken"), "deciding", moment.Format(time.RFC3339))

	o.must(o.store.DB.Exec(`UPDATE tasks SET state = 'done', verdict = 'return', closed_by = ?, closed_at = ? WHERE case_no = ? AND id = 'acceptance/1/1'`,
		first.ID, moment, one.caseNo).Error)
	check(decide(), "done", moment.Format(time.RFC3339))
	check(late.do(http.MethodPost, path+"claim", nil).want(http.StatusConflict, "taken"), "done", moment.Format(time.RFC3339))
	check(late.do(http.MethodPut, path+"worksheet", map[string]any{"version": 0, "content": map[string]any{}}).want(http.StatusConflict, "taken"), "done", moment.Format(time.RFC3339))

	o.must(o.store.DB.Exec(`UPDATE cases SET closed_at = ? WHERE case_no = ?`, moment, one.caseNo).Error)
	check(decide(), "done", moment.Format(time.RFC3339)) // although the case is finished by now
}

func TestWithoutASessionTheSessionIsAProblemDocument(t *testing.T) {
	t.Parallel()
	o := open(t)
	got := o.visitor().do(http.MethodGet, "/api/session", nil)
	problem := got.want(http.StatusUnauthorized, "unauthenticated")
	if got.header.Get("Content-Type") != "application/problem+json; charset=utf-8" || problem.RequestId == "" || problem.Detail == "" || len(got.header.Values("Set-Cookie")) != 0 {
		t.Errorf("%v %s", got.header, got.body)
	}
}
