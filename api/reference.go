package api

import (
	"context"

	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/occupation"
	"jiangxin/domain/policy"
	"jiangxin/domain/region"
)

// ListOccupations searches the catalogue of today.
func (s *Server) ListOccupations(ctx context.Context, in ListOccupationsRequestObject) (ListOccupationsResponseObject, error) {
	limit := limitOf(in.Params.Limit)
	list := OccupationList{Items: []Occupation{}}
	for _, found := range s.occupations.Catalogue.At(s.today()).Search(in.Params.Q, 0) {
		shown := s.showOccupation(ctx, found, "")
		if in.Params.Fileable && (!found.Skill || shown.Fileable == OccupationFileable(occupation.Forbid)) {
			continue
		}
		list.Items = append(list.Items, shown)
		if len(list.Items) == limit {
			break
		}
	}
	return ListOccupations200JSONResponse(list), nil
}

// GetOccupation shows one occupation, judged together with a work type when one is named.
func (s *Server) GetOccupation(ctx context.Context, in GetOccupationRequestObject) (GetOccupationResponseObject, error) {
	found, err := s.occupations.Catalogue.Lookup(in.Code, s.today())
	if err != nil {
		return nil, err
	}
	return GetOccupation200JSONResponse(s.showOccupation(ctx, found, in.Params.WorkType)), nil
}

func (s *Server) showOccupation(ctx context.Context, o occupation.Occupation, workType string) Occupation {
	judgement := s.occupations.Rules.Judge(o.Code, workType, s.today())
	shown := Occupation{
		Code: o.Code, Name: o.Name, Digital: o.Digital, Green: o.Green, Major: o.Major, Middle: o.Middle, Minor: o.Minor,
		Skill: o.Skill, WorkTypes: o.Known, WorkTypeCount: o.WorkTypes, Fileable: OccupationFileable(judgement.Verdict), Basis: judgement.Basis(),
	}
	codes := make([]string, 0, 7)
	for _, level := range s.occupations.Standards.Levels(o.Code, workType, s.today()) {
		codes = append(codes, string(level))
	}
	shown.Levels = levelsOf(ctx, codes)
	if !o.Skill {
		shown.Fileable = OccupationFileable(occupation.Forbid)
	}
	return shown
}

// ListRegions shows the cities with their bodies, and the provincial ones.
func (s *Server) ListRegions(ctx context.Context, _ ListRegionsRequestObject) (ListRegionsResponseObject, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	today := s.today()
	list := RegionList{Items: []RegionInfo{}, Provincial: []Body{}}
	bodies := map[string][]Body{}
	for _, body := range reference.Directory.Bodies("", today) {
		shown := showBody(ctx, reference.Directory, body, today)
		if body.Kind == region.Centre || body.Kind == region.Department {
			list.Provincial = append(list.Provincial, shown)
			continue
		}
		bodies[body.Region] = append(bodies[body.Region], shown)
	}
	for _, city := range reference.Directory.Cities() {
		list.Items = append(list.Items, RegionInfo{
			Code: city.Code, Name: say(ctx, city.Name(today)), Bodies: bodies[city.Code],
			Delegated: reference.Directory.Delegated(city.Code, today),
		})
	}
	return ListRegions200JSONResponse(list), nil
}

