package filing_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
)

// patched decodes the stage's valid sheet, lets edit change it as JSON, and validates it.
func patched(t testing.TB, stage filing.Stage, verdict casework.Verdict, facts filing.Facts, edit func(map[string]any)) error {
	t.Helper()
	_, sheet := filingtest.Decision(stage)
	var object map[string]any
	if err := json.Unmarshal(asJSON(t, sheet), &object); err != nil {
		t.Fatal(err)
	}
	if edit != nil {
		edit(object)
	}
	return filing.Validate(stage, casework.StepHandle, verdict, asJSON(t, object), facts)
}

func TestEveryStageTakesAProperDecision(t *testing.T) {
	t.Parallel()
	for _, stage := range filing.Order {
		verdict, sheet := filingtest.Decision(stage)
		if sheet == nil {
			continue
		}
		if err := filing.Validate(stage, casework.StepHandle, verdict, asJSON(t, sheet), filingtest.Facts()); err != nil {
			t.Errorf("%s: %v %v", stage, err, codesAt(err))
		}
	}
}

func TestAVerdictThatATaskDoesNotOfferIsRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		stage   filing.Stage
		step    casework.Step
		verdict casework.Verdict
	}{
		{filing.Acceptance, casework.StepHandle, casework.Pass}, {filing.Panel, casework.StepReview, casework.Agree},
		{filing.Verification, casework.StepSign, casework.Pass}, {filing.Publication, casework.StepHandle, casework.Back},
		{filing.Finished, casework.StepHandle, casework.Submit}, {"nowhere", casework.StepHandle, casework.Submit},
	} {
		if err := filing.Validate(c.stage, c.step, c.verdict, nil, filingtest.Facts()); codesAt(err)["/verdict"] != "verdict" {
			t.Errorf("%v: %v", c, err)
		}
	}
}

func TestTheLaterStepsOfAnActAgreeOrSendBackWithWords(t *testing.T) {
	t.Parallel()
	if err := filing.Validate(filing.Receipt, casework.StepSign, casework.Agree, nil, filing.Facts{}); err != nil {
		t.Error(err)
	}
	err := filing.Validate(filing.Receipt, casework.StepReview, casework.SendBack, json.RawMessage(`{"words":" "}`), filing.Facts{})
	if codesAt(err)["/sheet/words"] != "required" {
		t.Error(err)
	}
}

func TestEveryTargetCanBeReachedWithAReasonAndNoOther(t *testing.T) {
	t.Parallel()
	for _, stage := range filing.Order {
		if len(filing.Targets(stage)) == 0 {
			continue
		}
		for _, to := range filing.Order {
			err := filing.Validate(stage, casework.StepHandle, casework.Back, asJSON(t, filing.BackSheet{Target: to, Reason: "补充论证"}), filing.Facts{Delegated: true})
			if slices.Contains(filing.Targets(stage), to) != (err == nil) {
				t.Errorf("%s to %s: %v", stage, to, err)
			}
			if err := filing.Validate(stage, casework.StepHandle, casework.Back, asJSON(t, filing.BackSheet{Target: to}), filing.Facts{Delegated: true}); codesAt(err)["/sheet/reason"] != "required" {
				t.Errorf("%s to %s without a reason: %v", stage, to, err)
			}
		}
	}
	err := filing.Validate(filing.Submission, casework.StepHandle, casework.Back, asJSON(t, filing.BackSheet{Target: filing.DelegateOpinion, Reason: "重出意见"}), filing.Facts{})
	if codesAt(err)["/sheet/target"] != "target" {
		t.Error("a city that did not delegate has no opinion to go back to")
	}
}

