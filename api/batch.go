package api

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/occupation"
	"jiangxin/domain/region"
	"jiangxin/store"
)

// batchStates gives the words of a batch's state.
var batchStates = map[string]casework.Name{
	store.BatchDraft:      {ZH: "草稿", EN: "Draft"},
	store.BatchAudit:      {ZH: "审核中", EN: "Under audit"},
	store.BatchCorrection: {ZH: "退回修改", EN: "Returned"},
	store.BatchIssue:      {ZH: "待颁发证书", EN: "To be issued"},
	store.BatchIssued:     {ZH: "已颁发证书", EN: "Issued"},
	store.BatchNonePassed: {ZH: "无人通过审核", EN: "Nobody passed"},
	store.BatchWithdrawn:  {ZH: "已撤回", EN: "Withdrawn"},
}

// ownBatch reads a batch of the caller's enterprise; any other is hidden.
func (s *Server) ownBatch(ctx context.Context, batchNo string) (store.Batch, error) {
	b, err := s.store.Batch(ctx, batchNo)
	if err != nil {
		return b, err
	}
	if caller := CallerOf(ctx); caller.Enterprise == uuid.Nil || b.EnterpriseID != caller.Enterprise {
		return store.Batch{}, hidden()
	}
	return b, nil
}

// visibleBatch reads an own batch, or one that was handed in within the caller's jurisdiction.
func (s *Server) visibleBatch(ctx context.Context, batchNo string) (store.Batch, error) {
	if CallerOf(ctx).Enterprise != uuid.Nil {
		return s.ownBatch(ctx, batchNo)
	}
	if _, err := s.mayView(ctx, batchNo); err != nil {
		return store.Batch{}, err
	}
	return s.store.Batch(ctx, batchNo)
}

// ListBatches lists an enterprise's own batches, or those handed in within an office's jurisdiction.
func (s *Server) ListBatches(ctx context.Context, in ListBatchesRequestObject) (ListBatchesResponseObject, error) {
	caller, limit := CallerOf(ctx), limitOf(in.Params.Limit)
	before, err := placeIn[store.BatchPlace](in.Params.Cursor)
	if err != nil {
		return nil, err
	}
	var rows []store.Batch
	if caller.Enterprise != uuid.Nil {
		rows, err = s.store.BatchesOf(ctx, caller.Enterprise, string(in.Params.State), before.BatchNo, limit+1)
	} else {
		rows, err = s.store.BatchesIn(ctx, store.BatchFilter{Region: caller.viewer().Region, State: string(in.Params.State)}, before, limit+1)
	}
	if err != nil {
		return nil, err
	}
	list, err := s.showBatches(ctx, rows, limit)
	return ListBatches200JSONResponse(list), err
}

// ListExaminations is the authority's calendar: what is examined where and when, planned ones too.
func (s *Server) ListExaminations(ctx context.Context, in ListExaminationsRequestObject) (ListExaminationsResponseObject, error) {
	after, err := placeIn[store.BatchPlace](in.Params.Cursor)
	if err != nil {
		return nil, err
	}
	from, err := dayOf("/from", in.Params.From)
	if err != nil {
		return nil, err
	}
	through, err := dayOf("/through", in.Params.Through)
	if err != nil {
		return nil, err
	}
	if through.Before(from) {
		return nil, fault.Wrong("/through", "order", "截止日期不能早于开始日期", "The last day is before the first")
	}
	limit := limitOf(in.Params.Limit)
	rows, err := s.store.Calendar(ctx, CallerOf(ctx).viewer().Region, from, through, after, limit+1)
	if err != nil {
		return nil, err
	}
	list, err := s.showBatches(ctx, rows, limit)
	return ListExaminations200JSONResponse(list), err
}

// dayOf reads a date of an address.
func dayOf(pointer, text string) (civil.Date, error) {
	day, err := civil.Parse(text)
	if err != nil {
		return day, fault.Wrong(pointer, "date", "日期应写作 2026-11-26 的形式，请更正", "Write the date as 2026-11-26").Because(err)
	}
	return day, nil
}

func (s *Server) showBatches(ctx context.Context, rows []store.Batch, limit int) (BatchList, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return BatchList{}, err
	}
	rows, next := cut(rows, limit, func(b store.Batch) any { return b.PlaceOf() })
	list := BatchList{Items: []Batch{}, Next: next}
	for _, b := range rows {
		shown, err := showBatch(ctx, reference, b, s.today())
		if err != nil {
			return list, err
		}
		list.Items = append(list.Items, shown)
	}
	return list, nil
}

