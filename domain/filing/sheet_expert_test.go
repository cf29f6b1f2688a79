package filing_test

import (
	"slices"
	"testing"

	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
)

func TestAPanelIsOddLargeEnoughLedAndImpartial(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		members []any
		leader  string
		pointer string
		code    string
	}{
		"even":          {[]any{"expert-1", "expert-2", "expert-3", "expert-4"}, "expert-1", "/sheet/members", "panel_size"},
		"too small":     {[]any{"expert-1"}, "expert-1", "/sheet/members", "panel_size"},
		"twice":         {[]any{"expert-1", "expert-1", "expert-2"}, "expert-1", "/sheet/members/1", "duplicate"},
		"unknown":       {[]any{"expert-1", "expert-2", "stranger"}, "expert-1", "/sheet/members/2", "expert"},
		"employed":      {[]any{"expert-1", "expert-2", "insider"}, "expert-1", "/sheet/members/2", "conflict_of_interest"},
		"in conflict":   {[]any{"expert-1", "expert-2", "friend"}, "expert-1", "/sheet/members/2", "conflict_of_interest"},
		"foreign chair": {[]any{"expert-1", "expert-2", "expert-3"}, "expert-4", "/sheet/leader", "leader"},
	} {
		found := codesAt(patched(t, filing.Panel, casework.Appoint, filingtest.Facts(), func(s map[string]any) { s["members"], s["leader"] = c.members, c.leader }))
		if found[c.pointer] != c.code {
			t.Errorf("%s: %v", name, found)
		}
	}
	panel := filing.PanelSheet{Members: []string{"a", "b", "c"}, Leader: "b"}
	if got := panel.People(); !slices.Equal(got, []string{"b", "a", "c"}) {
		t.Errorf("people: %v", got)
	}
}

func TestTheExpertsRecordsSayWhatTheyMust(t *testing.T) {
	t.Parallel()
	none := func(key string) func(map[string]any) { return func(s map[string]any) { s[key] = nil } }
	set := func(key string, value any) func(map[string]any) { return func(s map[string]any) { s[key] = value } }
	for name, c := range map[string]struct {
		stage   filing.Stage
		edit    func(map[string]any)
		pointer string
		code    string
	}{
		"no material reviewed":     {filing.ExpertReview, none("materials"), "/sheet/materials", "unreviewed"},
		"no occupation assessed":   {filing.ExpertReview, none("occupations"), "/sheet/occupations", "unassessed"},
		"no overall opinion":       {filing.ExpertReview, none("favourable"), "/sheet/favourable", "required"},
		"unfavourable, no reasons": {filing.ExpertReview, set("favourable", false), "/sheet/reasons", "required"},
		"no declaration":           {filing.ExpertReview, set("noConflict", false), "/sheet/noConflict", "required"},
		"no confidentiality":       {filing.ExpertReview, set("confidential", false), "/sheet/confidential", "required"},
		"no quorum":                {filing.Deliberation, set("present", []any{"expert-1"}), "/sheet/present", "quorum"},
		"a stranger present":       {filing.Deliberation, set("present", []any{"expert-1", "expert-2", "expert-4"}), "/sheet/present/2", "expert"},
		"votes do not add up":      {filing.Deliberation, set("vote", map[string]any{"for": 2}), "/sheet/vote", "vote"},
		"no minutes":               {filing.Deliberation, set("minutes", ""), "/sheet/minutes", "required"},
		"a meeting to come":        {filing.Deliberation, set("heldAt", "2026-03-03T00:00:00Z"), "/sheet/heldAt", "time"},
		"nobody went":              {filing.SiteVisit, none("experts"), "/sheet/experts", "required"},
		"a condition left out":     {filing.SiteVisit, none("findings"), "/sheet/findings", "unreviewed"},
		"not met without words":    {filing.SiteVisit, set("findings", []any{map[string]any{"number": 1, "finding": "notMet"}}), "/sheet/findings/0/words", "required"},
		"not met without a photo": {filing.SiteVisit, set("findings", []any{map[string]any{"number": 1, "finding": "notMet", "words": "无"}}),
			"/sheet/findings/0/photos", "required"},
		"an unknown photo of a finding": {filing.SiteVisit, set("findings", []any{map[string]any{"number": 1, "finding": "notMet", "words": "无", "photos": []any{"doc-99"}}}),
			"/sheet/findings/0/photos/0", "document"},
		"an unknown photo":    {filing.SiteVisit, set("photos", []any{"doc-99"}), "/sheet/photos/0", "document"},
		"a visit to come":     {filing.SiteVisit, set("visitedOn", "2026-03-03"), "/sheet/visitedOn", "date"},
		"no summary":          {filing.Assessment, none("summary"), "/sheet/summary/siteVisit", "required"},
		"no conclusion":       {filing.Assessment, none("conclusion"), "/sheet/conclusion", "conclusion"},
		"nothing recommended": {filing.Assessment, none("recommended"), "/sheet/recommended", "required"},
		"nothing to mend":     {filing.Assessment, set("conclusion", "rectify"), "/sheet/points", "required"},
		"no reasons against":  {filing.Assessment, set("conclusion", "notRecommend"), "/sheet/reasons", "required"},
		"more than applied for": {filing.Assessment, set("recommended", []any{map[string]any{"code": "6-31-01-03", "workType": "", "levels": []any{"1"}}}),
			"/sheet/recommended/0/levels/0", "level"},
	} {
		verdict, _ := filingtest.Decision(c.stage)
		if found := codesAt(patched(t, c.stage, verdict, filingtest.Facts(), c.edit)); found[c.pointer] != c.code {
			t.Errorf("%s: %v, want %s at %s", name, found, c.code, c.pointer)
		}
	}
}

func TestAConditionNotMetRulesOutARecommendation(t *testing.T) {
	t.Parallel()
	verdict, sheet := filingtest.Decision(filing.Assessment)
	assessment := sheet.(*filing.AssessmentSheet)
	assessment.Findings[2] = filing.ConditionFinding{Number: 3, Finding: filing.NotMet, Words: "无视频监控"}
	found := codesAt(filing.Validate(filing.Assessment, casework.StepHandle, verdict, asJSON(t, assessment), filingtest.Facts()))
	if found["/sheet/findings/2/finding"] != "contradiction" {
		t.Error(found)
	}
}

func TestASignatureWithReservationsHasWordsAndAProxyHasTheSignedSheet(t *testing.T) {
	t.Parallel()
	for _, verdict := range []casework.Verdict{casework.Dissent, casework.Revise} {
		if found := codesAt(patched(t, filing.Signature, verdict, filingtest.Facts(), nil)); found["/sheet/words"] != "required" {
			t.Errorf("%s: %v", verdict, found)
		}
	}
	facts := filingtest.Facts()
	facts.OnBehalf = true
	for _, stage := range []filing.Stage{filing.ExpertReview, filing.Deliberation, filing.SiteVisit, filing.Assessment, filing.Signature} {
		verdict, _ := filingtest.Decision(stage)
		if found := codesAt(patched(t, stage, verdict, facts, nil)); found["/sheet/signedSheet"] != "required" {
			t.Errorf("%s without the signed sheet: %v", stage, found)
		}
		if err := patched(t, stage, verdict, facts, func(s map[string]any) { s["signedSheet"] = "doc-18" }); err != nil {
			t.Errorf("%s with the signed sheet: %v", stage, codesAt(err))
		}
		scanned := facts
		scanned.SignedSheet = "doc-18"
		if err := patched(t, stage, verdict, scanned, nil); err != nil {
			t.Errorf("%s with the scan beside it: %v", stage, codesAt(err))
		}
	}
}
