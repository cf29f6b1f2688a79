package api

import (
	"context"
	"encoding/json"
	"reflect"
	"slices"

	"github.com/google/uuid"

	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/policy"
	"jiangxin/domain/region"
	"jiangxin/store"
)

// GetEnterprise shows the clerk's own enterprise, or one that has a case within the officer's jurisdiction.
func (s *Server) GetEnterprise(ctx context.Context, in GetEnterpriseRequestObject) (GetEnterpriseResponseObject, error) {
	enterprise, err := s.store.Enterprise(ctx, in.EnterpriseId)
	if err != nil {
		return nil, err
	}
	if err := s.mayViewEnterprise(ctx, enterprise.ID); err != nil {
		return nil, err
	}
	shown, err := s.showEnterprise(ctx, enterprise)
	return GetEnterprise200JSONResponse(shown), err
}

func (s *Server) mayViewEnterprise(ctx context.Context, id uuid.UUID) error {
	caller := CallerOf(ctx)
	if caller.Enterprise == id {
		return nil
	}
	if caller.Enterprise != uuid.Nil {
		return hidden()
	}
	if may, err := s.store.MayViewEnterprise(ctx, caller.viewer(), id); may || err != nil {
		return err
	}
	return hidden()
}

// ListApplications lists the enterprise's applications.
func (s *Server) ListApplications(ctx context.Context, in ListApplicationsRequestObject) (ListApplicationsResponseObject, error) {
	before, err := timePlaceIn(in.Params.Cursor, true)
	if err != nil {
		return nil, err
	}
	limit := limitOf(in.Params.Limit)
	rows, err := s.store.Applications(ctx, CallerOf(ctx).Enterprise, before, limit+1)
	if err != nil {
		return nil, err
	}
	rows, next := cut(rows, limit, func(a store.Application) any { return store.Place{At: a.CreatedAt, ID: a.ID.String()} })
	list := ApplicationList{Items: []ApplicationSummary{}, Next: next}
	for _, a := range rows {
		list.Items = append(list.Items, showApplication(a))
	}
	return ListApplications200JSONResponse(list), nil
}

func showApplication(a store.Application) ApplicationSummary {
	shown := ApplicationSummary{
		Id: a.ID.String(), Kind: a.Kind, Region: a.Region, State: ApplicationSummaryState(a.State), Version: a.Version,
		CreatedAt: a.CreatedAt.UTC(), UpdatedAt: a.UpdatedAt.UTC(),
	}
	if a.CaseNo != nil {
		shown.CaseNo = *a.CaseNo
	}
	return shown
}

// CreateApplication begins a draft that knows what the product knows of the enterprise.
func (s *Server) CreateApplication(ctx context.Context, in CreateApplicationRequestObject) (CreateApplicationResponseObject, error) {
	caller := CallerOf(ctx)
	enterprise, err := s.store.Enterprise(ctx, caller.Enterprise)
	if err != nil {
		return nil, err
	}
	content, err := json.Marshal(filing.Application{Unit: filing.Unit{
		Name: enterprise.Name, CreditCode: enterprise.CreditCode, CreditCodeReason: enterprise.CreditCodeOverride, Region: enterprise.Region,
	}})
	if err != nil {
		return nil, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return nil, err
	}
	now := s.now()
	draft := store.Application{
		ID: id, EnterpriseID: enterprise.ID, Kind: string(in.Body.Kind), Region: enterprise.Region, State: store.ApplicationDraft,
		Content: string(content), CreatedBy: caller.ID, CreatedAt: now, UpdatedAt: now, Version: 1,
	}
	if err := s.store.AddApplication(ctx, draft); err != nil {
		return nil, err
	}
	shown, err := s.showWholeApplication(ctx, draft)
	return CreateApplication201JSONResponse(shown), err
}

// GetApplication shows an application with the progress of its sections.
func (s *Server) GetApplication(ctx context.Context, in GetApplicationRequestObject) (GetApplicationResponseObject, error) {
	a, err := s.visibleApplication(ctx, in.ApplicationId)
	if err != nil {
		return nil, err
	}
	shown, err := s.showWholeApplication(ctx, a)
	return GetApplication200JSONResponse(shown), err
}

func (s *Server) showWholeApplication(ctx context.Context, a store.Application) (Application, error) {
	head := showApplication(a)
	shown := Application{
		Id: head.Id, Kind: head.Kind, Region: head.Region, State: ApplicationState(head.State), CaseNo: head.CaseNo,
		Version: head.Version, CreatedAt: head.CreatedAt, UpdatedAt: head.UpdatedAt, Sections: []SectionProgress{},
	}
	content, staff, lookups, err := s.judge(ctx, a)
	if err != nil {
		return shown, err
	}
	if shown.Content, err = filing.AllLists(&content); err != nil {
		return shown, err
	}
	for _, line := range filing.TaskList(content, staff, lookups) {
		shown.Sections = append(shown.Sections, SectionProgress{
			Section: string(line.Section), Name: sayName(ctx, line.Section.Name()), State: SectionProgressState(line.Progress), Gaps: line.Missing,
		})
	}
	return shown, nil
}

