package api

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"jiangxin/demo/cast"
	"jiangxin/domain/identity/identitytest"
	"jiangxin/store"
)

func (o *office) clerk() *person { return o.signIn(cast.EnterpriseOf(cast.Shenyang, 1).Clerk.Login) }

// drafted begins a draft and gives the path of its parts.
func (p *person) drafted() string {
	p.t.Helper()
	got := p.do(http.MethodPost, "/api/applications", map[string]string{"kind": "initial"})
	if got.status != http.StatusCreated {
		p.t.Fatalf("%d %s", got.status, got.body)
	}
	return "/api/applications/" + into[Application](got).Id
}

func section(version int, content string) string {
	return fmt.Sprintf(`{"version":%d,"content":%s}`, version, content)
}

func fieldCodes(p Problem) []string {
	var codes []string
	for _, f := range p.Fields {
		codes = append(codes, f.Pointer+" "+f.Code)
	}
	return codes
}

func TestADraftKnowsTheEnterpriseAndSurvivesAReload(t *testing.T) {
	t.Parallel()
	p := open(t).clerk()
	path := p.drafted()
	if got := p.do(http.MethodPut, path+"/sections/funding", section(1, `{"source":"自有资金","annual":300000}`)); got.status != http.StatusOK {
		t.Fatalf("%d %s", got.status, got.body)
	}
	application := into[Application](p.do(http.MethodGet, path, nil))
	content := string(application.Content)
	if application.Version != 2 || !strings.Contains(content, "自有资金") || !strings.Contains(content, cast.EnterpriseOf(cast.Shenyang, 1).Name) {
		t.Errorf("version %d: %s", application.Version, content)
	}
	gaps := into[GapList](p.do(http.MethodGet, path+"/gaps", nil))
	if gaps.Ready || len(gaps.Items) < 20 {
		t.Errorf("%d gaps, ready %t", len(gaps.Items), gaps.Ready)
	}
	if got := p.do(http.MethodDelete, path, nil); got.status != http.StatusNoContent {
		t.Fatalf("%d %s", got.status, got.body)
	}
	p.do(http.MethodGet, path, nil).want(http.StatusNotFound, "not_found")
}

func TestAStaleVersionSaysWhatHasChanged(t *testing.T) {
	t.Parallel()
	p := open(t).clerk()
	path := p.drafted() + "/sections/funding"
	p.do(http.MethodPut, path, section(1, `{"source":"自有资金","annual":300000}`))
	problem := p.do(http.MethodPut, path, section(1, `{"source":"专项经费","annual":300000}`)).want(http.StatusConflict, "stale")
	if codes := fieldCodes(problem); !slices.Equal(codes, []string{"/funding/source differs"}) || problem.Facts["version"] != "2" {
		t.Errorf("fields %v, facts %v", codes, problem.Facts)
	}
}

func TestWhatCannotBeReadOrStoredIsRefusedAtItsField(t *testing.T) {
	t.Parallel()
	p := open(t).clerk()
	path := p.drafted()
	for name, c := range map[string]struct {
		path, body string
		status     int
		code       string
		field      string
	}{
		"no JSON":             {"/sections/funding", `{"version":1,`, 400, "malformed", ""},
		"two values":          {"/sections/funding", section(1, `{}`) + `{}`, 400, "malformed", ""},
		"no UTF-8":            {"/sections/funding", section(1, "{\"source\":\"\xff\"}"), 400, "malformed", ""},
		"unknown section":     {"/sections/secrets", section(1, `{}`), 422, "invalid", "/section choice"},
		"unknown field":       {"/sections/funding", section(1, `{"sauce":"x"}`), 422, "invalid", "/funding/sauce unknown_field"},
		"unknown outer field": {"/sections/funding", `{"version":1,"content":{},"admin":true}`, 422, "invalid", "/admin unknown_field"},
		"version missing":     {"/sections/funding", `{"content":{}}`, 422, "invalid", "/version required"},
		"version as text":     {"/sections/funding", `{"version":"1","content":{}}`, 422, "invalid", "/version type"},
		"NUL in a text":       {"/sections/funding", section(1, `{"source":"a\u0000b"}`), 422, "invalid", "/content/source control_character"},
		"300 characters":      {"/sections/unit", section(1, `{"name":"`+strings.Repeat("𠀀", 300)+`"}`), 422, "invalid", "/unit/name too_long"},
		"2 MiB":               {"/sections/funding", section(1, `{"source":"`+strings.Repeat("长", 700_000)+`"}`), 413, "too_large", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := p.do(http.MethodPut, path+c.path, c.body)
			got.t = t
			problem := got.want(c.status, c.code)
			if c.field != "" && !slices.Contains(fieldCodes(problem), c.field) {
				t.Errorf("fields %v", fieldCodes(problem))
			}
			if name == "2 MiB" && (problem.Facts["limit"] != "1048576" || !strings.Contains(problem.Detail, "1024 KiB")) {
				t.Errorf("the limit is not named: %+v", problem)
			}
		})
	}
	if application := into[Application](p.do(http.MethodGet, path, nil)); application.Version != 1 {
		t.Errorf("a refused edit was saved: version %d", application.Version)
	}
}