// GetFilingReference shows the words and limits that forms and lists need.
func (s *Server) GetFilingReference(ctx context.Context, _ GetFilingReferenceRequestObject) (GetFilingReferenceResponseObject, error) {
	limits, err := s.limits(ctx)
	if err != nil {
		return nil, err
	}
	shown := FilingReference{
		Conditions: showConditions(ctx), Clauses: filing.Clauses, Limits: limits,
	}
	if shown.Materials, err = s.showMaterials(ctx); err != nil {
		return nil, err
	}
	for _, section := range filing.Sections {
		shown.Sections = append(shown.Sections, named(ctx, string(section), section.Name()))
	}
	for _, reason := range filing.DefectReasons() {
		items := make([]string, 0, len(reason.Items))
		for _, item := range reason.Items {
			items = append(items, string(item))
		}
		wrong, todo := reason.Parts()
		shown.Reasons = append(shown.Reasons, DefectReason{
			Code: string(reason.Code), Text: say(ctx, reason.Text), Wrong: say(ctx, wrong), Todo: say(ctx, todo), Clause: reason.Clause, Materials: reason.Materials, Items: items,
			Supplementable: reason.Supplementable, NeedsWords: reason.NeedsWords,
		})
	}
	for _, stage := range filing.Order {
		shown.Stages = append(shown.Stages, named(ctx, string(stage), stage.Name()))
	}
	for _, stage := range []certification.Stage{
		certification.Audit, certification.Correction, certification.Issue, certification.Revocation, certification.Summary, certification.SummaryCheck,
	} {
		shown.Stages = append(shown.Stages, named(ctx, string(stage), stage.Name()))
	}
	for _, verdict := range verdicts {
		shown.Verdicts = append(shown.Verdicts, named(ctx, string(verdict), verdict.Name()))
	}
	for _, outcome := range []filing.Outcome{filing.Filed, filing.Refused, filing.NotPassed, filing.Declined, filing.Withdrawn} {
		shown.Outcomes = append(shown.Outcomes, named(ctx, string(outcome), outcome.Name()))
	}
	for _, outcome := range []certification.Outcome{certification.Issued, certification.Revoked, certification.Kept, certification.Reported} {
		shown.Outcomes = append(shown.Outcomes, named(ctx, string(outcome), outcome.Name()))
	}
	codes := []string{}
	for _, level := range occupation.LevelCodes() {
		codes = append(codes, string(level))
	}
	shown.Levels = levelsOf(ctx, codes)
	return GetFilingReference200JSONResponse(shown), nil
}

var verdicts = []casework.Verdict{
	casework.Accept, casework.Return, casework.Refuse, casework.Submit, casework.Appoint, casework.Conclude, casework.Sign,
	casework.Dissent, casework.Revise, casework.Pass, casework.Rectify, casework.Fail, casework.Endorse, casework.Report,
	casework.Agree, casework.SendBack, casework.Back, casework.Issue, casework.Decline, casework.Publish,
	casework.PassInPart, casework.ReturnRows, casework.Revoke,
}

func showConditions(ctx context.Context) []ConditionInfo {
	var shown []ConditionInfo
	for _, c := range filing.ConditionList() {
		shown = append(shown, ConditionInfo{Number: c.Number, Name: sayName(ctx, c.Name), Article: c.Article, Words: c.Words})
	}
	return shown
}

func (s *Server) limits(ctx context.Context) (Limits, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return Limits{}, err
	}
	edition := reference.Policy.At(s.today())
	rows, err := edition.Int(policy.StaffRowsMax)
	if err != nil {
		return Limits{}, err
	}
	file, err := edition.Int(policy.UploadFileMiB)
	return Limits{
		ShortText: filing.ShortLimit, Note: filing.NoteLimit, List: filing.ListLimit, StaffRows: rows, FileBytes: int64(file) << 20,
	}, err
}

// GetPolicy shows the parameters in force on a day, or those of an edition that a case keeps.
func (s *Server) GetPolicy(ctx context.Context, in GetPolicyRequestObject) (GetPolicyResponseObject, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	day := s.today()
	if !in.Params.On.IsZero() {
		day = civil.On(in.Params.On.Date())
	}
	edition := reference.Policy.At(day)
	if in.Params.Edition != "" {
		if edition, err = reference.Policy.Edition(in.Params.Edition); err != nil {
			return nil, err
		}
	}
	shown := PolicyEdition{Version: edition.Version(), Parameters: []PolicyParameter{}}
	for _, p := range edition.Params() {
		shown.Parameters = append(shown.Parameters, PolicyParameter{
			Key: p.Key, Value: p.Value, Unit: p.Unit, Source: p.Source, Evidence: string(p.Evidence), From: p.From, Revision: p.Revision, Note: p.Note,
		})
	}
	return GetPolicy200JSONResponse(shown), nil
}
