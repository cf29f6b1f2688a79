package certification_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/certification/certificationtest"
	"jiangxin/domain/fault"
	"jiangxin/domain/form"
)

// every stage that asks somebody.
var asking = []certification.Stage{
	certification.Audit, certification.Correction, certification.Issue, certification.Revocation, certification.Summary, certification.SummaryCheck,
}

// decide validates the stage's proper decision after edit has changed it.
func decide[S certification.Sheet](t testing.TB, stage certification.Stage, verdict casework.Verdict, edit func(S, *certification.Facts)) map[string]string {
	t.Helper()
	facts := certificationtest.Facts()
	_, sheet := certificationtest.Decision(stage)
	edit(sheet.(S), &facts)
	return codesAt(certification.Validate(stage, casework.StepHandle, verdict, asJSON(t, sheet), facts))
}

func TestEveryStageTakesAProperDecision(t *testing.T) {
	t.Parallel()
	for _, stage := range asking {
		verdict, sheet := certificationtest.Decision(stage)
		if err := certification.Validate(stage, casework.StepHandle, verdict, asJSON(t, sheet), certificationtest.Facts()); err != nil {
			t.Errorf("%s: %v %v", stage, err, codesAt(err))
		}
	}
}

func TestEveryStageAndVerdictHasItsWords(t *testing.T) {
	t.Parallel()
	for _, order := range [][]certification.Stage{certification.Order, certification.RevocationOrder, certification.SummaryOrder} {
		for i, stage := range order {
			verdicts := certification.Verdicts(stage, casework.StepHandle)
			if !stage.Known() || stage.Name().ZH == "" || stage.Name().EN == "" || (len(verdicts) == 0) != (i == len(order)-1) {
				t.Errorf("%s: %v, %v", stage, stage.Name(), verdicts)
			}
			for _, v := range verdicts {
				if name := certification.VerdictName(stage, v); name.ZH == "" || name.ZH == string(v) {
					t.Errorf("%s of %s has no words", v, stage)
				}
			}
			steps := certification.Verdicts(stage, casework.StepSign)
			if want := []casework.Verdict{casework.Agree, casework.SendBack}; stage.Act() && !slices.Equal(steps, want) || !stage.Act() && len(steps) > 0 {
				t.Errorf("later steps of %s: %v", stage, steps)
			}
		}
	}
	if certification.VerdictName(certification.Audit, casework.Pass).ZH != "审核通过" || casework.Pass.Name().ZH != "通过核验" {
		t.Error("a pass of results is no pass of a verification")
	}
	for _, v := range []casework.Verdict{casework.PassInPart, casework.ReturnRows, casework.Revoke} {
		if !v.Adverse() || v.Name().ZH == string(v) {
			t.Errorf("%s: %v", v, v.Name())
		}
	}
}

func TestAVerdictThatATaskDoesNotOfferIsRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		stage   certification.Stage
		step    casework.Step
		verdict casework.Verdict
	}{
		{certification.Audit, casework.StepHandle, casework.Accept}, {certification.Issue, casework.StepReview, casework.Agree},
		{certification.Audit, casework.StepSign, casework.Pass}, {certification.Finished, casework.StepHandle, casework.Submit}, {"nowhere", casework.StepHandle, casework.Submit},
	} {
		if err := certification.Validate(c.stage, c.step, c.verdict, nil, certificationtest.Facts()); codesAt(err)["/verdict"] != "verdict" {
			t.Errorf("%v: %v", c, err)
		}
	}
}

func TestTheAuditDecidesOnTheSampleAndOnWhatIsFlagged(t *testing.T) {
	t.Parallel()
	audit := func(verdict casework.Verdict, edit func(*certification.AuditSheet, *certification.Facts)) map[string]string {
		return decide(t, certification.Audit, verdict, edit)
	}
	if found := audit(casework.Pass, func(s *certification.AuditSheet, _ *certification.Facts) { s.Rows = s.Rows[:2] }); found["/sheet/rows"] != "undecided" {
		t.Errorf("a flagged row without a verdict: %v", found)
	}
	if found := audit(casework.Pass, func(s *certification.AuditSheet, _ *certification.Facts) { s.Looked = []int{3} }); found["/sheet/looked"] != "not_looked_at" {
		t.Errorf("a sampled row that nobody looked at: %v", found)
	}
	if found := audit(casework.Pass, func(s *certification.AuditSheet, _ *certification.Facts) { s.Looked = []int{3, 7, 4} }); found["/sheet/looked/2"] != "row" {
		t.Errorf("a row outside the sample: %v", found)
	}
	for name, entry := range map[string]certification.RowVerdict{"unknown": {No: 11, Verdict: "pass"}, "twice": {No: 3, Verdict: "pass"}} {
		if found := audit(casework.Pass, func(s *certification.AuditSheet, _ *certification.Facts) { s.Rows = append(s.Rows, entry) }); found["/sheet/rows/3/no"] != "row" {
			t.Errorf("%s: %v", name, found)
		}
	}
	found := audit(casework.ReturnRows, func(s *certification.AuditSheet, _ *certification.Facts) {
		s.Rows[0].Verdict, s.Rows[1].Verdict, s.Rows[2].Verdict = certification.RowReturn, certification.RowFail, "perhaps"
	})
	for pointer, code := range map[string]string{
		"/sheet/rows/0/reason": "required", "/sheet/rows/1/reason": "required", "/sheet/rows/1/clause": "clause", "/sheet/rows/2/verdict": "verdict",
	} {
		if found[pointer] != code {
			t.Errorf("%s is %q, want %q", pointer, found[pointer], code)
		}
	}
}