func TestSQLAndMarkupAreTextLikeAnyOther(t *testing.T) {
	t.Parallel()
	p := open(t).clerk()
	path := p.drafted()
	text := `'); DROP TABLE users; --<img src=x onerror=alert(1)>${7*7}𠀀`
	if got := p.do(http.MethodPut, path+"/sections/funding", section(1, `{"source":"`+text+`"}`)); got.status != http.StatusOK {
		t.Fatalf("%d %s", got.status, got.body)
	}
	for _, path := range []string{
		"/api/tasks?q=", "/api/cases?q=", "/api/public/institutions?q=", "/api/public/institutions?occupation=", "/api/occupations?q=", "/api/cases?stage=",
	} {
		if got := p.do(http.MethodGet, path+`%27%29%3B+DROP+TABLE+users%3B--`, nil); got.status != http.StatusOK {
			t.Errorf("%s: %d %s", path, got.status, got.body)
		}
		p.do(http.MethodGet, path+"%00", nil).want(http.StatusUnprocessableEntity, "invalid")
	}
	for _, path := range []string{"/api/tasks", "/api/cases", "/api/messages", "/api/documents", "/api/applications", "/api/public/institutions"} {
		for _, cursor := range []string{"x", "e30x", "eyJBdCI6IjIwMjYtMDEtMDFUMDA6MDA6MDBaIiwiSUQiOiJ4In0", "bnVsbA"} {
			if got := p.do(http.MethodGet, path+"?cursor="+cursor, nil); got.status >= http.StatusInternalServerError {
				t.Errorf("%s with cursor %s: %d %s", path, cursor, got.status, got.body)
			}
		}
		p.do(http.MethodGet, path+"?limit=100000", nil).want(http.StatusUnprocessableEntity, "invalid")
		p.do(http.MethodGet, path+"?limit=x", nil).want(http.StatusUnprocessableEntity, "invalid")
	}
}

func TestTheCheckBeforeSubmissionFindsWrongNumbersForbiddenOccupationsAndLevelsThatTheStandardLacks(t *testing.T) {
	t.Parallel()
	p := open(t).clerk()
	path := p.drafted()
	unit := `{"name":"沈阳匠心示例装备零一有限公司","creditCode":"91210100MA0000000A","region":"210100"}`
	rows := `{"rows":[{"code":"6-31-01-03","name":"电工","levels":[{"code":"9"}]},{"code":"4-07-05-03","name":"消防设施操作员","levels":[{"code":"5"}]},
		{"code":"2-01-06-01","name":"数学研究人员","levels":[{"code":"5"}]}]}`
	for i, edit := range []struct{ name, content string }{{"unit", unit}, {"occupations", rows}} {
		if got := p.do(http.MethodPut, path+"/sections/"+edit.name, section(i+1, edit.content)); got.status != http.StatusOK {
			t.Fatalf("%s: %d %s", edit.name, got.status, got.body)
		}
	}
	found := map[string]bool{}
	gaps := into[GapList](p.do(http.MethodGet, path+"/gaps", nil)).Items
	for _, gap := range gaps {
		found[gap.Pointer+" "+gap.Code] = true
	}
	for _, want := range []string{
		"/unit/creditCode check_digit", "/occupations/rows/0/levels/0/code level", "/occupations/rows/1/code licensed", "/occupations/rows/2/code not_skill_class",
	} {
		if !found[want] {
			t.Errorf("%s is not found in %v", want, found)
		}
	}
	problem := p.do(http.MethodPost, path+"/submission", `{"version":3}`, "Idempotency-Key", "the-first-time").want(http.StatusConflict, "not_ready")
	if len(problem.Fields) != len(gaps) {
		t.Errorf("the submission names %d of %d gaps", len(problem.Fields), len(gaps))
	}
}

func TestNobodyFilesAnotherEnterpriseThanThatOfTheAccount(t *testing.T) {
	t.Parallel()
	p := open(t).clerk()
	path, other := p.drafted(), cast.EnterpriseOf(cast.Dalian, 1)
	unit := fmt.Sprintf(`{"name":"%s","creditCode":"%s","region":"%s"}`, other.Name, other.CreditCode, other.Region)
	if got := p.do(http.MethodPut, path+"/sections/unit", section(1, unit)); got.status != http.StatusOK {
		t.Fatalf("%d %s", got.status, got.body)
	}
	found := map[string]string{}
	for _, gap := range into[GapList](p.do(http.MethodGet, path+"/gaps", nil)).Items {
		if gap.Code == "account" {
			found[gap.Pointer] = gap.Message
		}
	}
	if len(found) != 3 || !strings.Contains(found["/unit/creditCode"], cast.EnterpriseOf(cast.Shenyang, 1).CreditCode) {
		t.Errorf("%v", found)
	}
}

