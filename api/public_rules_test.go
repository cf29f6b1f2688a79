package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"testing"

	"github.com/google/uuid"

	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
	"jiangxin/evidence"
	"jiangxin/store"
)

// ruleOf keeps a rule of the enterprise in the store.
func (o *office) ruleOf(enterprise uuid.UUID, body string, personal bool) filing.DocumentID {
	o.t.Helper()
	sum := sha256.Sum256([]byte(body))
	id := uuid.New()
	kept, err := o.files.PutOnce(o.t.Context(), evidence.PaperKey("rules", id.String()), []byte(body), evidence.PDF)
	o.must(err)
	user, err := o.store.UserByLogin(o.t.Context(), "sy-bureau-handler")
	o.must(err)
	o.must(o.store.AddDocument(o.t.Context(), store.Document{
		ID: id, EnterpriseID: &enterprise, Purpose: "rule", Name: "管理办法（公开版）.pdf", Size: kept.Size, SHA256: hex.EncodeToString(sum[:]), Type: "application/pdf",
		State: store.DocumentAccepted, ObjectKey: kept.Key, ObjectVersion: kept.VersionID, Personal: personal, CreatedBy: user.ID, CreatedAt: o.now(), Version: 1,
	}))
	return filing.DocumentID(id.String())
}

func TestThePublicVersionsOfTheRulesStandOnTheEnterprisesPageAndNothingElseCanBeHad(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	o.file("Y000021000001", "沈阳甲示例有限公司", civil.Of(o.now()).AddDays(100), false)
	row, err := o.store.Institution(t.Context(), "Y000021000001")
	o.must(err)
	app := filingtest.Application()
	app.Rules.Examination.Public = o.ruleOf(row.EnterpriseID, "考务", false)
	app.Rules.Quality.Public = o.ruleOf(row.EnterpriseID, "质量", true)
	app.Rules.Certificate.Public = o.ruleOf(o.settle("000001").enterprise, "证书", false)
	frozen, _, err := filing.Snapshot(app, nil, append(documentsOf(filingtest.Documents()), filing.Document{ID: app.Rules.Examination.Public, SHA256: "ab"},
		filing.Document{ID: app.Rules.Quality.Public, SHA256: "ab"}, filing.Document{ID: app.Rules.Certificate.Public, SHA256: "ab"}))
	o.must(err)
	o.must(o.store.DB.Create(&store.Snapshot{CaseNo: row.CaseNo, Round: 1, Content: string(frozen), Digest: []byte{1}, Command: "c", CreatedAt: o.now()}).Error)
	p := o.visitor()
	shown := into[Institution](p.do(http.MethodGet, "/api/public/institutions/Y000021000001", nil))
	if len(shown.Rules) != 1 || shown.Rules[0].Rule != "examination" || shown.Rules[0].Name != "考务管理办法" {
		t.Fatalf("%+v", shown.Rules)
	}
	if got := p.do(http.MethodGet, shown.Rules[0].Download, nil); got.status != http.StatusOK || !bytes.Equal(got.body, []byte("考务")) {
		t.Errorf("%d %s", got.status, got.body)
	}
	for _, rule := range []string{"quality", "certificate"} { // one holds personal data, one is another enterprise's
		p.do(http.MethodGet, "/api/public/institutions/Y000021000001/rules/"+rule, nil).want(http.StatusNotFound, "not_found")
	}
	p.do(http.MethodGet, "/api/public/institutions/Y000021000009/rules/quality", nil).want(http.StatusNotFound, "not_found")
	p.do(http.MethodGet, "/api/public/institutions/Y000021000001/rules/plan", nil).want(http.StatusUnprocessableEntity, "invalid")
}
