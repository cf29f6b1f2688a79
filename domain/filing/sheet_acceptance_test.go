package filing_test

import (
	"testing"

	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
)

func decideAcceptance(t *testing.T, verdict casework.Verdict, edit func(*filing.AcceptanceSheet, *filing.Facts)) map[string]string {
	t.Helper()
	sheet, facts := filingtest.Reviewed(), filingtest.Facts()
	facts.Defects = nil
	edit(sheet, &facts)
	return codesAt(filing.Validate(filing.Acceptance, casework.StepHandle, verdict, asJSON(t, sheet), facts))
}

// faulty gives one material a finding with a reason.
func faulty(s *filing.AcceptanceSheet, finding filing.Finding, reason filing.ReasonCode, words string) {
	s.Materials[2] = filing.MaterialReview{Number: 4, Finding: finding, Defects: []filing.Defect{{Reason: reason, Words: words}}}
}

func TestAcceptanceFollowsTheFindings(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		verdict casework.Verdict
		edit    func(*filing.AcceptanceSheet, *filing.Facts)
		pointer string // empty: it is good
		code    string
	}{
		"all passes": {casework.Accept, func(*filing.AcceptanceSheet, *filing.Facts) {}, "", ""},
		"one to mend cannot be accepted": {casework.Accept, func(s *filing.AcceptanceSheet, _ *filing.Facts) {
			faulty(s, filing.FindingSupplement, "incentivesUnproven", "")
		}, "/sheet/materials", "not_passed"},
		"one unreviewed cannot be accepted": {casework.Accept, func(s *filing.AcceptanceSheet, _ *filing.Facts) { s.Materials = s.Materials[1:] }, "/sheet/materials", "unreviewed"},
		"an item unreviewed":                {casework.Accept, func(s *filing.AcceptanceSheet, _ *filing.Facts) { s.Items = s.Items[1:] }, "/sheet/items", "unreviewed"},
		"the online check was not made":     {casework.Accept, func(s *filing.AcceptanceSheet, _ *filing.Facts) { s.OnlineChecks = nil }, "/sheet/onlineChecks", "required"},
		"an online check in the future": {casework.Accept, func(s *filing.AcceptanceSheet, _ *filing.Facts) {
			s.OnlineChecks[0].CheckedAt = filingtest.Now.AddDate(0, 0, 1)
		}, "/sheet/onlineChecks/0/checkedAt", "time"},
		"an online check of what has no source": {casework.Accept, func(s *filing.AcceptanceSheet, _ *filing.Facts) { s.OnlineChecks[0].Material = 6 }, "/sheet/onlineChecks/0/material", "material"},
		"a return with a defect": {casework.Return, func(s *filing.AcceptanceSheet, _ *filing.Facts) {
			faulty(s, filing.FindingSupplement, "incentivesUnproven", "")
		}, "", ""},
		"a return of nothing": {casework.Return, func(*filing.AcceptanceSheet, *filing.Facts) {}, "/sheet/materials", "nothing_to_supplement"},
		"a return while one is unreviewed": {casework.Return, func(s *filing.AcceptanceSheet, _ *filing.Facts) {
			faulty(s, filing.FindingSupplement, "incentivesUnproven", "")
			s.Materials = s.Materials[1:]
		}, "/sheet/materials", "unreviewed"},
		"a reason that needs words": {casework.Return, func(s *filing.AcceptanceSheet, _ *filing.Facts) {
			faulty(s, filing.FindingSupplement, "incomplete", "")
		}, "/sheet/materials/2/defects/0/words", "required"},
		"a reason of another material": {casework.Return, func(s *filing.AcceptanceSheet, _ *filing.Facts) {
			faulty(s, filing.FindingSupplement, "licensedOccupation", "")
		}, "/sheet/materials/2/defects/0/reason", "reason"},
		"what cannot be mended": {casework.Return, func(s *filing.AcceptanceSheet, _ *filing.Facts) {
			faulty(s, filing.FindingSupplement, "falseMaterials", "章为拼接")
		}, "/sheet/materials/2/defects/0/reason", "not_supplementable"},
		"a pass with a defect":    {casework.Return, func(s *filing.AcceptanceSheet, _ *filing.Facts) { faulty(s, filing.FindingPass, "missing", "") }, "/sheet/materials/2/defects", "contradiction"},
		"a finding without cause": {casework.Return, func(s *filing.AcceptanceSheet, _ *filing.Facts) { s.Materials[2].Finding = filing.FindingSupplement }, "/sheet/materials/2/defects", "required"},
		"a failed online check asks for the paper": {casework.Return, func(s *filing.AcceptanceSheet, _ *filing.Facts) {
			s.OnlineChecks[0].Result = filing.CheckFailed
			s.Materials = append(s.Materials, filing.MaterialReview{Number: 1, Finding: filing.FindingSupplement, Defects: []filing.Defect{{Reason: filing.OnlineCheckFailed}}})
		}, "", ""},
		"a failed online check cannot pass": {casework.Accept, func(s *filing.AcceptanceSheet, _ *filing.Facts) {
			s.OnlineChecks[0].Result = filing.CheckFailed
			s.Materials = append(s.Materials, filing.MaterialReview{Number: 1, Finding: filing.FindingPass})
		}, "/sheet/materials/6/defects", "online_check_failed"},
		"the paper handed in after a failed online check": {casework.Accept, func(s *filing.AcceptanceSheet, f *filing.Facts) {
			f.Defects = []filing.Defect{{Material: 1, Reason: filing.OnlineCheckFailed}}
			s.OnlineChecks = nil
			s.Materials = append(s.Materials, filing.MaterialReview{Number: 1, Finding: filing.FindingPass})
		}, "", ""},
		"asked for again without a word": {casework.Return, func(s *filing.AcceptanceSheet, f *filing.Facts) {
			f.Defects = []filing.Defect{{Material: 4, Reason: "missing"}}
			faulty(s, filing.FindingSupplement, "missing", " ")
		}, "/sheet/materials/2/defects/0/words", "asked_again"},
		"asked for again in the same words": {casework.Return, func(s *filing.AcceptanceSheet, f *filing.Facts) {
			f.Defects = []filing.Defect{{Material: 4, Reason: "incomplete", Words: "缺少激励办法"}}
			faulty(s, filing.FindingSupplement, "incomplete", "缺少激励办法 ")
		}, "/sheet/materials/2/defects/0/words", "asked_again"},
		"asked for again, saying why": {casework.Return, func(s *filing.AcceptanceSheet, f *filing.Facts) {
			f.Defects = []filing.Defect{{Material: 4, Reason: "incomplete", Words: "缺少激励办法"}}
			faulty(s, filing.FindingSupplement, "incomplete", "补交的激励办法没有盖章页")
		}, "", ""},
		"another reason than the last time": {casework.Return, func(s *filing.AcceptanceSheet, f *filing.Facts) {
			f.Defects = []filing.Defect{{Material: 4, Reason: "missing"}, {Material: 3, Reason: "unsealed"}}
			faulty(s, filing.FindingSupplement, "unsealed", "")
		}, "", ""},
		"a refusal without grounds": {casework.Refuse, func(*filing.AcceptanceSheet, *filing.Facts) {}, "/sheet/grounds", "required"},
		"a refusal without a reason of the catalogue": {casework.Refuse, func(s *filing.AcceptanceSheet, _ *filing.Facts) {
			s.Grounds = []filing.Ground{{Clause: "四(一)", Words: "缺制度文件"}}
		}, "/sheet/grounds/0/reason", "required"},
		"one ground that can be mended beside one that cannot": {casework.Refuse, func(s *filing.AcceptanceSheet, _ *filing.Facts) {
			s.Grounds = []filing.Ground{
				{Clause: "一(一)", Reason: "notLegalPerson", Words: "系不具备法人资格的分公司"},
				{Clause: "四(一)", Reason: "missing", Words: "缺制度文件"},
			}
		}, "/sheet/grounds/1/reason", "supplementable"},
		"a refusal after a notice still names its reason": {casework.Refuse, func(s *filing.AcceptanceSheet, f *filing.Facts) {
			f.Defects = []filing.Defect{{Material: 4, Reason: "missing"}}
			s.Grounds = []filing.Ground{{Clause: "四(一)", Words: "缺制度文件"}}
		}, "/sheet/grounds/0/reason", "required"},
		"a refusal of what can be mended": {casework.Refuse, func(s *filing.AcceptanceSheet, _ *filing.Facts) {
			s.Grounds = []filing.Ground{{Clause: "四(一)", Reason: "missing", Words: "缺制度文件"}}
		}, "/sheet/grounds/0/reason", "supplementable"},
		"a refusal after a notice in vain": {casework.Refuse, func(s *filing.AcceptanceSheet, f *filing.Facts) {
			f.Defects = []filing.Defect{{Material: 4, Reason: "missing"}}
			s.Grounds = []filing.Ground{{Clause: "四(一)", Reason: "missing", Words: "缺制度文件"}}
		}, "", ""},
		"a refusal with grounds": {casework.Refuse, func(s *filing.AcceptanceSheet, _ *filing.Facts) {
			s.Grounds = []filing.Ground{{Clause: "一(一)", Reason: "notLegalPerson", Words: "系不具备法人资格的分公司"}}
		}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found := decideAcceptance(t, c.verdict, c.edit)
			if c.pointer == "" && len(found) > 0 || c.pointer != "" && found[c.pointer] != c.code {
				t.Errorf("got %v, want %s at %s", found, c.code, c.pointer)
			}
		})
	}
}

