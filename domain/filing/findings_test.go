package filing_test

import (
	"fmt"
	"testing"

	"jiangxin/domain/filing"
)

func TestTheFindingsOnTheSevenMaterialsAreReadWhereverTheSheetStands(t *testing.T) {
	t.Parallel()
	const sheet = `{"materials":[{"number":2,"finding":"pass"},{"number":3,"finding":"supplement","defects":[{"reason":"missing"}]},
		{"number":7,"finding":"refuse"},{"number":9,"finding":"pass"},{"number":4,"finding":"odd"}],"onlineChecks":[{"material":1,"result":"ok"},{"material":5,"result":"failed"}]}`
	const want = "[pass pass supplement    refuse]"
	for name, raw := range map[string]string{"itself": sheet, "within": `{"verdict":"return","sheet":` + sheet + `}`} {
		if got := fmt.Sprint(filing.MaterialFindings([]byte(raw))); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	for name, raw := range map[string]string{"nothing": "", "no object": `[1]`, "another form": `{"materials":"all"}`, "half typed": `{"materials":[{"number":"1"}]}`} {
		got := filing.MaterialFindings([]byte(raw))
		if fmt.Sprint(got) != "[      ]" || len(got) != filing.MaterialCount {
			t.Errorf("%s: %q", name, got)
		}
	}
}
