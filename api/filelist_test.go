package api

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"jiangxin/store"
)

// keepFile puts a document's row there, as if it had been uploaded.
func (o *office) keepFile(d store.Document) uuid.UUID {
	o.t.Helper()
	d.ID, d.SHA256, d.ObjectKey, d.Version = uuid.New(), strings.Repeat("b", 64), "x", 1
	if d.State == "" {
		d.State = store.DocumentAccepted
	}
	o.must(o.store.AddDocument(o.t.Context(), d))
	return d.ID
}

func TestEveryPageOfACasesFilesIsFullAndNamesNobodyElsesFile(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	body := "bureau-210100"
	creator, err := o.store.UserByLogin(t.Context(), "sy-bureau-handler")
	o.must(err)
	for i := range 12 {
		d := store.Document{CaseNo: &one.caseNo, Purpose: "photo", Name: fmt.Sprint(i), CreatedBy: creator.ID, CreatedAt: o.now().Add(time.Duration(i) * time.Second)}
		if d.EnterpriseID = &one.enterprise; i%2 == 0 {
			d.EnterpriseID, d.BodyID = nil, &body
		}
		o.keepFile(d)
	}
	clerk, seen := o.clerk(), 0
	for cursor := ""; ; {
		page := into[DocumentList](clerk.do(http.MethodGet, "/api/documents?limit=2&caseNo="+one.caseNo+"&cursor="+cursor, nil))
		if len(page.Items) != 2 && page.Next != "" {
			t.Errorf("a page of %d goes on", len(page.Items))
		}
		for _, d := range page.Items {
			if d.Purpose == "photo" && int(d.Name[len(d.Name)-1])%2 == 0 {
				t.Errorf("the applicant sees %s", d.Name)
			}
		}
		seen += len(page.Items)
		if cursor = page.Next; cursor == "" {
			break
		}
	}
	if seen != 7 { // six photos and the material
		t.Errorf("the applicant sees %d files", seen)
	}
	if all := into[DocumentList](o.signIn("sy-bureau-handler").do(http.MethodGet, "/api/documents?caseNo="+one.caseNo, nil)); len(all.Items) != 13 {
		t.Errorf("the officer sees %d files", len(all.Items))
	}
}

func TestACasesFilesAreAlsoThoseThatWereHandedInBeforeItHadANumber(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	clerk, err := o.store.UserByLogin(t.Context(), "sy-demo-01")
	o.must(err)
	early := store.Document{EnterpriseID: &one.enterprise, Purpose: "rule", Name: "早", CreatedBy: clerk.ID, CreatedAt: o.now()}
	named, other := o.keepFile(early), o.keepFile(early)
	o.must(o.store.DB.Create(&store.Snapshot{
		CaseNo: one.caseNo, Round: 2, Content: `{"documents":[{"id":"` + named.String() + `","name":"早"},{"id":"doc-1"}]}`, Digest: []byte{1}, Command: "c", CreatedAt: o.now(),
	}).Error)
	list := into[DocumentList](o.signIn("sy-bureau-handler").do(http.MethodGet, "/api/documents?purpose=rule&caseNo="+one.caseNo, nil))
	if len(list.Items) != 1 || list.Items[0].Id != named.String() {
		t.Errorf("%+v, not %s", list.Items, other)
	}
}

func TestAClerkFindsEarlierFilesByPurposeAndState(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	clerk, err := o.store.UserByLogin(t.Context(), "sy-demo-01")
	o.must(err)
	for _, state := range []string{store.DocumentAccepted, store.DocumentRejected, store.DocumentUploading} {
		o.keepFile(store.Document{EnterpriseID: &one.enterprise, Purpose: "rule", Name: state, State: state, CreatedBy: clerk.ID, CreatedAt: o.now()})
	}
	list := into[DocumentList](o.clerk().do(http.MethodGet, "/api/documents?purpose=rule&state=accepted", nil))
	if len(list.Items) != 1 || list.Items[0].Name != "accepted" {
		t.Errorf("%+v", list.Items)
	}
	if other := into[DocumentList](o.signIn("sy-demo-02").do(http.MethodGet, "/api/documents", nil)); len(other.Items) != 0 {
		t.Errorf("another enterprise finds %+v", other.Items)
	}
}

func TestAPhotoKeepsWhenItWasTakenAndNothingElseHasThat(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	p := o.clerk()
	taken := o.now().Add(-50 * time.Hour)
	d := p.send("现场.jpg", "photo", photo(t), map[string]any{"capturedAt": taken})
	if !d.CapturedAt.Equal(taken) {
		t.Errorf("taken at %v, want %v", d.CapturedAt, taken)
	}
	for field, more := range map[string]map[string]any{
		"/capturedAt time":    {"purpose": "photo", "capturedAt": o.now().Add(time.Hour)},
		"/capturedAt purpose": {"purpose": "material", "capturedAt": taken},
	} {
		body := map[string]any{"name": "a.jpg", "size": 10, "sha256": strings.Repeat("a", 64)}
		for key, value := range more {
			body[key] = value
		}
		problem := p.do(http.MethodPost, "/api/documents", body).want(http.StatusUnprocessableEntity, "invalid")
		if codes := fieldCodes(problem); len(codes) != 1 || codes[0] != field {
			t.Errorf("%v, want %s", codes, field)
		}
	}
}

func TestTheGuideSaysWhatItCostsWhomToAskAndWhatEachMaterialMustBe(t *testing.T) {
	t.Parallel()
	o := open(t)
	guide := into[Guide](o.visitor().do(http.MethodGet, "/api/public/guide", nil))
	if guide.Fee.Words != "不收费" || guide.Fee.Source != "setting" {
		t.Errorf("%+v", guide.Fee)
	}
	phones := ""
	for _, c := range guide.Contacts {
		phones += c.Phone + " "
		if c.Name == "" || c.Source == "" {
			t.Errorf("%+v", c)
		}
	}
	if phones != "024-22911276 024-22955819 12333 " {
		t.Errorf("phones %s", phones)
	}
	if len(guide.Materials) != 7 {
		t.Fatalf("%d materials", len(guide.Materials))
	}
	for _, m := range guide.Materials {
		if m.Necessity == "" || m.Copies != 1 || len(m.Formats) != 5 || m.FileMiB != 100 || m.Source == "" {
			t.Errorf("%+v", m)
		}
	}
	special := map[string]bool{}
	for _, s := range guide.Specials {
		special[s.Stage] = s.Counted
	}
	if counted, there := special["siteVisit"]; !there || counted || special["centreReview"] || len(special) != 8 {
		t.Errorf("special stages %v", special)
	}
}
