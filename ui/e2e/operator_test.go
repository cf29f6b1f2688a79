package e2e

import (
	"net/url"
	"os"
	"testing"

	"jiangxin/contract"
	"jiangxin/demo/cast"
	"jiangxin/demo/demotest"
	"jiangxin/domain/filing"
)

func TestAnOperatorReadsACaseInChineseInTheTemporalUI(t *testing.T) {
	endpoint, err := url.Parse(os.Getenv("JIANGXIN_CODEC_ENDPOINT"))
	if err != nil || endpoint.Host == "" {
		t.Fatal("JIANGXIN_CODEC_ENDPOINT is not set: run this test by `make test` or under `devstack exec --fresh -- go test ./ui/e2e`")
	}
	p := demotest.StartWith(t, demotest.Setting{Address: endpoint.Host, Enterprises: 1})
	c, err := p.World.File(t.Context(), cast.Shenyang, filing.Panel)
	if err != nil {
		t.Fatal(err)
	}
	workflows := os.Getenv("JIANGXIN_TEMPORAL_UI_URL") + "/namespaces/" + p.App.Config.TemporalNamespace + "/workflows"
	run(t, "operator.mjs",
		"BASE_URL="+p.URL, "LOGIN="+cast.Operator.Login, "PASSWORD="+cast.Password,
		"CASE_URL="+workflows+"/"+url.PathEscape(contract.FilingID(c.No)),
		"LIST_URL="+workflows, "CASE_NO="+c.No, "ENTERPRISE="+cast.EnterpriseOf(cast.Shenyang, 1).Name,
		"WORDS=组成专家组|等待：沈阳市人力资源和社会保障局（经办）|下一环节：文件审核、技术评估|办理正常",
	)
}
