package filing_test

import (
	"encoding/json"
	"testing"

	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
	"jiangxin/domain/filing/filingtest"
	"jiangxin/domain/identity/identitytest"
)

func TestAnApplicationIsThatOfTheAccountsEnterprise(t *testing.T) {
	t.Parallel()
	app, lookups := filingtest.Application(), filingtest.Lookups()
	lookups.Account = filing.Account{Name: app.Unit.Name, CreditCode: app.Unit.CreditCode, Region: app.Unit.Region}
	if gaps := filing.Gaps(app, summary(), lookups); len(gaps) > 0 {
		t.Fatalf("%+v", gaps)
	}
	for pointer, change := range map[string]func(*filing.Account){
		"/unit/name":       func(a *filing.Account) { a.Name = "沈阳另一家示例装备有限公司" },
		"/unit/creditCode": func(a *filing.Account) { a.CreditCode = identitytest.New(2).CreditCode() },
		"/unit/region":     func(a *filing.Account) { a.Region = "210200" },
	} {
		other := lookups
		change(&other.Account)
		gaps := filing.Gaps(app, summary(), other)
		if len(gaps) != 1 || gaps[0].Pointer != pointer || gaps[0].Code != "account" || gaps[0].Text.ZH == "" {
			t.Errorf("%s: %+v", pointer, gaps)
		}
	}
}

func TestThePublicVersionOfARuleIsAPlainDocumentForThat(t *testing.T) {
	t.Parallel()
	lookups := filingtest.Lookups()
	for id, change := range map[filing.DocumentID]func(*filing.Document){
		"doc-5": func(d *filing.Document) { d.Purpose = "material" },
		"doc-7": func(d *filing.Document) { d.Personal = true },
	} {
		d := lookups.Documents[id]
		change(&d)
		lookups.Documents[id] = d
	}
	gaps := filing.Gaps(filingtest.Application(), summary(), lookups)
	if len(gaps) != 2 || gaps[0].Pointer != "/rules/examination/public" || gaps[1].Pointer != "/rules/quality/public" || gaps[0].Code != "purpose" {
		t.Errorf("%+v", gaps)
	}
}

func TestASignedSheetIsOneThatTheOfficersBodyUploadedToThisCaseForThisExpert(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(*filing.Document)
		code   string
	}{
		"as it should be":      {func(*filing.Document) {}, ""},
		"again for the same":   {func(d *filing.Document) { d.UsedFor = "expert-1" }, ""},
		"a material":           {func(d *filing.Document) { d.Purpose = "material" }, "purpose"},
		"of another case":      {func(d *filing.Document) { d.Case = "210100-2026-000002" }, "purpose"},
		"by the applicant":     {func(d *filing.Document) { d.Uploader = "enterprise-1" }, "purpose"},
		"used for another":     {func(d *filing.Document) { d.UsedFor = "expert-2" }, "used"},
		"not completely there": {func(d *filing.Document) { d.SHA256 = "" }, "document"},
	} {
		facts := filingtest.Facts()
		facts.OnBehalf, facts.Expert, facts.SignedSheet = true, "expert-1", "doc-18"
		d := facts.Documents["doc-18"]
		c.change(&d)
		facts.Documents["doc-18"] = d
		verdict, _ := filingtest.Decision(filing.ExpertReview)
		for _, own := range []string{"", "doc-18"} {
			found := codesAt(patched(t, filing.ExpertReview, verdict, facts, func(s map[string]any) { s["signedSheet"] = own }))
			if found["/sheet/signedSheet"] != c.code {
				t.Errorf("%s: %v", name, found)
			}
		}
	}
	facts := filingtest.Facts()
	facts.OnBehalf, facts.SignedSheet = true, "doc-2" // the one beside the sheet counts as well
	verdict, _ := filingtest.Decision(filing.ExpertReview)
	if found := codesAt(patched(t, filing.ExpertReview, verdict, facts, func(s map[string]any) { s["signedSheet"] = "doc-18" })); found["/sheet/signedSheet"] != "purpose" {
		t.Errorf("a foreign scan beside a good one: %v", found)
	}
}

func TestACommitmentIsTheApplicantsLetterWithAnAuthorisation(t *testing.T) {
	t.Parallel()
	check := func(facts filing.Facts, scan, authorisation string) map[string]string {
		sheet, err := json.Marshal(map[string]string{"form": "paper", "scan": scan, "authorisation": authorisation, "place": "档案室", "signedBy": "赵安宁", "signedOn": "2026-03-01"})
		if err != nil {
			t.Fatal(err)
		}
		return codesAt(filing.Validate(filing.Commitment, casework.StepHandle, casework.Submit, sheet, facts))
	}
	filed := filingtest.Facts()
	filed.Authorised = true
	for name, c := range map[string]struct {
		facts               filing.Facts
		scan, authorisation string
		pointer, code       string
	}{
		"both":                       {filingtest.Facts(), "doc-17", "doc-19", "", ""},
		"an authorisation on file":   {filed, "doc-17", "", "", ""},
		"no authorisation":           {filingtest.Facts(), "doc-17", "", "/sheet/authorisation", "required"},
		"a material for the letter":  {filed, "doc-2", "", "/sheet/scan", "purpose"},
		"a sheet for the letter":     {filed, "doc-18", "", "/sheet/scan", "purpose"},
		"a material to authorise":    {filed, "doc-17", "doc-2", "/sheet/authorisation", "purpose"},
		"one file for both":          {filingtest.Facts(), "doc-17", "doc-17", "/sheet/scan", "duplicate"},
		"a letter that is not there": {filed, "doc-99", "", "/sheet/scan", "document"},
	} {
		if found := check(c.facts, c.scan, c.authorisation); found[c.pointer] != c.code || (c.code == "" && len(found) > 0) {
			t.Errorf("%s: %v", name, found)
		}
	}
}
