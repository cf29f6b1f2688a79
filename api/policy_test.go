package api

import (
	"fmt"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/uuid"

	"jiangxin/demo/cast"
	"jiangxin/domain/casework"
)

func TestEveryOperationOfTheDescriptionHasARowInThePolicyAndNoRowIsLeftOver(t *testing.T) {
	t.Parallel()
	operations, err := loadOperations()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, op := range operations {
		known[op.id] = true
		rule, found := permits[op.id]
		if !found {
			t.Errorf("%s has no row in the policy", op.id)
			continue
		}
		if !rule.public && !rule.any && len(rule.grants) == 0 {
			t.Errorf("%s is open to nobody", op.id)
		}
		if rule.scope == "" {
			t.Errorf("%s has no scope", op.id)
		}
	}
	for id := range permits {
		if !known[id] {
			t.Errorf("the policy has a row for %s, which the description lacks", id)
		}
	}
}

func TestEveryFaultCodeMeansOneStatus(t *testing.T) {
	t.Parallel()
	source, err := os.ReadFile("../domain/fault/code.go")
	if err != nil {
		t.Fatal(err)
	}
	codes := regexp.MustCompile(`Code = "([a-z_]+)"`).FindAllStringSubmatch(string(source), -1)
	if len(codes) != len(meanings) {
		t.Errorf("%d codes, %d meanings", len(codes), len(meanings))
	}
	for _, code := range codes {
		found := false
		for known, meaning := range meanings {
			found = found || string(known) == code[1] && meaning.status >= 400 && meaning.title.ZH != "" && meaning.title.EN != ""
		}
		if !found {
			t.Errorf("%s has no status and title", code[1])
		}
	}
}

// persona is one kind of person who tries every operation on one tenant's things.
type persona struct {
	login string
	own   bool // the tenant's things are within their jurisdiction
}

var personas = []persona{
	{"", false},
	{cast.EnterpriseOf(cast.Shenyang, 2).Clerk.Login, false}, // another enterprise of the same city
	{cast.EnterpriseOf(cast.Dalian, 1).Clerk.Login, false},
	{"dl-bureau-handler", false}, {"dl-authority-reviewer", false}, {"dl-expert-1", false},
	{"sy-expert-2", false},                                  // sits on no panel of this case
	{"centre-handler", false}, {"department-signer", false}, // before the submission
	{"operator", true}, {"sy-authority-signer", true}, {"sy-expert-1", true}, {"sy-bureau-signer", true}, {"sy-bureau-reviewer", true},
	{"sy-bureau-handler", true}, {cast.EnterpriseOf(cast.Shenyang, 1).Clerk.Login, true},
}

// bodies are requests that are well formed, so that what refuses them is the policy.
var bodies = map[string]string{
	"signIn": `{"login":"nobody","password":"x"}`, "createApplication": `{"kind":"initial"}`,
	"saveSection": `{"version":1,"content":{}}`, "replaceStaff": `{"version":1,"rows":[]}`, "revealStaff": `{"reason":"核对人员"}`,
	"submitApplication": `{"version":1}`, "delegateTask": `{"to":"` + uuid.NewString() + `","version":1}`,
	"addView": `{"name":"临期","search":"urgency=near"}`, "saveWorksheet": `{"version":0,"content":{}}`, "decideTask": `{"verdict":"accept","version":1,"sheet":{}}`,
	"extendTask": `{"days":1,"reason":"材料较多"}`, "sealPaper": `{"documentId":"` + uuid.NewString() + `","version":1}`,
	"withdrawCase": `{"reason":"另行申请"}`, "operateCase": `{"operation":"retry","reason":"恢复后重试"}`, "decodePayloads": `{"payloads":[]}`,
	"beginUpload": `{"purpose":"material","name":"a.pdf","size":10,"sha256":"` + strings.Repeat("a", 64) + `","caseNo":"CASE"}`,
}

func TestNobodyDoesWhatThePolicyDoesNotGrantNorReachesAnotherTenant(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	operations, err := loadOperations()
	o.must(err)
	for _, who := range personas {
		p := o.visitor()
		if who.login != "" {
			p = o.signIn(who.login)
		}
		caller := o.callerNamed(who.login)
		for _, op := range operations {
			if op.id == "signOut" || op.id == "getMetrics" || op.id == "discardDraft" && who.own {
				continue
			}
			path := one.address(op)
			body := any(nil)
			if text := bodies[op.id]; text != "" {
				body = strings.ReplaceAll(text, "CASE", one.caseNo)
			}
			headers := []string{"Idempotency-Key", uuid.NewString()}
			if op.id == "checkStaffWorkbook" {
				body, headers = "no workbook", append(headers, "Content-Type", xlsx)
			}
			got := p.do(op.method, path, body, headers...)
			if problem := judge(op, who, caller, got); problem != "" {
				t.Errorf("%s as %q: %s: %d %s", op.id, who.login, problem, got.status, got.body)
			}
		}
	}
}