func TestANoticeListsEveryDefectWithItsPlace(t *testing.T) {
	t.Parallel()
	s := filingtest.Reviewed()
	faulty(s, filing.FindingSupplement, "missing", "")
	s.Items[0] = filing.ItemReview{Section: filing.SectionUnit, Finding: filing.FindingSupplement, Defects: []filing.Defect{{Reason: "other", Words: "地址有误"}}}
	defects := s.Defects()
	if len(defects) != 2 || defects[0].Material != 4 || defects[1].Item != filing.SectionUnit {
		t.Errorf("got %+v", defects)
	}
}

func TestEveryDefectOfANoticeIsAnsweredOnce(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		edit    func(*filing.SupplementSheet)
		pointer string
		code    string
	}{
		"one unanswered":   {func(s *filing.SupplementSheet) { s.Answers = s.Answers[:1] }, "/sheet/answers", "unanswered"},
		"one twice":        {func(s *filing.SupplementSheet) { s.Answers[1].Index = 0 }, "/sheet/answers/1/index", "duplicate"},
		"one too many":     {func(s *filing.SupplementSheet) { s.Answers[1].Index = 2 }, "/sheet/answers/1/index", "index"},
		"an empty answer":  {func(s *filing.SupplementSheet) { s.Answers[1].Text = "  " }, "/sheet/answers/1/text", "required"},
		"unknown document": {func(s *filing.SupplementSheet) { s.Answers[0].Documents[0] = "doc-99" }, "/sheet/answers/0/documents/0", "document"},
		"no promise":       {func(s *filing.SupplementSheet) { s.Promise.Effective = false }, "/sheet/promise", "promise"},
	} {
		verdict, sheet := filingtest.Decision(filing.Supplement)
		c.edit(sheet.(*filing.SupplementSheet))
		found := codesAt(filing.Validate(filing.Supplement, casework.StepHandle, verdict, asJSON(t, sheet), filingtest.Facts()))
		if found[c.pointer] != c.code {
			t.Errorf("%s: %v", name, found)
		}
	}
}

func TestAReasonSaysWhatIsWrongAndWhatToDo(t *testing.T) {
	t.Parallel()
	for _, reason := range filing.DefectReasons() {
		wrong, todo := reason.Parts()
		zh, en := wrong.ZH, wrong.EN
		if todo.ZH != "" {
			zh, en = zh+"，"+todo.ZH, en+"; "+todo.EN
		}
		if zh != reason.Text.ZH || en != reason.Text.EN {
			t.Errorf("%s: %+v and %+v are not the whole of %+v", reason.Code, wrong, todo, reason.Text)
		}
		if reason.Supplementable && reason.Code != "other" && todo.ZH == "" {
			t.Errorf("%s can be mended, and does not say how", reason.Code)
		}
	}
}
