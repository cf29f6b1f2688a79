package activities

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/store"
)

// audits is a case file with an audit for each sheet, all but the last with its opinion already ordered. What was sent
// back within the authority stands in between and counts for nothing.
func audits(t *testing.T, sheets ...certification.AuditSheet) *file {
	t.Helper()
	f := &file{}
	round := 0
	say := func(verdict casework.Verdict, sheet certification.AuditSheet) {
		round++
		raw, err := json.Marshal(sheet)
		if err != nil {
			t.Fatal(err)
		}
		content, err := json.Marshal(store.DecisionBody{Verdict: string(verdict), Sheet: raw})
		if err != nil {
			t.Fatal(err)
		}
		f.Statements = append(f.Statements, store.Statement{
			TaskID: fmt.Sprint("audit/", round, "/handle"), Stage: "audit", Round: round, Verdict: string(verdict), Content: string(content), At: time.Now(),
		})
	}
	for i, sheet := range sheets {
		say(casework.ReturnRows, certification.AuditSheet{Rows: []certification.RowVerdict{{No: 99, Verdict: certification.RowFail, Reason: "sent back"}}})
		say(casework.ReturnRows, sheet)
		paper := store.Paper{Stage: "audit", Round: round, Kind: string(certification.AuditOpinion)}
		if i < len(sheets)-1 {
			f.Earlier = append(f.Earlier, paper)
		} else {
			f.Paper = paper
		}
	}
	return f
}

func TestAnOpinionNamesEveryRowThatDoesNotPassWithIt(t *testing.T) {
	t.Parallel()
	row := func(no int, verdict certification.RowDecision) certification.RowVerdict {
		return certification.RowVerdict{No: no, Verdict: verdict, Clause: "三(一)1", Reason: fmt.Sprint("理由", no)}
	}
	f := audits(t,
		certification.AuditSheet{Rows: []certification.RowVerdict{row(2, "return"), row(9, "return"), row(4, "fail"), row(6, "fail")}},
		certification.AuditSheet{Rows: []certification.RowVerdict{row(9, "return"), row(6, "pass"), row(11, "fail")}},
	)
	_, sheet, err := f.audit(f.Paper)
	if err != nil {
		t.Fatal(err)
	}
	grounds, err := f.unsettled(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, g := range grounds {
		got = append(got, fmt.Sprint(g.Row, g.Verdict, g.Clause, g.Reason))
	}
	// 2 was mended, 6 passes after all; 4 stays failed though nobody says so again.
	want := "4不予通过《通知》三（一）1理由4 9退回修改理由9 11不予通过《通知》三（一）1理由11"
	if strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

func TestAnOpinionWithoutWordsSaysWhatWasCounted(t *testing.T) {
	t.Parallel()
	f := &file{}
	f.Recorded = contract.RecordResult{Numbers: map[string]string{contract.CountPassed: "58", contract.CountFailed: "2"}}
	line := f.audited(store.Batch{OccupationName: "电工"}, certification.Plan{Level: "3"})
	if got := opinionOf(certification.AuditSheet{}, line); got != "经审核，通过58人，不予通过2人。" {
		t.Error(got)
	}
	if got := opinionOf(certification.AuditSheet{Note: " 同意 "}, line); got != "同意" {
		t.Error(got)
	}
}