func TestTheVerdictOnABatchFollowsFromItsRows(t *testing.T) {
	t.Parallel()
	reasoned := func(no int, d certification.RowDecision) certification.RowVerdict {
		return certification.RowVerdict{No: no, Verdict: d, Clause: "四(四)1", Reason: "成绩单与名单不一致"}
	}
	rapid.Check(t, func(t *rapid.T) {
		facts := certificationtest.Facts()
		sheet := &certification.AuditSheet{Looked: facts.Sampled}
		count := map[certification.RowDecision]int{}
		for _, no := range facts.Rows {
			d := rapid.SampledFrom([]certification.RowDecision{"pass", "pass", "return", "fail"}).Draw(t, "decision")
			switch {
			case d != certification.RowPass || slices.Contains([]int{3, 5, 7}, no):
				sheet.Rows = append(sheet.Rows, reasoned(no, d))
			case no == 9:
				facts.Settled = map[int]certification.RowVerdict{9: reasoned(9, "fail")}
				d = "fail"
			}
			count[d]++
		}
		want := casework.Pass
		switch {
		case count["return"] > 0:
			want = casework.ReturnRows
		case count["pass"] == 0:
			want = casework.Fail
		case count["fail"] > 0:
			want = casework.PassInPart
		}
		for _, v := range certification.Verdicts(certification.Audit, casework.StepHandle) {
			err := certification.Validate(certification.Audit, casework.StepHandle, v, asJSON(t, sheet), facts)
			if (err == nil) != (v == want) || err != nil && codesAt(err)["/verdict"] != "contradiction" {
				t.Fatalf("%v with %v: %v", v, count, codesAt(err))
			}
		}
		route, err := certification.RouteOf(certification.Audit, casework.StepHandle, asJSON(t, sheet), facts)
		if err != nil || route != (certification.Route{Passed: count["pass"], Returned: count["return"], Failed: count["fail"]}) {
			t.Fatalf("%+v, %v of %v", route, err, count)
		}
	})
}

func TestWhatTheLastRoundSettledIsNotAskedAgain(t *testing.T) {
	t.Parallel()
	facts := certificationtest.Facts()
	facts.Settled = map[int]certification.RowVerdict{3: {No: 3, Verdict: "pass"}, 5: {No: 5, Verdict: "fail", Reason: "…"}, 6: {No: 6, Verdict: "return", Reason: "…"}}
	sheet := &certification.AuditSheet{Looked: []int{7}, Rows: []certification.RowVerdict{{No: 7, Verdict: "pass"}}}
	err := certification.Validate(certification.Audit, casework.StepHandle, casework.ReturnRows, asJSON(t, sheet), facts)
	if found := codesAt(err); len(found) != 1 || found["/sheet/rows"] != "undecided" || !strings.Contains(fieldsOf(err)[0].Text.ZH, "第 6 行") {
		t.Errorf("only the row that came back unchanged is open: %v", found)
	}
	sheet.Rows = append(sheet.Rows, certification.RowVerdict{No: 6, Verdict: "pass"})
	if err := certification.Validate(certification.Audit, casework.StepHandle, casework.PassInPart, asJSON(t, sheet), facts); err != nil {
		t.Error(codesAt(err))
	}
}

func TestAnAuditOfTenThousandRowsIsTaken(t *testing.T) {
	t.Parallel()
	facts := certification.Facts{}
	for i := range 10000 {
		facts.Rows = append(facts.Rows, i+1)
	}
	facts.Sampled = certification.Sample([]byte("seed"), len(facts.Rows), nil, 20, 5)
	if err := certification.Validate(certification.Audit, casework.StepHandle, casework.Pass, asJSON(t, certificationtest.Passed(facts)), facts); err != nil {
		t.Error(err)
	}
}

func TestReturnedRowsAreMendedOrExplained(t *testing.T) {
	t.Parallel()
	correct := func(note string, mended ...int) map[string]string {
		return decide(t, certification.Correction, casework.Submit, func(s *certification.CorrectionSheet, f *certification.Facts) {
			s.Note, f.Mended = note, mended
			f.Settled = map[int]certification.RowVerdict{2: {No: 2, Verdict: "return"}, 4: {No: 4, Verdict: "return"}, 5: {No: 5, Verdict: "pass"}}
		})
	}
	if found := correct("", 2); found["/sheet/note"] != "untouched" {
		t.Error(found)
	}
	if found := correct("", 2, 4); len(found) > 0 {
		t.Error(found)
	}
	if found := correct("第 4 行成绩核对无误，成绩单已补充", 2); len(found) > 0 {
		t.Error(found)
	}
}

