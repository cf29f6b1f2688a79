package api

import (
	"fmt"
	"net/http"
	"slices"
	"testing"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/demo/cast"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
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

// returned makes a batch whose second row the authority sent back, as its clerk is asked to mend it.
func (b institution) returned() Batch {
	b.t.Helper()
	batch := b.filled(nil)
	b.handedIn(batch)
	b.audited(batch.BatchNo, casework.ReturnRows, certification.RowVerdict{No: 2, Verdict: certification.RowReturn, Reason: "照片不清"})
	enterprise := into[Session](b.do(http.MethodGet, "/api/session", nil)).Enterprise.Id
	task := contract.Task{ID: "correction/1/1", Stage: "correction", Round: 1, Body: enterprise, Role: "clerk", Verdicts: []string{"submit"}, DueDays: 5}
	b.record(batch.BatchNo, 5, told(casework.StageEntered, "", contract.StageData{Stage: string(certification.Correction), Round: 1}),
		event(string(casework.TaskOpened), task.ID, task))
	return b.view(batch.BatchNo)
}

func TestTheFilesOfAReturnedBatchAreReplacedAndTheAuthoritySeesWhich(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	b := o.filed()
	batch := b.returned()
	path := "/api/batches/" + batch.BatchNo
	zip := func(second int) string {
		var entries []entry
		for i, n := range []int{0, second, 2} {
			picture, err := exhibit.Portrait("照片", n)
			o.must(err)
			entries = append(entries, entry{fmt.Sprint(i+1, ".jpg"), picture.Body})
		}
		return b.send("新照片.zip", "resultPhotos", zipped(t, entries...), nil).Id
	}
	replace := func(photos string) answer {
		return b.do(http.MethodPut, path+"/photos", map[string]any{"version": b.view(batch.BatchNo).Version, "photos": photos})
	}
	refused := func(got answer, code string) {
		t.Helper()
		if p := got.want(http.StatusUnprocessableEntity, "invalid"); p.Fields[0].Pointer != "/photos" || p.Fields[0].Code != code {
			t.Errorf("%+v", p)
		}
	}
	refused(replace(b.send("别人.zip", "resultPhotos", portraits(t, "3.jpg", "2.jpg", "1.jpg"), nil).Id), "beyond")
	refused(replace(b.photos), "unchanged")
	refused(replace(uuid.NewString()), "document")

	newer := zip(7)
	got := replace(newer)
	if got.status != http.StatusOK || into[Batch](got).Photos != newer || into[Batch](got).Wrong != 0 {
		t.Fatalf("%d %s", got.status, got.body)
	}
	plan := batch.Plan
	plan.Place = "别处"
	save := func(plan BatchPlan) answer {
		return b.do(http.MethodPut, path+"/plan", map[string]any{"version": b.view(batch.BatchNo).Version, "plan": plan})
	}
	if p := save(plan).want(http.StatusUnprocessableEntity, "invalid"); p.Fields[0].Code != "beyond" {
		t.Errorf("%+v", p)
	}
	plan = batch.Plan
	plan.Evidence = plan.Evidence[1:]
	if p := save(plan).want(http.StatusUnprocessableEntity, "invalid"); p.Fields[0].Code != "missing" {
		t.Errorf("evidence is left out: %+v", p)
	}
	file, err := exhibit.PDF("新方案", exhibit.Page{Title: "新方案"})
	o.must(err)
	plan.Evidence = append([]BatchEvidence{{Kind: "workPlan", Document: b.send("新方案.pdf", "resultEvidence", file.Body, nil).Id}}, plan.Evidence...)
	if got := save(plan); got.status != http.StatusOK {
		t.Fatalf("%d %s", got.status, got.body)
	}

	officer := o.signIn("sy-authority-handler")
	rows := into[ResultList](officer.do(http.MethodGet, path+"/results?which=changed", nil))
	if len(rows.Items) != 1 || rows.Items[0].No != 2 || len(rows.Items[0].Changes) != 1 || rows.Items[0].Changes[0].Field != "photo" {
		t.Errorf("%+v", rows)
	}
	frozen, _, err := o.store.FreezeBatch(t.Context(), batch.BatchNo)
	o.must(err)
	o.sql(`INSERT INTO snapshots (case_no, round, content, digest, command, created_at) VALUES (?, 2, ?, '\x02', 'c', ?)`, batch.BatchNo, frozen, o.now())
	var said []string
	for _, d := range into[DifferenceList](officer.do(http.MethodGet, "/api/cases/"+batch.BatchNo+"/differences?from=1&to=2", nil)).Items {
		said = append(said, d.Section+" "+d.Pointer+" "+string(d.Kind)+" "+d.Before+" > "+d.After)
	}
	if want := []string{"evidence /plan/evidence/workPlan changed 佐证.pdf > 新方案.pdf", "files /photos changed 照片.zip > 新照片.zip"}; !slices.Equal(said, want) {
		t.Errorf("%q", said)
	}
}

func TestTheFilesOfABatchThatIsHandedInStay(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	b := o.filed()
	batch := b.filled(nil)
	other := b.send("新照片.zip", "resultPhotos", portraits(t, "1.jpg", "2.jpg", "3.jpg", "4.jpg"), nil).Id
	put := func() answer {
		return b.do(http.MethodPut, "/api/batches/"+batch.BatchNo+"/photos", map[string]any{"version": b.view(batch.BatchNo).Version, "photos": other})
	}
	if got := put(); got.status < 400 {
		t.Errorf("a draft: %d", got.status)
	}
	b.handedIn(batch)
	if got := put(); got.status < 400 || b.view(batch.BatchNo).Photos != batch.Photos {
		t.Errorf("under audit: %d", got.status)
	}
	plan := batch.Plan
	plan.Note = "补充"
	b.do(http.MethodPut, "/api/batches/"+batch.BatchNo+"/plan", map[string]any{"version": b.view(batch.BatchNo).Version, "plan": plan}).want(http.StatusConflict, "closed")
}