// listed makes n valid staff rows.
func listed(n int) []map[string]string {
	maker := identitytest.New(7)
	rows := make([]map[string]string, 0, n)
	seen := map[string]bool{}
	for len(rows) < n {
		id := maker.ResidentID()
		if !seen[id] {
			seen[id] = true
			rows = append(rows, map[string]string{"kind": "assessor", "name": maker.Name(), "idNumber": id, "level": "2", "employment": "own"})
		}
	}
	return rows
}

func TestIDNumbersAreSealedInTheDatabaseMaskedInListsAndReadOnRecord(t *testing.T) {
	t.Parallel()
	o := open(t)
	p := o.clerk()
	path := p.drafted()
	rows := listed(3)
	if got := p.do(http.MethodPut, path+"/staff", map[string]any{"version": 1, "rows": rows}); got.status != http.StatusOK {
		t.Fatalf("%d %s", got.status, got.body)
	}
	list := into[StaffList](p.do(http.MethodGet, path+"/staff", nil))
	if len(list.Rows) != 3 || strings.Contains(list.Rows[0].IdNumber, rows[0]["idNumber"][6:14]) || list.Version != 2 {
		t.Fatalf("the list shows %+v", list)
	}
	var stored []store.Staff
	o.must(o.store.DB.Find(&stored).Error)
	for _, row := range stored {
		for _, entered := range rows {
			if strings.Contains(row.IDNumberSealed+row.Details+row.IDNumberMasked+string(row.IDNumberDigest), entered["idNumber"]) {
				t.Fatal("a number stands in plain in the database")
			}
		}
	}
	p.do(http.MethodPost, path+"/staff/reading", `{"reason":""}`).want(http.StatusUnprocessableEntity, "invalid")
	full := into[StaffList](p.do(http.MethodPost, path+"/staff/reading", `{"reason":"核对身份证号"}`))
	if full.Rows[0].IdNumber != rows[0]["idNumber"] {
		t.Errorf("the full reading shows %s", full.Rows[0].IdNumber)
	}
	var readings []store.PersonalRead
	o.must(o.store.DB.Find(&readings).Error)
	if len(readings) != 1 || readings[0].Reason != "核对身份证号" || readings[0].Request == "" {
		t.Errorf("readings: %+v", readings)
	}
	kept := []map[string]string{{"kind": "assessor", "name": rows[1]["name"], "idNumber": list.Rows[1].IdNumber, "employment": "hired"}}
	if got := p.do(http.MethodPut, path+"/staff", map[string]any{"version": 2, "rows": kept}); got.status != http.StatusOK {
		t.Fatalf("the masked number was not kept: %d %s", got.status, got.body)
	}
	full = into[StaffList](p.do(http.MethodPost, path+"/staff/reading", `{"reason":"再次核对"}`))
	if len(full.Rows) != 1 || full.Rows[0].IdNumber != rows[1]["idNumber"] || full.Rows[0].Employment != "hired" {
		t.Errorf("after the edit: %+v", full.Rows)
	}
}

func TestStaffListsThatAreTooLongOrWrongAreRefusedWithTheLimitAndTheRow(t *testing.T) {
	t.Parallel()
	p := open(t).clerk()
	path := p.drafted() + "/staff"
	short := make([]map[string]string, 10_000)
	for i := range short {
		short[i] = map[string]string{"kind": "expert", "name": "甲"}
	}
	problem := p.do(http.MethodPut, path, map[string]any{"version": 1, "rows": short}).want(http.StatusUnprocessableEntity, "invalid")
	if len(problem.Fields) != 1 || problem.Fields[0].Pointer != "/rows" || !strings.Contains(problem.Fields[0].Message, "2000") {
		t.Errorf("ten thousand short rows: %+v", problem.Fields)
	}
	long := listed(10_000)
	for _, row := range long {
		row["title"] = "高级工程师（示例）"
	}
	problem = p.do(http.MethodPut, path, map[string]any{"version": 1, "rows": long}).want(http.StatusRequestEntityTooLarge, "too_large")
	if problem.Facts["limit"] == "" {
		t.Errorf("ten thousand long rows: %+v", problem)
	}
	rows := listed(3)
	rows[1]["idNumber"] = rows[1]["idNumber"][:17] + "#"
	rows[2]["idNumber"] = rows[0]["idNumber"]
	problem = p.do(http.MethodPut, path, map[string]any{"version": 1, "rows": rows}).want(http.StatusUnprocessableEntity, "invalid")
	if codes := fieldCodes(problem); !slices.Contains(codes, "/rows/1/idNumber character") || !slices.Contains(codes, "/rows/2/idNumber duplicate") {
		t.Errorf("fields %v", codes)
	}
	if strings.Contains(problem.Detail+fmt.Sprint(problem.Fields), rows[0]["idNumber"]) {
		t.Error("the problem repeats an ID number")
	}
	if got := p.do(http.MethodPut, path, map[string]any{"version": 1, "rows": listed(2000)}); got.status != http.StatusOK {
		t.Errorf("two thousand rows: %d %s", got.status, got.body)
	}
}
