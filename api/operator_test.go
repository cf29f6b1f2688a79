package api

import (
	"encoding/base64"
	"net/http"
	"strings"
	"testing"

	"go.temporal.io/sdk/converter"
	"google.golang.org/protobuf/encoding/protojson"

	commonpb "go.temporal.io/api/common/v1"

	"jiangxin/vault/codec"
)

func TestOnlyASignedInOperatorReadsPayloadsAndOnlyFromTheTemporalUI(t *testing.T) {
	t.Parallel()
	o := open(t)
	payload, err := codec.NewDataConverter(o.keys).ToPayload("沈阳：等待受理")
	o.must(err)
	request, err := protojson.Marshal(&commonpb.Payloads{Payloads: []*commonpb.Payload{payload}})
	o.must(err)
	if strings.Contains(string(request), base64.StdEncoding.EncodeToString([]byte("沈阳"))) {
		t.Fatal("the payload was not encrypted")
	}
	const path = "/api/codec/decode"
	o.visitor().do(http.MethodPost, path, string(request)).want(http.StatusUnauthorized, "unauthenticated")
	o.signIn(officer).do(http.MethodPost, path, string(request)).want(http.StatusForbidden, "forbidden")
	operator := o.signIn("operator")
	got := operator.do(http.MethodPost, path, string(request), "Origin", "http://127.0.0.1:8233", "X-Namespace", "jiangxin", "X-CSRF-Token", "")
	if got.status != http.StatusOK || got.header.Get("Access-Control-Allow-Origin") != "http://127.0.0.1:8233" || got.header.Get("Access-Control-Allow-Credentials") != "true" {
		t.Fatalf("%d %v %s", got.status, got.header, got.body)
	}
	var plain commonpb.Payloads
	o.must(protojson.Unmarshal(got.body, &plain))
	var text string
	o.must(converter.GetDefaultDataConverter().FromPayload(plain.GetPayloads()[0], &text))
	if text != "沈阳：等待受理" {
		t.Errorf("decoded %q", text)
	}
	for _, origin := range []string{"http://evil.example", "null", "http://127.0.0.1:82330"} {
		if got := operator.do(http.MethodPost, path, string(request), "Origin", origin); got.header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s may read the answer", origin)
		}
	}
}

func TestAnOperatorSeesWhereACaseStandsAndNothingOfItsContent(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	p := o.signIn("operator")
	shown := into[Case](p.do(http.MethodGet, "/api/cases/"+one.caseNo, nil))
	if !strings.HasSuffix(shown.TemporalUrl, "/workflows/filing%2F"+one.caseNo) || len(shown.OpenTasks) != 2 || len(shown.Next) != 2 {
		t.Errorf("%+v", shown)
	}
	for _, part := range []string{"statements", "snapshots", "differences?from=1&to=1", "tasks/acceptance/1/1"} {
		p.do(http.MethodGet, "/api/cases/"+one.caseNo+"/"+part, nil).want(http.StatusForbidden, "forbidden")
	}
	if shown := into[Case](o.signIn(officer).do(http.MethodGet, "/api/cases/"+one.caseNo, nil)); shown.TemporalUrl != "" {
		t.Error("an officer is shown the Temporal UI")
	}
}

func TestNobodyReadsPersonalDataInBulk(t *testing.T) {
	t.Parallel()
	p := open(t).clerk()
	path := p.drafted() + "/staff/reading"
	for i := range 100 {
		if got := p.do(http.MethodPost, path, `{"reason":"核对"}`); got.status == http.StatusTooManyRequests {
			if i < 10 {
				t.Errorf("refused after %d readings", i)
			}
			return
		}
	}
	t.Error("a hundred readings in a second were answered")
}

func TestTheApplicantDoesNotReadWhatOfficersSayAmongThemselves(t *testing.T) {
	t.Parallel()
	o := open(t)
	one := o.settle("000001")
	paper := "/api/cases/" + one.caseNo + "/papers/acceptance/1/assessment/content"
	if list := into[PaperList](o.clerk().do(http.MethodGet, "/api/cases/"+one.caseNo+"/papers", nil)); len(list.Items) != 0 {
		t.Errorf("the clerk is shown %+v", list.Items)
	}
	o.clerk().do(http.MethodGet, paper, nil).want(http.StatusNotFound, "not_found")
	if list := into[PaperList](o.signIn(officer).do(http.MethodGet, "/api/cases/"+one.caseNo+"/papers", nil)); len(list.Items) != 1 {
		t.Errorf("the officer is shown %+v", list.Items)
	}
	o.signIn(officer).do(http.MethodGet, paper, nil).want(http.StatusConflict, "not_ready")
}

func TestReadinessNamesTheDependencyThatDoesNotAnswer(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.must(o.store.Close())
	got := o.visitor().do(http.MethodGet, "/readyz", nil)
	if got.status != http.StatusServiceUnavailable {
		t.Fatalf("%d %s", got.status, got.body)
	}
	for _, d := range into[Readiness](got).Dependencies {
		if d.Ready == (d.Name == Postgres) && d.Name != Storage {
			t.Errorf("%s ready: %t", d.Name, d.Ready)
		}
	}
	if got := o.visitor().do(http.MethodGet, "/healthz", nil); got.status != http.StatusOK {
		t.Errorf("the process says %d", got.status)
	}
}

func TestEveryCauseOfStandingStillHasWordsAndAdvice(t *testing.T) {
	t.Parallel()
	for attribute, want := range map[string]struct {
		effect    string
		skippable bool
		cause     string
	}{
		"record: unavailable":          {"", false, "办理记录写不进数据库：所依赖的服务没有回应"},
		"record: diverged":             {"", false, "办理记录写不进数据库：数据库中同号的记录内容不同"},
		"record: gap":                  {"", false, "办理记录写不进数据库：数据库缺少此前的记录"},
		"record: internal":             {"", false, "办理记录写不进数据库：程序或数据有错误"},
		"receipt/1/receipt: permanent": {"receipt/1/receipt", true, "备案回执的文书“备案回执”做不出来：案卷缺少必要内容，重试无法解决"},
		"tenure: timeout":              {"tenure", false, "有效期流程未能启动：处理超时"},
	} {
		got := explainStuck(t.Context(), attribute)
		if got.effect != want.effect || got.skippable != want.skippable || got.cause.ZH != want.cause || got.cause.EN == "" || got.advice.ZH == "" || got.advice.EN == "" {
			t.Errorf("%s: %+v", attribute, got)
		}
	}
}
