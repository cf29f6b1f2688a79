package api

import (
	"bytes"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"jiangxin/domain/civil"
)

// wishAfter is a wish that follows the newest edition of a list.
func wishAfter(list ResultTemplateList) NewResultTemplate {
	last := list.Items[0]
	return NewResultTemplate{
		Base: last.Edition, From: civil.On(2026, 11, 26), Source: "辽人考〔2026〕1号", Reason: "要求写明备注", Columns: last.Columns, Evidence: last.Evidence,
	}
}

// column finds the column of a field.
func (w *NewResultTemplate) column(field string) *TemplateColumn {
	return &w.Columns[slices.IndexFunc(w.Columns, func(c TemplateColumn) bool { return c.Field == field })]
}

func (p *person) editions() ResultTemplateList {
	p.t.Helper()
	got := p.do(http.MethodGet, "/api/result-templates", nil)
	if got.status != http.StatusOK {
		p.t.Fatalf("%d %s", got.status, got.body)
	}
	return into[ResultTemplateList](got)
}

func TestABatchKeepsItsEditionOfTheTemplateAndALaterOneHasTheNewOne(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	b := o.filed()
	early := b.batch()
	centre := o.signIn("centre-signer")
	list := centre.editions()
	if len(list.Items) != 1 || list.InForce != 1 || !list.Items[0].Delivered || list.Items[0].State != "inForce" || len(list.Fields) != 26 {
		t.Fatalf("%+v", list)
	}
	wish := wishAfter(list)
	note := wish.column("note")
	note.Required, note.Heading, note.Hint = true, "备注（必填）", "没有的写“无”"
	wish.Evidence = append(wish.Evidence, TemplateEvidence{Kind: "video", Name: "考场录像目录", Ways: []string{"examination"}})
	got := centre.do(http.MethodPost, "/api/result-templates", wish)
	if got.status != http.StatusCreated {
		t.Fatalf("%d %s", got.status, got.body)
	}
	added := into[ResultTemplate](got)
	if added.Edition != 2 || added.State != "coming" || added.By == "" || added.Reason != wish.Reason || len(added.Digest) != 64 || added.At.IsZero() {
		t.Errorf("%+v", added)
	}
	today := b.batch()
	o.wait(24 * time.Hour)
	centre = o.signIn("centre-handler")
	if list = centre.editions(); list.InForce != 2 || list.Items[0].State != "inForce" || list.Items[1].State != "past" || list.Items[0].By == "" {
		t.Errorf("%+v", list)
	}
	b.person = o.clerk()
	late := b.batch()
	if early.Template != 1 || today.Template != 1 || late.Template != 2 || b.view(early.BatchNo).Template != 1 {
		t.Errorf("editions %d, %d, %d", early.Template, today.Template, late.Template)
	}
	kinds := func(batchNo string) (kinds []string) {
		path := "/api/batches/offer"
		if batchNo != "" {
			path += "?batch=" + batchNo
		}
		for _, e := range into[BatchOffer](b.do(http.MethodGet, path, nil)).Evidence {
			kinds = append(kinds, e.Kind)
		}
		return kinds
	}
	if slices.Contains(kinds(early.BatchNo), "video") || !slices.Contains(kinds(late.BatchNo), "video") || !slices.Contains(kinds(""), "video") {
		t.Error("a plan is asked for the evidence of another edition")
	}
	filled := func(batchNo string) answer { return b.check(batchNo, b.uploaded(b.workbook(batchNo, nil))) }
	if got := into[ResultCheck](filled(early.BatchNo)); !got.MayConfirm {
		t.Errorf("the old edition: %+v", got)
	}
	check := into[ResultCheck](filled(late.BatchNo))
	if check.MayConfirm || check.Wrong != 3 || check.Shown[0].Findings[0].Field != "note" || check.Shown[0].Findings[0].Name != "备注（必填）" {
		t.Errorf("the new edition: %+v", check)
	}
	b.thenRight(early.BatchNo)
	preview := centre.do(http.MethodGet, "/api/result-templates/2/workbook", nil)
	book, err := excelize.OpenReader(bytes.NewReader(preview.body))
	o.must(err)
	defer func() { _ = book.Close() }()
	if rows, err := book.GetRows(book.GetSheetName(0)); err != nil || rows[0][25] != "备注（必填）*" || rows[0][12] != "理论成绩" {
		t.Errorf("%v, %v", rows, err)
	}
	if broken, err := o.store.VerifyTemplates(t.Context()); err != nil || broken != 0 {
		t.Errorf("the chain breaks at %d: %v", broken, err)
	}
}

func TestAnEditionIsRefusedAtItsFieldAndNobodyIsOvertaken(t *testing.T) {
	t.Parallel()
	o := open(t)
	centre := o.signIn("centre-reviewer")
	list := centre.editions()
	wish := wishAfter(list)
	wish.From, wish.Reason = civil.On(2026, 11, 24), ""
	wish.Columns = slices.DeleteFunc(slices.Clone(wish.Columns), func(c TemplateColumn) bool { return c.Field == "condition" })
	wish.column("level").Options = []string{"三级"}
	p := centre.do(http.MethodPost, "/api/result-templates", wish).want(http.StatusUnprocessableEntity, "invalid")
	for _, want := range []string{"/from past", "/reason required", "/columns needed"} {
		if !slices.ContainsFunc(p.Fields, func(f FieldProblem) bool { return f.Pointer+" "+f.Code == want }) {
			t.Errorf("nothing is said of %s: %+v", want, p.Fields)
		}
	}
	if !strings.Contains(p.Fields[len(p.Fields)-1].Message, "申报条件") {
		t.Errorf("%+v", p.Fields)
	}
	wish = wishAfter(list)
	wish.column("note").Hint = "一"
	first := centre.do(http.MethodPost, "/api/result-templates", wish)
	again := centre.do(http.MethodPost, "/api/result-templates", wish)
	if first.status != http.StatusCreated || again.status != http.StatusCreated || into[ResultTemplate](again).Digest != into[ResultTemplate](first).Digest {
		t.Errorf("sent twice: %d %s, %d %s", first.status, first.body, again.status, again.body)
	}
	wish.column("note").Hint = "二"
	o.signIn("centre-head").do(http.MethodPost, "/api/result-templates", wish).want(http.StatusConflict, "stale")
	wish.Base = 7
	centre.do(http.MethodPost, "/api/result-templates", wish).want(http.StatusUnprocessableEntity, "invalid")
	if n := o.howMany(`SELECT COUNT(*) FROM result_templates`); n != 1 {
		t.Errorf("%d editions", n)
	}
	for login, may := range map[string]bool{"centre-handler": true, "department-signer": false, "sy-authority-signer": false, "sy-bureau-signer": false, "operator": false, o.clerk().login: false} {
		who := o.signIn(login)
		if got := who.do(http.MethodGet, "/api/result-templates", nil); (got.status == http.StatusOK) != may {
			t.Errorf("%s lists them: %d", login, got.status)
		}
		who.do(http.MethodPost, "/api/result-templates", wish).want(http.StatusForbidden, "forbidden")
	}
}
