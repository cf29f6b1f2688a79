package api

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"

	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/store"
)

// contents says which Go type stands behind each schema whose form the domain fixes.
var contents = map[string]any{
	"ApplicationContent": filing.Application{}, "UnitSection": filing.Unit{}, "SkilledCount": filing.SkilledCount{}, "Contact": filing.Contact{},
	"OrganisationSection": filing.Organisation{}, "ConditionsSection": filing.Conditions{}, "ConditionStatement": filing.ConditionStatement{},
	"OccupationsSection": filing.Occupations{}, "OccupationRow": filing.OccupationRow{}, "LevelChoice": filing.LevelChoice{},
	"Standard": filing.Standard{}, "PassRule": filing.PassRule{}, "PlanSection": filing.Plan{}, "PlanForm": filing.PlanForm{},
	"PlanNumber": filing.PlanNumber{}, "RulesSection": filing.Rules{}, "RuleText": filing.RuleText{}, "PremisesSection": filing.Premises{},
	"Site": filing.Site{}, "Equipment": filing.Equipment{}, "Video": filing.Video{}, "FundingSection": filing.Funding{},
	"MaterialsSection": filing.Materials{}, "MaterialEntry": filing.MaterialEntry{}, "PromiseSection": filing.Promise{},
	"FrozenContent": filing.Frozen{}, "StaffFact": filing.StaffFact{}, "FrozenDocument": filing.Document{},
	"AcceptanceSheet": filing.AcceptanceSheet{}, "MaterialReview": filing.MaterialReview{}, "ItemReview": filing.ItemReview{},
	"Defect": filing.Defect{}, "OnlineCheck": filing.OnlineCheck{}, "Ground": filing.Ground{}, "SupplementSheet": filing.SupplementSheet{},
	"Answer": filing.Answer{}, "PanelSheet": filing.PanelSheet{}, "ExpertReviewSheet": filing.ExpertReviewSheet{},
	"MaterialOpinion": filing.MaterialOpinion{}, "TechnicalAssessment": filing.TechnicalAssessment{},
	"DeliberationSheet": filing.DeliberationSheet{}, "Vote": filing.Vote{}, "SiteVisitSheet": filing.SiteVisitSheet{},
	"ConditionFinding": filing.ConditionFinding{}, "AssessmentSheet": filing.AssessmentSheet{}, "ActivitySummary": filing.ActivitySummary{},
	"Grant": filing.Grant{}, "Point": filing.Point{}, "SignatureSheet": filing.SignatureSheet{}, "VerificationSheet": filing.VerificationSheet{},
	"RectificationSheet": filing.RectificationSheet{}, "CommitmentSheet": filing.CommitmentSheet{}, "CommitmentCheckSheet": filing.CommitmentCheckSheet{},
	"OpinionSheet": filing.OpinionSheet{}, "ReceiptSheet": filing.ReceiptSheet{}, "PublicationSheet": filing.PublicationSheet{},
	"StepSheet": filing.StepSheet{}, "BackSheet": filing.BackSheet{},
	"TaskFacts": taskFacts{}, "FieldProblem": FieldProblem{}, "StatementContent": store.DecisionBody{},
	"TaskOpenedFacts": store.TaskOpened{}, "ActTakenFacts": store.ActTaken{}, "CaseClosedFacts": store.CaseClosed{},
	"ReceiptIssuedFacts": store.ReceiptIssued{}, "ReceiptCopiedFacts": store.ReceiptCopied{}, "CataloguePublishedFacts": store.CataloguePublished{},
	"TenureReminderFacts": store.TenureReminder{}, "TenureLapsedFacts": store.TenureLapsed{},
	"CertificatesIssuedFacts": store.CertificatesIssued{}, "CertificateRevokedFacts": store.CertificateRevoked{}, "SummaryAcceptedFacts": store.SummaryAccepted{},
}

func described(t *testing.T) openapi3.Schemas {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(description)
	if err != nil {
		t.Fatal(err)
	}
	return doc.Components.Schemas
}

func TestEveryTypedContentHasTheFormOfItsGoStruct(t *testing.T) {
	t.Parallel()
	schemas := described(t)
	names := map[reflect.Type]string{}
	for name, value := range contents {
		names[reflect.TypeOf(value)] = name
	}
	for name, value := range contents {
		schema := schemas[name]
		if schema == nil {
			t.Errorf("%s is not described", name)
			continue
		}
		seen := map[string]bool{}
		for _, f := range fieldsOf(reflect.TypeOf(value)) {
			seen[f.name] = true
			property := schema.Value.Properties[f.name]
			if property == nil {
				t.Errorf("%s lacks %s", name, f.name)
				continue
			}
			compare(t, names, name+"."+f.name, f.of, property)
			if required := slices.Contains(schema.Value.Required, f.name); required == f.optional {
				t.Errorf("%s.%s: required is %t", name, f.name, required)
			}
		}
		for property := range schema.Value.Properties {
			if !seen[property] {
				t.Errorf("%s.%s is described and does not exist", name, property)
			}
		}
	}
}

type jsonField struct {
	name     string
	of       reflect.Type
	optional bool
}