func TestWhatIsTooLongOrUnknownInASheetIsRefusedAtItsField(t *testing.T) {
	t.Parallel()
	note := func(n int) json.RawMessage { return asJSON(t, map[string]string{"words": strings.Repeat("长", n)}) }
	check := func(raw json.RawMessage) error {
		return filing.Validate(filing.Receipt, casework.StepReview, casework.SendBack, raw, filing.Facts{})
	}
	if err := check(note(20000)); err != nil {
		t.Errorf("20,000 characters: %v", codesAt(err))
	}
	if err := check(note(20001)); codesAt(err)["/sheet/words"] != "too_long" {
		t.Errorf("20,001 characters: %v", err)
	}
	if err := check(note(200001)); !fault.Is(err, fault.TooLarge) {
		t.Errorf("200,001 characters: %v", err)
	}
	if err := check(note(1 << 20)); !fault.Is(err, fault.TooLarge) {
		t.Errorf("3 MB: %v", err)
	}
	if err := check(json.RawMessage(`{"word":"x"}`)); codesAt(err)["/sheet/word"] != "unknown_field" {
		t.Errorf("unknown field: %v", codesAt(err))
	}
	if err := check(json.RawMessage(`{"words":5}`)); codesAt(err)["/sheet/words"] != "type" {
		t.Errorf("wrong type: %v", codesAt(err))
	}
	if err := check(json.RawMessage(`[]`)); !fault.Is(err, fault.Invalid) {
		t.Errorf("a list: %v", err)
	}
	if err := check(json.RawMessage(`{"words":"<b>'; DROP TABLE cases;--</b>"}`)); err != nil {
		t.Errorf("markup: %v", err)
	}
}

func TestAVerificationSaysWhatItsResultNeeds(t *testing.T) {
	t.Parallel()
	facts := filingtest.Facts()
	for _, c := range []struct {
		verdict casework.Verdict
		sheet   string
		pointer string
		code    string
	}{
		{casework.Pass, `{"granted":[{"code":"6-31-01-03","levels":["1"]}]}`, "/sheet/granted/0/levels/0", "level"},
		{casework.Pass, `{"granted":[{"code":"6-18-02-04","levels":["5"]}]}`, "/sheet/granted/0/code", "occupation"},
		{casework.Rectify, `{"days":20,"words":"不同"}`, "/sheet/points", "required"},
		{casework.Rectify, `{"days":90,"points":[{"condition":3,"text":"补装"}],"words":"不同"}`, "/sheet/days", "days"},
		{casework.Rectify, `{"days":20,"target":"receipt","points":[{"condition":3,"text":"补装"}],"words":"不同"}`, "/sheet/target", "target"},
		{casework.Fail, `{"words":"不同"}`, "/sheet/grounds", "required"},
		{casework.Fail, `{"grounds":[{"clause":"九(九)","words":"无"}],"words":"不同"}`, "/sheet/grounds/0/clause", "clause"},
		{casework.Fail, `{"grounds":[{"clause":"一（三）","words":"无场地"}]}`, "/sheet/words", "required"},
	} {
		err := filing.Validate(filing.Verification, casework.StepHandle, c.verdict, json.RawMessage(c.sheet), facts)
		if codesAt(err)[c.pointer] != c.code {
			t.Errorf("%s %s: %v, want %s at %s", c.verdict, c.sheet, codesAt(err), c.code, c.pointer)
		}
	}
	good := `{"grounds":[{"clause":"一（三）","words":"无场地"}],"words":"现场核实"}`
	if err := filing.Validate(filing.Verification, casework.StepHandle, casework.Fail, json.RawMessage(good), facts); err != nil {
		t.Error(codesAt(err))
	}
}

func TestWhatIsGrantedGoesByTheVerificationThenTheExperts(t *testing.T) {
	t.Parallel()
	rows := filingtest.Application().Occupations.Rows
	experts := filing.AssessmentSheet{Conclusion: filing.Recommend, Recommended: []filing.Grant{{Code: "6-31-01-03", Levels: []string{"5", "4"}}}}
	bureau := filing.VerificationSheet{Granted: []filing.Grant{{Code: "6-31-01-03", Levels: []string{"4"}}}}
	if got, err := filing.Granted(rows, &experts, &bureau); err != nil || len(got) != 1 || got[0].Name != "电工" || !slices.Equal(got[0].Levels, []string{"4"}) {
		t.Errorf("verification: %+v, %v", got, err)
	}
	if got, err := filing.Granted(rows, &experts, &filing.VerificationSheet{}); err != nil || len(got) != 1 || len(got[0].Levels) != 2 {
		t.Errorf("experts: %+v, %v", got, err)
	}
	against := filing.AssessmentSheet{Conclusion: filing.NotRecommend, Recommended: experts.Recommended}
	elsewhere := filing.VerificationSheet{Granted: []filing.Grant{{Code: "6-18-02-04", Levels: []string{"5"}}}}
	for name, sheets := range map[string]struct {
		assessed *filing.AssessmentSheet
		verified *filing.VerificationSheet
	}{
		"no assessment":                     {nil, &bureau},
		"no verification":                   {&experts, nil},
		"a bare pass against the experts":   {&against, &filing.VerificationSheet{}},
		"what was not applied for any more": {&experts, &elsewhere},
	} {
		if got, err := filing.Granted(rows, sheets.assessed, sheets.verified); !fault.Is(err, fault.NotReady) {
			t.Errorf("%s grants %+v, %v", name, got, err)
		}
	}
}