func showBatch(ctx context.Context, reference *store.Reference, b store.Batch, today civil.Date) (Batch, error) {
	shown := Batch{
		BatchNo: b.BatchNo, FilingNo: b.FilingNo, EnterpriseName: b.EnterpriseName, Region: b.Region,
		RegionName: regionName(ctx, reference, b.Region, today), State: BatchState(b.State), StateName: sayName(ctx, batchStates[b.State]),
		Occupation: b.Occupation, OccupationName: b.OccupationName, WorkType: b.WorkType, Level: b.Level,
		LevelName: say(ctx, occupation.LevelCode(b.Level).Text()), Way: b.Way, WayName: sayName(ctx, certification.Way(b.Way).Name()),
		Template: b.Template, Rows: b.Rows, Flagged: b.Flagged, Wrong: b.Wrong, Passed: b.Passed, Returned: b.Returned, Failed: b.Failed,
		Round: b.Round, Issued: b.Issued, Made: b.Made, CreatedAt: b.CreatedAt.UTC(), UpdatedAt: b.UpdatedAt.UTC(), Version: b.Version,
	}
	if b.IssuedOn != nil {
		shown.IssuedOn = *b.IssuedOn
	}
	if b.Workbook != nil {
		shown.Workbook = b.Workbook.String()
	}
	if b.Photos != nil {
		shown.Photos = b.Photos.String()
	}
	err := json.Unmarshal([]byte(b.Plan), &shown.Plan)
	return shown, err
}

// CreateBatch makes a draft within a filed occupation and level; it gets its number at once.
func (s *Server) CreateBatch(ctx context.Context, in CreateBatchRequestObject) (CreateBatchResponseObject, error) {
	_, filed, err := s.ownScope(ctx)
	if err != nil {
		return nil, err
	}
	template, err := s.currentTemplate(ctx)
	if err != nil {
		return nil, err
	}
	b := store.Batch{
		FilingNo: filed.FilingNo, EnterpriseID: filed.EnterpriseID, EnterpriseName: filed.EnterpriseName, Region: filed.Region,
		Template: template.Version, CreatedBy: CallerOf(ctx).ID, CreatedAt: s.now(),
	}
	if err := s.setPlan(ctx, &b, *in.Body, template, ""); err != nil {
		return nil, err
	}
	if b, err = s.store.AddBatch(ctx, b); err != nil {
		return nil, err
	}
	shown, err := s.shownBatch(ctx, b)
	return CreateBatch201JSONResponse(shown), err
}

// SavePlan saves the plan of a draft; of a returned batch its evidence and note, which have to be whole.
func (s *Server) SavePlan(ctx context.Context, in SavePlanRequestObject) (SavePlanResponseObject, error) {
	b, err := s.ownBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	template, err := s.templateOf(ctx, b.Template)
	if err != nil {
		return nil, err
	}
	b.Version = in.Body.Version
	if err := withinReturn(b, in.Body.Plan); err != nil {
		return nil, err
	}
	if err := s.setPlan(ctx, &b, in.Body.Plan, template, "/plan"); err != nil {
		return nil, err
	}
	if b, err = s.store.SavePlan(ctx, b, s.now()); err != nil {
		return nil, err
	}
	shown, err := s.shownBatch(ctx, b)
	return SavePlan200JSONResponse(shown), err
}

// DiscardBatch throws a draft away.
func (s *Server) DiscardBatch(ctx context.Context, in DiscardBatchRequestObject) (DiscardBatchResponseObject, error) {
	b, err := s.ownBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	return DiscardBatch204Response{}, s.store.DiscardBatch(ctx, b.BatchNo, in.Params.Version)
}

func (s *Server) shownBatch(ctx context.Context, b store.Batch) (Batch, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return Batch{}, err
	}
	return showBatch(ctx, reference, b, s.today())
}