func TestNobodyIssuesUnconfirmedOrNothing(t *testing.T) {
	t.Parallel()
	type sheet = *certification.IssueSheet
	if found := decide(t, certification.Issue, casework.Issue, func(s sheet, _ *certification.Facts) { s.Confirmed = false }); found["/sheet/confirmed"] != "required" {
		t.Error(found)
	}
	if found := decide(t, certification.Issue, casework.Issue, func(_ sheet, f *certification.Facts) { f.Passed = 0 }); found["/sheet"] != "nothing_passed" {
		t.Error(found)
	}
}

func TestThePublicReasonOfARevocationNamesNobody(t *testing.T) {
	t.Parallel()
	type sheet = *certification.RevocationSheet
	for _, words := range []string{"张小三弄虚作假", "证件 210102199001011234 有误", "电话１３８００００００００"} {
		if found := decide(t, certification.Revocation, casework.Revoke, func(s sheet, _ *certification.Facts) { s.Public = words }); found["/sheet/public"] != "personal" {
			t.Errorf("%s: %v", words, found)
		}
	}
	found := decide(t, certification.Revocation, casework.Revoke, func(s sheet, _ *certification.Facts) { *s = certification.RevocationSheet{Reason: "whim"} })
	if found["/sheet/reason"] != "choice" || found["/sheet/text"] != "required" || found["/sheet/public"] != "required" {
		t.Error(found)
	}
	if found := decide(t, certification.Revocation, casework.Decline, func(s sheet, _ *certification.Facts) { *s = certification.RevocationSheet{} }); found["/sheet/text"] != "required" || len(found) != 1 {
		t.Error(found)
	}
}

func TestAMonthIsReportedByNamedPeopleNilToo(t *testing.T) {
	t.Parallel()
	type sheet = *certification.SummarySheet
	found := decide(t, certification.Summary, casework.Report, func(s sheet, _ *certification.Facts) { *s = certification.SummarySheet{} })
	if found["/sheet/filler"] != "required" || found["/sheet/checker"] != "required" || found["/sheet/confirmed"] != "required" {
		t.Error(found)
	}
	if found := decide(t, certification.Summary, casework.Report, func(_ sheet, f *certification.Facts) { f.People = 0 }); len(found) > 0 {
		t.Errorf("a nil return: %v", found)
	}
	if found := decide(t, certification.Summary, casework.Report, func(_ sheet, f *certification.Facts) { f.People, f.NilToo = 0, false }); found["/sheet"] != "nil_return" {
		t.Error(found)
	}
	if found := decide(t, certification.SummaryCheck, casework.Return, func(*certification.SummaryCheckSheet, *certification.Facts) {}); found["/sheet/reason"] != "required" {
		t.Error(found)
	}
}

func TestSheetsOfAnotherShapeAreRefused(t *testing.T) {
	t.Parallel()
	for _, stage := range asking {
		verdict, _ := certificationtest.Decision(stage)
		for raw, code := range map[string]fault.Code{
			`[`: fault.Malformed, `{"a":1,"a":2}`: fault.Malformed, `{"unheard":1}`: fault.Invalid, `[]`: fault.Invalid,
			`{"note":"` + strings.Repeat("长", form.TextLimit+1) + `"}`: fault.TooLarge,
		} {
			if err := certification.Validate(stage, casework.StepHandle, verdict, json.RawMessage(raw), certificationtest.Facts()); !fault.Is(err, code) {
				t.Errorf("%s with %.20s: %v", stage, raw, err)
			}
		}
	}
	if err := certification.Validate(certification.Audit, casework.StepReview, casework.SendBack, json.RawMessage(`{}`), certificationtest.Facts()); codesAt(err)["/sheet/words"] != "required" {
		t.Error(err)
	}
	if err := certification.Validate(certification.Audit, casework.StepReview, casework.Agree, nil, certificationtest.Facts()); err != nil {
		t.Error(err)
	}
}

func TestARecordedSheetIsWhole(t *testing.T) {
	t.Parallel()
	whole, err := certification.WholeSheet(certification.Audit, casework.StepHandle, casework.Pass, json.RawMessage(`{}`))
	if string(whole) != `{"rows":[],"looked":[],"note":""}` || err != nil {
		t.Errorf("%s %v", whole, err)
	}
	if raw, err := certification.WholeSheet(certification.Audit, "", "withdraw", json.RawMessage(`{"x":1}`)); string(raw) != `{"x":1}` || err != nil {
		t.Errorf("%s %v", raw, err)
	}
}