func fieldsOf(of reflect.Type) []jsonField {
	var fields []jsonField
	for i := range of.NumField() {
		f := of.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous:
			fields = append(fields, fieldsOf(f.Type)...)
		case name == "snapshot": // a statement is shown without it, see Snapshot
		case f.IsExported() && name != "-":
			fields = append(fields, jsonField{name, f.Type, options != ""})
		}
	}
	return fields
}

// compare holds one property against the type of its field.
func compare(t *testing.T, names map[reflect.Type]string, at string, of reflect.Type, property *openapi3.SchemaRef) {
	t.Helper()
	want, kinds := "", property.Value.Type
	switch {
	case of == reflect.TypeFor[civil.Date]():
		if !strings.HasSuffix(property.Ref, "/Date") {
			t.Errorf("%s is a date", at)
		}
		return
	case of == reflect.TypeFor[time.Time]():
		if property.Value.Format != "date-time" {
			t.Errorf("%s is an instant", at)
		}
		return
	case of == reflect.TypeFor[json.RawMessage]():
		if !strings.HasSuffix(property.Ref, "/AnySheet") {
			t.Errorf("%s is a sheet", at)
		}
		return
	case of.Kind() == reflect.Pointer:
		if !property.Value.Nullable {
			t.Errorf("%s may be null", at)
		}
		compare(t, names, at, of.Elem(), property)
		return
	case of.Kind() == reflect.Struct:
		if name := names[of]; name == "" || !strings.HasSuffix(property.Ref, "/"+name) {
			t.Errorf("%s is %s, described as %q", at, of, property.Ref)
		}
		return
	case of.Kind() == reflect.Map:
		compare(t, names, at+"{}", of.Elem(), property.Value.AdditionalProperties.Schema)
		return
	case of.Kind() == reflect.Slice:
		want = openapi3.TypeArray
		if kinds.Is(want) {
			compare(t, names, at+"[]", of.Elem(), property.Value.Items)
		}
	case of.Kind() == reflect.String:
		want = openapi3.TypeString
	case of.Kind() == reflect.Int:
		want = openapi3.TypeInteger
	case of.Kind() == reflect.Bool:
		want = openapi3.TypeBoolean
	}
	if !kinds.Is(want) {
		t.Errorf("%s is %s, described as %v", at, of, kinds)
	}
}

// codes gives a list of codes as the description writes an enumeration; empty first where a draft may lack one.
func codes[C ~string](list ...C) []any {
	all := make([]any, 0, len(list))
	for _, code := range list {
		all = append(all, string(code))
	}
	return all
}

func TestEveryEnumerationOfTypedContentHasTheDomainsCodes(t *testing.T) {
	t.Parallel()
	schemas := described(t)
	enums := map[string][]any{
		"StageCode": codes(filing.Order...), "ItemCode": codes(filing.Items...),
		"Finding":    codes("", filing.FindingPass, filing.FindingSupplement, filing.FindingRefuse),
		"Conclusion": codes("", filing.Recommend, filing.RectifyFirst, filing.NotRecommend),
		"MessageKind": codes(store.KindTaskOpened, store.KindActTaken, store.KindCaseClosed, store.KindReceiptIssued, store.KindReceiptCopied,
			store.KindCataloguePublished, store.KindTenureReminder, store.KindTenureLapsed,
			store.KindCertificatesIssued, store.KindCertificateRevoked, store.KindSummaryAccepted),
		"Standard.kind":            codes("", filing.NationalStandard, filing.EnterpriseSpecification),
		"OccupationRow.ways":       codes(filing.Examination, filing.ComprehensiveReview, filing.ProcessAssessment, filing.Competition),
		"Site.rooms":               codes(filing.RoomWritten, filing.RoomComputer, filing.RoomPractical, filing.RoomOral),
		"Site.tenure":              codes("", filing.Owned, filing.Leased, filing.Lent),
		"StaffFact.kind":           codes(filing.StaffKinds...),
		"StaffFact.employment":     codes(filing.OwnStaff, filing.Hired, filing.Dispatched),
		"OnlineCheck.result":       codes("", filing.CheckOK, filing.CheckFailed),
		"MaterialOpinion.opinion":  codes("", filing.OpinionGood, filing.OpinionDoubtful, filing.OpinionPoor),
		"ConditionFinding.finding": codes("", filing.Met, filing.NotMet, filing.NotApplicable),
		"CommitmentSheet.form":     codes("", filing.OnPaper, filing.ByAccount),
	}
	for at, want := range enums {
		name, property, inner := strings.Cut(at, ".")
		schema := schemas[name].Value
		if inner {
			schema = schema.Properties[property].Value
		}
		if schema.Items != nil {
			schema = schema.Items.Value
		}
		if !slices.Equal(schema.Enum, want) {
			t.Errorf("%s: got %v, want %v", at, schema.Enum, want)
		}
	}
	for _, stage := range filing.Order {
		sheet := reflect.TypeOf(filing.NewSheet(stage, "", "")).Elem()
		property := schemas["SheetOf"].Value.Properties[string(stage)]
		if property == nil {
			if stage != filing.Finished {
				t.Errorf("SheetOf lacks %s", stage)
			}
		} else if !strings.HasSuffix(property.Ref, "/"+sheet.Name()) {
			t.Errorf("the sheet of %s is %s, described as %s", stage, sheet.Name(), property.Ref)
		}
	}
}
