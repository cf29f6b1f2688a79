package api

import (
	"context"
	"slices"
	"strings"

	"jiangxin/contract"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/policy"
)

// guideLimits says which parameter limits which stage.
var guideLimits = map[filing.Stage]string{
	filing.Acceptance: policy.AcceptanceDays, filing.Supplement: policy.SupplementDays, filing.Verification: policy.CityDays,
	filing.Rectification: policy.RectificationDays, filing.Commitment: policy.CommitmentDays, filing.CentreReview: policy.CentreDays,
	filing.Receipt: policy.ReceiptDays, filing.Publication: policy.PublicationDays,
}

// GetGuide is the 办事指南: conditions, materials, the steps with their limits, what does not count, charges and
// whom to ask, each with where it comes from.
func (s *Server) GetGuide(ctx context.Context, _ GetGuideRequestObject) (GetGuideResponseObject, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	edition := reference.Policy.At(s.today())
	guide := Guide{
		Name: say(ctx, fault.Text{ZH: "企业职业技能等级认定备案", EN: "Filing of vocational-skill certification by enterprises"}), Basis: "辽人社〔2020〕22号",
		Conditions: showConditions(ctx), SelfCheck: []string{},
	}
	for _, c := range filing.ConditionList() {
		guide.SelfCheck = append(guide.SelfCheck, sayName(ctx, c.Name))
	}
	if guide.Materials, err = s.showMaterials(ctx); err != nil {
		return nil, err
	}
	if guide.Steps, err = guideSteps(ctx, edition); err != nil {
		return nil, err
	}
	if guide.Specials, err = specialStages(ctx, edition, guide.Steps); err != nil {
		return nil, err
	}
	fee, err := edition.Param(policy.GuideFee)
	if err != nil {
		return nil, err
	}
	if guide.Fee.Words, err = edition.Text(policy.GuideFee); err != nil {
		return nil, err
	}
	guide.Fee.Source = fee.Source
	guide.Contacts, err = guideContacts(ctx, edition)
	return GetGuide200JSONResponse(guide), err
}

func guideSteps(ctx context.Context, edition policy.Edition) ([]GuideStep, error) {
	steps := []GuideStep{}
	for _, stage := range filing.Order {
		if stage == filing.Finished {
			continue
		}
		step := GuideStep{Stage: string(stage), Name: sayName(ctx, stage.Name())}
		if key, limited := guideLimits[stage]; limited {
			param, err := edition.Param(key)
			if err != nil {
				return nil, err
			}
			if step.Limit, err = edition.Int(key); err != nil {
				return nil, err
			}
			step.Unit, step.Source, step.Counted = param.Unit, param.Source, key == policy.CityDays
		}
		steps = append(steps, step)
	}
	return steps, nil
}

// specialStages are those in which the city's clock stands (特殊环节), with their own limits.
func specialStages(ctx context.Context, edition policy.Edition, steps []GuideStep) ([]SpecialStage, error) {
	param, err := edition.Param(policy.ClockPauses)
	if err != nil {
		return nil, err
	}
	reasons, err := pauses(edition)
	specials := []SpecialStage{}
	for _, step := range steps {
		if reason := reasons[step.Stage]; reason == "" || civil.Reason(reason) == civil.Submitted {
			continue
		}
		specials = append(specials, SpecialStage{Stage: step.Stage, Name: step.Name, Limit: step.Limit, Unit: step.Unit, Source: param.Source})
	}
	return specials, err
}

// guideContacts lists whom to ask and to whom to complain. A setting has the office and its number, with a blank
// between.
func guideContacts(ctx context.Context, edition policy.Edition) ([]GuideContact, error) {
	contacts := []GuideContact{}
	for _, kind := range []struct {
		key  string
		name fault.Text
	}{
		{policy.GuidePhones, fault.Text{ZH: "咨询", EN: "Questions"}}, {policy.GuideComplaints, fault.Text{ZH: "投诉", EN: "Complaints"}},
	} {
		param, err := edition.Param(kind.key)
		if err != nil {
			return nil, err
		}
		lines, err := edition.List(kind.key)
		if err != nil {
			return nil, err
		}
		for _, line := range lines {
			office, number, _ := strings.Cut(line, " ")
			contacts = append(contacts, GuideContact{Name: say(ctx, kind.name) + " · " + office, Phone: number, Source: param.Source})
		}
	}
	return contacts, nil
}

// showMaterials shows the seven materials with what each must be, by the settings of today.
func (s *Server) showMaterials(ctx context.Context) ([]MaterialInfo, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	edition := reference.Policy.At(s.today())
	necessity, err := edition.List(policy.GuideNecessity)
	if err != nil {
		return nil, err
	}
	issuers, err := edition.List(policy.GuideIssuers)
	if err != nil {
		return nil, err
	}
	copies, err := edition.Ints(policy.GuideCopies)
	if err != nil {
		return nil, err
	}
	largest, err := edition.Int(policy.UploadFileMiB)
	formats := make([]string, 0, len(acceptedTypes["material"]))
	for _, kind := range acceptedTypes["material"] {
		formats = append(formats, kind.Name())
	}
	var shown []MaterialInfo
	for i, m := range filing.MaterialList() {
		shown = append(shown, MaterialInfo{
			Number: m.Number, Name: sayName(ctx, m.Name), Article: m.Article, Online: m.Online, Carried: string(m.Carried),
			Necessity: ofMaterial(necessity, i), Copies: ofMaterial(copies, i), Formats: slices.Clone(formats), FileMiB: largest, Source: ofMaterial(issuers, i),
		})
	}
	return shown, err
}

// ofMaterial takes a material's entry out of a setting that lists all seven.
func ofMaterial[T any](list []T, i int) (entry T) {
	if i < len(list) {
		entry = list[i]
	}
	return entry
}

// unitOf words the unit of a limit in days: calendar days or working days.
func unitOf(unit string) string {
	if unit == contract.DueDay {
		return contract.DueDay
	}
	return "workday"
}