func TestTheRouteIsWhatSteersTheProcedureAndNothingElse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		stage   filing.Stage
		verdict casework.Verdict
		sheet   string
		want    filing.Route
	}{
		{filing.Panel, casework.Appoint, `{"members":["a","b","c"],"leader":"c"}`, filing.Route{People: []string{"c", "a", "b"}}},
		{filing.Panel, casework.Back, `{"target":"acceptance","reason":"x"}`, filing.Route{Target: filing.Acceptance}},
		{filing.Verification, casework.Rectify, `{"days":20,"target":"deliberation"}`, filing.Route{Target: filing.Deliberation, Days: 20}},
		{filing.Verification, casework.Pass, `{"days":20}`, filing.Route{}},
		{filing.Acceptance, casework.Accept, ``, filing.Route{}},
		{filing.Acceptance, casework.Return, `{"materials":[{"number":4,"finding":"supplement","defects":[{"reason":"missing","words":"附件二仍缺"}]}]}`, filing.Route{Again: true}},
		{filing.Acceptance, casework.Return, `{"materials":[{"number":4,"finding":"supplement","defects":[{"reason":"unsealed"}]}]}`, filing.Route{}},
		{filing.Acceptance, casework.Return, `{"materials":[{"number":5,"finding":"supplement","defects":[{"reason":"missing"}]}]}`, filing.Route{}},
		{filing.Acceptance, casework.Return, `{"items":[{"section":"plan","finding":"supplement","defects":[{"reason":"incomplete","words":"仍无考务办法"}]}]}`, filing.Route{Again: true}},
		{filing.Acceptance, casework.Refuse, `{"materials":[{"number":4,"finding":"refuse","defects":[{"reason":"missing"}]}]}`, filing.Route{}},
	} {
		facts := filing.Facts{Defects: []filing.Defect{{Material: 4, Reason: "missing", Words: "缺附件二"}, {Item: filing.SectionPlan, Reason: "incomplete"}}}
		got, err := filing.RouteOf(c.stage, casework.StepHandle, c.verdict, json.RawMessage(c.sheet), facts)
		if err != nil || got.Target != c.want.Target || got.Again != c.want.Again || got.Days != c.want.Days || !slices.Equal(got.People, c.want.People) {
			t.Errorf("%s %s: %+v, %v", c.stage, c.verdict, got, err)
		}
	}
}

func TestACommitmentByAccountNeedsPolicyPasswordAndTheSameLetter(t *testing.T) {
	t.Parallel()
	sheet := json.RawMessage(`{"form":"account","signedBy":"赵安宁","digest":"abc"}`)
	facts := filingtest.Facts()
	check := func() map[string]string {
		return codesAt(filing.Validate(filing.Commitment, casework.StepHandle, casework.Submit, sheet, facts))
	}
	if check()["/sheet/form"] != "form" {
		t.Error("policy does not allow it")
	}
	facts.AccountForm, facts.Authorised = true, true
	if found := check(); found["/sheet/form"] != "password" || found["/sheet/digest"] != "digest" {
		t.Error(found)
	}
	facts.PasswordConfirmed, facts.CommitmentDigest = true, "abc"
	if found := check(); len(found) > 0 {
		t.Error(found)
	}
}

func TestAReceiptIsDatedNearTodayAndADeclineNamesItsClause(t *testing.T) {
	t.Parallel()
	facts := filingtest.Facts()
	decide := func(v casework.Verdict, raw string) map[string]string {
		return codesAt(filing.Validate(filing.Receipt, casework.StepHandle, v, json.RawMessage(raw), facts))
	}
	if found := decide(casework.Issue, `{"validFrom":"2062-03-02"}`); found["/sheet/validFrom"] != "date" {
		t.Error(found)
	}
	if found := decide(casework.Issue, `{"validFrom":"2026-02-30"}`); len(found) == 0 {
		t.Error("30 February passed")
	}
	if found := decide(casework.Issue, `{"validFrom":"2026-04-01"}`); len(found) > 0 {
		t.Error(found)
	}
	if found := decide(casework.Decline, `{}`); found["/sheet/grounds"] != "required" {
		t.Error(found)
	}
	facts.ReceiptAhead = 10
	if found := decide(casework.Issue, `{"validFrom":"2026-04-01"}`); found["/sheet/validFrom"] != "date" {
		t.Errorf("policy allows ten days: %v", found)
	}
}

