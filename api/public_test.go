package api

import (
	"bytes"
	"encoding/csv"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"jiangxin/demo/cast"
	"jiangxin/domain/civil"
	"jiangxin/store"
)

// file puts a filed enterprise into the catalogue, as the receipt leaves it.
func (o *office) file(number, name string, through civil.Date, published bool) {
	o.t.Helper()
	maker := cast.EnterpriseOf(cast.Shenyang, 500+int(number[len(number)-1]))
	enterprise := store.Enterprise{ID: uuid.New(), Name: name, CreditCode: maker.CreditCode, Region: "210100", CreatedAt: o.now(), Version: 1}
	o.must(o.store.AddEnterprise(o.t.Context(), enterprise))
	caseNo := "210100-2023-" + number[7:]
	o.must(o.store.DB.Create(&store.Case{
		CaseNo: caseNo, Procedure: "Filing", WorkflowID: "filing/" + caseNo, Region: "210100", EnterpriseID: enterprise.ID, EnterpriseName: name,
		Policy: "2020-06-01.1", Head: []byte{1}, OpenedAt: o.now(),
	}).Error)
	filed := store.Filing{
		FilingNo: number, EnterpriseID: enterprise.ID, EnterpriseName: name, CreditCode: enterprise.CreditCode, Region: "210100", CaseNo: caseNo,
		ValidFrom: through.AddYears(-3).AddDays(1), ValidThrough: through, Token: "TOKEN" + number, Contact: "=1+1", FiledAt: o.now(), Version: 1,
	}
	if published {
		filed.PublishedAt = &filed.FiledAt
	}
	o.must(o.store.DB.Create(&filed).Error)
	o.must(o.store.DB.Create(&store.FilingOccupation{
		FilingNo: number, Code: "6-31-01-03", Name: "电工", Levels: store.Texts{"5", "4"}, Standard: "国家职业标准", AddedOn: filed.ValidFrom,
	}).Error)
}

func TestTheCatalogueShowsAFilingFromItsReceiptOnAndItsEndByTheDateAlone(t *testing.T) {
	t.Parallel()
	o := open(t)
	today := civil.Of(o.now())
	o.file("Y000021000001", "沈阳甲示例有限公司", today, true)
	o.file("Y000021000002", "沈阳乙示例有限公司", today.AddDays(100), false)
	o.file("Y000021000003", "=HYPERLINK(\"http://x\",\"丙\")", today.AddDays(-1), true)
	p := o.visitor()
	standing := func(number string) InstitutionStatus {
		return into[Institution](p.do(http.MethodGet, "/api/public/institutions/"+number, nil)).Status
	}
	for number, want := range map[string]InstitutionStatus{"Y000021000001": "published", "Y000021000002": "filed", "y000021000003": "expired"} {
		if got := standing(number); got != want {
			t.Errorf("%s is %s, want %s", number, got, want)
		}
	}
	o.wait(24 * time.Hour)
	if got := standing("Y000021000001"); got != "expired" {
		t.Errorf("after its last day the first is %s", got)
	}
	for query, want := range map[string]int{
		"": 3, "?status=expired": 2, "?status=filed": 1, "?q=%E4%B9%99": 1, "?q=Y000021000002": 1, "?occupation=6-31": 3, "?occupation=%E7%94%B5": 3,
		"?occupation=9": 0, "?region=210200": 0, "?q=%25": 0, "?level=4": 3, "?level=3": 0, "?occupation=6-31&level=5": 3, "?occupation=9&level=5": 0,
	} {
		if list := into[InstitutionList](p.do(http.MethodGet, "/api/public/institutions"+query, nil)); len(list.Items) != want {
			t.Errorf("%q finds %d, want %d", query, len(list.Items), want)
		}
	}
	first := into[InstitutionList](p.do(http.MethodGet, "/api/public/institutions?limit=2", nil))
	second := into[InstitutionList](p.do(http.MethodGet, "/api/public/institutions?limit=2&cursor="+first.Next, nil))
	if len(first.Items) != 2 || len(second.Items) != 1 || second.Next != "" || second.Items[0].Occupations[0].WorkType != "--" {
		t.Errorf("pages: %+v, %+v", first, second)
	}
}

func TestAReceiptsCodeLeadsToItsFilingAndAnUnknownOneIsSaidToBeUnknown(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.file("Y000021000001", "沈阳甲示例有限公司", civil.Of(o.now()).AddDays(10), false)
	found := into[ReceiptCheck](o.visitor().do(http.MethodGet, "/api/public/receipts/TOKENY000021000001", nil))
	if found.Institution.FilingNo != "Y000021000001" || found.Institution.StatusName != "省厅已备案" || found.Owner == "" {
		t.Errorf("%+v", found)
	}
	problem := o.visitor().do(http.MethodGet, "/api/public/receipts/GUESSED", nil).want(http.StatusNotFound, "not_found")
	if !strings.Contains(problem.Detail, "二维码") {
		t.Errorf("the sentence is %q", problem.Detail)
	}
}

func TestDownloadsOpenInOfficeProgramsAndRunNothingThere(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.file("Y000021000001", "=cmd|' /C calc'!A0", civil.Of(o.now()).AddDays(10), true)
	got := o.visitor().do(http.MethodGet, "/api/public/institutions.csv", nil)
	if !bytes.HasPrefix(got.body, []byte("\xef\xbb\xbf")) || !strings.Contains(got.header.Get("Content-Disposition"), "attachment") {
		t.Errorf("headers %v, begins %x", got.header, got.body[:4])
	}
	table, err := csv.NewReader(bytes.NewReader(got.body[3:])).ReadAll()
	o.must(err)
	if len(table) != 2 || table[0][2] != "企业名称" || table[1][2] != "'=cmd|' /C calc'!A0" || table[1][11] != "'=1+1" || table[1][6] != "--" {
		t.Errorf("%q", table)
	}
	got = o.visitor().do(http.MethodGet, "/api/public/institutions.xlsx", nil)
	book, err := excelize.OpenReader(bytes.NewReader(got.body))
	o.must(err)
	defer func() { _ = book.Close() }()
	rows, err := book.GetRows(book.GetSheetName(0))
	o.must(err)
	if len(rows) != 2 || !slices.Equal(rows[0], table[0]) || rows[1][2] != "=cmd|' /C calc'!A0" {
		t.Errorf("%q", rows)
	}
	if formula, err := book.GetCellFormula(book.GetSheetName(0), "C2"); err != nil || formula != "" {
		t.Errorf("the workbook holds the formula %q: %v", formula, err)
	}
}