// judge reads everything that the check of an application looks at.
func (s *Server) judge(ctx context.Context, a store.Application) (filing.Application, filing.StaffSummary, filing.Lookups, error) {
	var content filing.Application
	if err := json.Unmarshal([]byte(a.Content), &content); err != nil {
		return content, filing.StaffSummary{}, filing.Lookups{}, err
	}
	enterprise, err := s.store.Enterprise(ctx, a.EnterpriseID)
	if err != nil {
		return content, filing.StaffSummary{}, filing.Lookups{}, err
	}
	lookups, err := s.lookups(ctx, enterprise)
	if err != nil {
		return content, filing.StaffSummary{}, lookups, err
	}
	staff, err := s.readStaff(ctx, a)
	if err != nil {
		return content, filing.StaffSummary{}, lookups, err
	}
	limits, err := s.limits(ctx)
	if err != nil {
		return content, filing.StaffSummary{}, lookups, err
	}
	return content, filing.Summarise(staff, filing.ValidateStaff(staff, limits.StaffRows, lookups.Today)), lookups, nil
}

func (s *Server) lookups(ctx context.Context, enterprise store.Enterprise) (filing.Lookups, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return filing.Lookups{}, err
	}
	documents, err := s.store.AcceptedDocuments(ctx, enterprise.ID)
	if err != nil {
		return filing.Lookups{}, err
	}
	lookups := filing.Lookups{
		Account: filing.Account{Name: enterprise.Name, CreditCode: enterprise.CreditCode, Region: enterprise.Region},
		Today:   s.today(), Catalogue: filing.ByReference(s.occupations), Documents: make(map[filing.DocumentID]filing.Document, len(documents)),
		Region: func(code string) bool {
			return slices.ContainsFunc(reference.Directory.Cities(), func(r region.Region) bool { return r.Code == code })
		},
	}
	for _, d := range documents {
		known := documentFact(d)
		lookups.Documents[known.ID] = known
	}
	return lookups, nil
}

// SaveSection saves one section of a draft. What is incomplete is saved; what is malformed is not.
func (s *Server) SaveSection(ctx context.Context, in SaveSectionRequestObject) (SaveSectionResponseObject, error) {
	a, err := s.ownApplication(ctx, in.ApplicationId)
	if err != nil {
		return nil, err
	}
	if err := filing.CheckSection(filing.Section(in.Section), in.Body.Content); err != nil {
		return nil, err
	}
	var sections map[string]json.RawMessage
	if err := json.Unmarshal([]byte(a.Content), &sections); err != nil {
		return nil, err
	}
	stored := sections[string(in.Section)]
	sections[string(in.Section)] = in.Body.Content
	content, err := json.Marshal(sections)
	if err != nil {
		return nil, err
	}
	now := s.now()
	err = s.store.SaveApplication(ctx, a.ID, in.Body.Version, string(content), now)
	if fault.Is(err, fault.Stale) {
		return nil, differing(err, string(in.Section), stored, in.Body.Content)
	}
	if err != nil {
		return nil, err
	}
	return SaveSection200JSONResponse{Version: in.Body.Version + 1, SavedAt: now}, nil
}

// differing adds to a lost race which fields of the section now hold something else than was sent.
func differing(err error, section string, stored, sent json.RawMessage) error {
	var was, is map[string]any
	stale, ok := asFault(err)
	if !ok || json.Unmarshal(stored, &was) != nil || json.Unmarshal(sent, &is) != nil {
		return err
	}
	keys := make([]string, 0, len(was))
	for key := range was {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		if !reflect.DeepEqual(was[key], is[key]) {
			stale.At("/"+section+"/"+escaped.Replace(key), "differs", "此项已在别处修改，请核对", "This was changed elsewhere; compare it")
		}
	}
	return stale
}

// CheckApplication lists everything that is missing or wrong at once.
func (s *Server) CheckApplication(ctx context.Context, in CheckApplicationRequestObject) (CheckApplicationResponseObject, error) {
	a, err := s.ownApplication(ctx, in.ApplicationId)
	if err != nil {
		return nil, err
	}
	gaps, err := s.gaps(ctx, a)
	if err != nil {
		return nil, err
	}
	list := GapList{Items: []FieldProblem{}, Ready: len(gaps) == 0}
	for _, gap := range gaps {
		list.Items = append(list.Items, FieldProblem{Pointer: gap.Pointer, Code: gap.Code, Message: say(ctx, gap.Text)})
	}
	return CheckApplication200JSONResponse(list), nil
}

// gaps lists what is missing or wrong before the application can be submitted.
func (s *Server) gaps(ctx context.Context, a store.Application) ([]fault.Field, error) {
	content, staff, lookups, err := s.judge(ctx, a)
	if err != nil {
		return nil, err
	}
	return filing.Gaps(content, staff, lookups), nil
}

// DiscardDraft throws a draft away.
func (s *Server) DiscardDraft(ctx context.Context, in DiscardDraftRequestObject) (DiscardDraftResponseObject, error) {
	a, err := s.ownApplication(ctx, in.ApplicationId)
	if err != nil {
		return nil, err
	}
	return DiscardDraft204Response{}, s.store.DiscardDraft(ctx, a.ID)
}

// staffLimit is the greatest number of staff rows of one application, by the policy of today.
func (s *Server) staffLimit(ctx context.Context) (int, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return 0, err
	}
	return reference.Policy.At(s.today()).Int(policy.StaffRowsMax)
}