// address fills the placeholders of an operation with the tenant's things.
func (one tenant) address(op operation) string {
	task := "1"
	if strings.Contains(op.path, "/papers/") {
		task = ""
	}
	path := strings.NewReplacer(
		"{enterpriseId}", one.enterprise.String(), "{documentId}", one.document.String(), "{caseNo}", one.caseNo,
		"{applicationId}", one.draft.String(), "{section}", "funding", "{stage}", "acceptance", "{round}", "1", "{slot}", task,
		"{kind}", "assessment", "{viewId}", uuid.NewString(), "{commandId}", strings.Repeat("0", 64), "{messageId}", uuid.NewString(), "{code}", "6-31-01-03",
		"{filingNo}", "Y000021000001", "{rule}", "quality", "{token}", "none",
	).Replace(op.path)
	switch op.id {
	case "getDifferences":
		path += "?from=1&to=1"
	case "listDocuments", "listExperts":
		path += "?caseNo=" + one.caseNo
	case "getApplication", "getStaff", "revealStaff":
		path = strings.Replace(path, one.draft.String(), one.application.String(), 1)
	}
	return path
}

// ofATenant names the operations whose address or body names a tenant's thing.
func ofATenant(op operation) bool {
	return strings.Contains(op.path, "{caseNo}") || strings.Contains(op.path, "{applicationId}") || strings.Contains(op.path, "{documentId}") ||
		strings.Contains(op.path, "{enterpriseId}") || op.id == "listDocuments" || op.id == "listExperts" || op.id == "beginUpload"
}

func judge(op operation, who persona, caller Caller, got answer) string {
	if got.status >= http.StatusInternalServerError && got.status != http.StatusServiceUnavailable {
		return "failed"
	}
	refused := permits[op.id].admits(caller) != nil
	switch {
	case refused && who.login == "" && got.status != http.StatusUnauthorized:
		return "a visitor was not asked to sign in"
	case refused && who.login != "" && got.status != http.StatusForbidden:
		return "the role was not refused"
	case refused || permits[op.id].public:
		return ""
	case ofATenant(op) && !who.own && got.status != http.StatusNotFound && got.status != http.StatusForbidden:
		return "another tenant's thing was reached"
	case ofATenant(op) && !who.own && strings.Contains(string(got.body), "匠心示例装备零一"):
		return "the refusal tells of the tenant"
	case got.status == http.StatusUnauthorized:
		return "a signed-in person was asked to sign in"
	}
	return ""
}

// callerNamed is what the policy table sees of a person.
func (o *office) callerNamed(login string) Caller {
	if login == "" {
		return Caller{}
	}
	user, err := o.store.UserByLogin(o.t.Context(), login)
	o.must(err)
	caller := Caller{ID: user.ID}
	var roles []string
	o.must(o.store.DB.Raw("SELECT role FROM user_roles WHERE user_id = ?", user.ID).Scan(&roles).Error)
	for _, role := range roles {
		caller.Roles = append(caller.Roles, casework.Role(role))
	}
	if user.BodyID != nil {
		reference, err := o.store.Reference(o.t.Context())
		o.must(err)
		caller.Body, err = reference.Directory.Body(*user.BodyID)
		o.must(err)
	}
	if user.EnterpriseID != nil {
		caller.Enterprise = *user.EnterpriseID
	}
	return caller
}

func TestPeopleReachWhatIsTheirs(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	clerk := cast.EnterpriseOf(cast.Shenyang, 1).Clerk.Login
	for _, want := range []struct{ login, path string }{
		{clerk, "/api/cases/" + one.caseNo}, {clerk, "/api/cases/" + one.caseNo + "/snapshots"}, {clerk, "/api/applications/" + one.draft.String()},
		{clerk, "/api/applications/" + one.application.String() + "/staff"}, {clerk, "/api/documents/" + one.document.String()},
		{clerk, "/api/enterprises/" + one.enterprise.String()}, {clerk, "/api/messages"}, {clerk, "/api/documents"},
		{"sy-bureau-handler", "/api/cases/" + one.caseNo}, {"sy-bureau-handler", "/api/cases/" + one.caseNo + "/tasks/acceptance/1/1"},
		{"sy-authority-handler", "/api/cases/" + one.caseNo}, {"sy-bureau-signer", "/api/cases/" + one.caseNo + "/events"},
		{"sy-bureau-handler", "/api/documents/" + one.document.String()}, {"sy-bureau-handler", "/api/experts?caseNo=" + one.caseNo},
		{"sy-bureau-handler", "/api/applications/" + one.application.String()}, {"sy-bureau-handler", "/api/colleagues?role=handler"},
		{"sy-expert-1", "/api/cases/" + one.caseNo}, {"sy-expert-1", "/api/cases/" + one.caseNo + "/snapshots"},
		{"sy-expert-1", fmt.Sprintf("/api/cases/%s/tasks/expertReview/1/%s", one.caseNo, one.seat)},
		{"operator", "/api/cases/" + one.caseNo}, {"operator", "/api/tasks?scope=all"}, {"operator", "/api/cases"},
		{"centre-handler", "/api/cases?state=all"}, {"department-signer", "/api/tasks"},
		{"", "/api/public/institutions"}, {"", "/api/public/guide"}, {"", "/api/occupations?q=%E7%94%B5%E5%B7%A5"}, {"", "/api/regions"},
		{"", "/api/reference/filing"}, {"", "/api/policy"}, {"", "/healthz"}, {"", "/api/openapi.yaml"},
		{"", "/api/public/institutions.csv"}, {"", "/api/public/institutions.xlsx"},
	} {
		p := o.visitor()
		if want.login != "" {
			p = o.signIn(want.login)
		}
		if got := p.do(http.MethodGet, want.path, nil); got.status != http.StatusOK {
			t.Errorf("%s as %q: %d %s", want.path, want.login, got.status, got.body)
		}
	}
}