// setPlan checks a plan as a draft needs it and puts it into the batch.
func (s *Server) setPlan(ctx context.Context, b *store.Batch, given BatchPlan, template certification.Template, root string) error {
	plan, err := planOf(given)
	if err != nil {
		return err
	}
	facts, err := s.planFacts(ctx, plan, template, b.State == store.BatchCorrection)
	if err != nil {
		return err
	}
	if err := certification.CheckPlan(root, plan, facts); err != nil {
		return err
	}
	raw, err := json.Marshal(plan)
	if err != nil {
		return fmt.Errorf("write the plan: %w", err)
	}
	at := slices.IndexFunc(facts.Filing.Granted, func(g filing.Grant) bool { return g.Code == plan.Occupation && g.WorkType == plan.WorkType })
	b.Plan, b.Occupation, b.OccupationName, b.WorkType, b.Level = string(raw), plan.Occupation, facts.Filing.Granted[at].Name, plan.WorkType, string(plan.Level)
	b.Way, b.ExamFrom, b.ExamTo, b.Place = string(plan.Way), plan.From, plan.To, plan.Place
	return nil
}

// planOf reads a plan as the domain has it; the two forms have the same names.
func planOf(given BatchPlan) (certification.Plan, error) {
	var plan certification.Plan
	raw, err := json.Marshal(given)
	if err == nil {
		err = json.Unmarshal(raw, &plan)
	}
	if err != nil {
		return plan, fmt.Errorf("read the plan: %w", err)
	}
	return plan, nil
}

// GetBatch shows one batch.
func (s *Server) GetBatch(ctx context.Context, in GetBatchRequestObject) (GetBatchResponseObject, error) {
	b, err := s.visibleBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	shown, err := s.shownBatch(ctx, b)
	if err != nil {
		return nil, err
	}
	if sample, drawn, err := s.store.LastSample(ctx, b.BatchNo); err != nil {
		return nil, err
	} else if drawn {
		shown.Sample = BatchSample{
			Round: sample.Round, Seed: hexOf(sample.Seed), Share: sample.Share, Minimum: sample.Minimum, DrawnAt: sample.DrawnAt.UTC(),
		}
	}
	return GetBatch200JSONResponse(shown), nil
}

// ways lists the four ways of evaluation in the notice's order (三(二)).
var ways = []certification.Way{certification.Examination, certification.Review, certification.Process, certification.Competition}

// GetBatchOffer says what a batch may be: a new one, or one that keeps its edition of the template.
func (s *Server) GetBatchOffer(ctx context.Context, in GetBatchOfferRequestObject) (GetBatchOfferResponseObject, error) {
	scope, filed, err := s.ownScope(ctx)
	if err != nil {
		return nil, err
	}
	settings, err := s.settings(ctx, "")
	if err != nil {
		return nil, err
	}
	template, err := s.offeredTemplate(ctx, in.Params.Batch)
	if err != nil {
		return nil, err
	}
	offer := BatchOffer{
		FilingNo: filed.FilingNo, ValidFrom: filed.ValidFrom, ValidThrough: filed.ValidThrough, Assessors: settings.AssessorsMin,
		Template: template.Version, Occupations: []OfferedOccupation{}, Evidence: []OfferedEvidence{},
	}
	for _, g := range scope.Granted {
		one := OfferedOccupation{Code: g.Code, Name: g.Name, WorkType: g.WorkType, Levels: levelsOf(ctx, g.Levels), Ways: []Named{}}
		filedWays := scope.Row(g.Code, g.WorkType).Ways
		for _, way := range ways {
			if len(filedWays) == 0 || slices.Contains(filedWays, way) {
				one.Ways = append(one.Ways, named(ctx, string(way), way.Name()))
			}
		}
		offer.Occupations = append(offer.Occupations, one)
	}
	for _, need := range template.Evidence {
		one := OfferedEvidence{Kind: need.Kind, Name: need.Name, Ways: []string{}}
		for _, way := range need.Ways {
			one.Ways = append(one.Ways, string(way))
		}
		offer.Evidence = append(offer.Evidence, one)
	}
	return GetBatchOffer200JSONResponse(offer), nil
}

// offeredTemplate is the edition of an own batch, or that of today.
func (s *Server) offeredTemplate(ctx context.Context, batchNo string) (certification.Template, error) {
	if batchNo == "" {
		return s.currentTemplate(ctx)
	}
	b, err := s.ownBatch(ctx, batchNo)
	if err != nil {
		return certification.Template{}, err
	}
	return s.templateOf(ctx, b.Template)
}

// auditor is the authority that audits a city's results (DOMAIN section A), with its name.
func (s *Server) auditor(ctx context.Context, city string) (id, name string, err error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return "", "", err
	}
	body, err := reference.Directory.Competent(region.Audit, city, s.today())
	if err != nil {
		return "", "", err
	}
	return body.ID, body.Name(s.today()).ZH, nil
}