func TestNoReceiptIsIssuedAndNothingPassesBeforeThereIsWhatToGrant(t *testing.T) {
	t.Parallel()
	facts := filingtest.Facts()
	facts.Granted = nil
	issue := func(v casework.Verdict) map[string]string {
		return codesAt(filing.Validate(filing.Receipt, casework.StepHandle, v, json.RawMessage(`{"grounds":[{"clause":"四(二)","words":"不符"}]}`), facts))
	}
	if found := issue(casework.Issue); found["/sheet"] != "nothing_granted" {
		t.Error(found)
	}
	if found := issue(casework.Decline); len(found) > 0 {
		t.Errorf("a decline grants nothing anyway: %v", found)
	}
	facts.Conclusion, facts.Recommended = "", nil
	raw := json.RawMessage(`{"granted":[{"code":"6-31-01-03","levels":["5"]}]}`)
	if found := codesAt(filing.Validate(filing.Verification, casework.StepHandle, casework.Pass, raw, facts)); found["/sheet"] != "unassessed" {
		t.Errorf("a pass without the experts: %v", found)
	}
}

func TestAnythingAtAllGetsAnAnswerAndNoPanic(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		stage := rapid.SampledFrom(filing.Order).Draw(t, "stage")
		step := rapid.SampledFrom([]casework.Step{casework.StepHandle, casework.StepReview}).Draw(t, "step")
		verdicts := filing.Verdicts(stage, step)
		if len(verdicts) == 0 {
			return
		}
		verdict := rapid.SampledFrom(verdicts).Draw(t, "verdict")
		raw, err := json.Marshal(anything(t, 3))
		if err != nil {
			t.Fatal(err)
		}
		facts := filingtest.Facts()
		facts.Now = time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "now"), 0)
		_ = filing.Validate(stage, step, verdict, raw, facts)
	})
}

// anything makes JSON of the names that sheets use.
func anything(t *rapid.T, depth int) any {
	switch kind := rapid.IntRange(0, 5).Draw(t, "kind"); {
	case kind == 0 || depth == 0:
		return rapid.SampledFrom([]any{nil, true, 0, 1, 7, "", "pass", "doc-1", "expert-1", "四(一)", "6-31-01-03"}).Draw(t, "leaf")
	case kind <= 2:
		n := rapid.IntRange(0, 3).Draw(t, "entries")
		entries := make([]any, n)
		for i := range entries {
			entries[i] = anything(t, depth-1)
		}
		return entries
	}
	names := []string{"materials", "items", "answers", "number", "finding", "defects", "reason", "members", "findings", "granted",
		"levels", "points", "grounds", "clause", "words", "days", "index", "present", "vote", "for", "summary", "recommended", "form"}
	object := map[string]any{}
	for range rapid.IntRange(0, 4).Draw(t, "fields") {
		object[rapid.SampledFrom(names).Draw(t, "name")] = anything(t, depth-1)
	}
	return object
}

func TestAStepThatPolicyBindsToThePasswordNeedsIt(t *testing.T) {
	t.Parallel()
	facts := filingtest.Facts()
	facts.PasswordAsked = true
	ask := func(step casework.Step, v casework.Verdict, raw string) map[string]string {
		return codesAt(filing.Validate(filing.Receipt, step, v, json.RawMessage(raw), facts))
	}
	if found := ask(casework.StepSign, casework.Agree, `{}`); found["/password"] != "required" {
		t.Errorf("signing: %v", found)
	}
	if found := ask(casework.StepHandle, casework.Decline, `{}`); found["/password"] != "required" || found["/sheet/grounds"] != "required" {
		t.Errorf("password and grounds are told at once: %v", found)
	}
	if found := ask(casework.StepSign, casework.SendBack, `{"words":"请核对起始日"}`); len(found) > 0 {
		t.Errorf("sending back decides nothing: %v", found)
	}
	facts.PasswordConfirmed = true
	if found := ask(casework.StepSign, casework.Agree, `{}`); len(found) > 0 {
		t.Error(found)
	}
}
