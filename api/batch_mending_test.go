package api

import (
	"fmt"
	"net/http"
	"testing"

	"jiangxin/demo/cast"
)

func TestADraftOfABatchIsThrownAwayBeforeItIsHandedInAndItsNumberIsNotUsedAgain(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	b := o.filed()
	kept, draft := b.batch(), b.filled(nil)
	at := func(batchNo string, version int) string {
		return fmt.Sprintf("/api/batches/%s?version=%d", batchNo, version)
	}
	b.do(http.MethodDelete, at(draft.BatchNo, 1), nil).want(http.StatusConflict, "stale")
	o.signIn(cast.EnterpriseOf(cast.Shenyang, 2).Clerk.Login).do(http.MethodDelete, at(draft.BatchNo, draft.Version), nil).want(http.StatusNotFound, "not_found")
	o.signIn("sy-authority-signer").do(http.MethodDelete, at(draft.BatchNo, draft.Version), nil).want(http.StatusForbidden, "forbidden")
	if got := b.do(http.MethodDelete, at(draft.BatchNo, draft.Version), nil); got.status != http.StatusNoContent {
		t.Fatalf("%d %s", got.status, got.body)
	}
	b.do(http.MethodGet, "/api/batches/"+draft.BatchNo, nil).want(http.StatusNotFound, "not_found")
	if n := o.howMany(`SELECT COUNT(*) FROM result_rows`) + o.howMany(`SELECT COUNT(*) FROM cases WHERE case_no = ?`, draft.BatchNo); n != 0 {
		t.Errorf("%d rows are left of it", n)
	}
	next := b.filled(nil)
	if next.BatchNo <= draft.BatchNo || kept.BatchNo >= draft.BatchNo {
		t.Errorf("%s, %s, then %s", kept.BatchNo, draft.BatchNo, next.BatchNo)
	}
	b.handedIn(next)
	b.do(http.MethodDelete, at(next.BatchNo, b.view(next.BatchNo).Version), nil).want(http.StatusConflict, "closed")
}
