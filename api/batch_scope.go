package api

import (
	"context"

	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	checks "jiangxin/domain/form"
	"jiangxin/domain/occupation"
	"jiangxin/store"
)

// ownScope reads what the caller's enterprise may certify under its filing. An enterprise without one is told so.
func (s *Server) ownScope(ctx context.Context) (certification.Scope, store.Filing, error) {
	f, found, err := s.store.FilingOfEnterprise(ctx, CallerOf(ctx).Enterprise)
	if err != nil {
		return certification.Scope{}, f, err
	}
	if !found {
		return certification.Scope{}, f, fault.New(fault.NotReady, "贵单位尚未备案，取得备案回执后才能开展认定", "Your enterprise is not filed yet; results can be certified once the receipt is issued")
	}
	scope, err := s.scopeOf(ctx, f)
	return scope, f, err
}

// scopeOf reads what a filing allows: its occupations and levels, and the filed plan's ways and pass rules.
func (s *Server) scopeOf(ctx context.Context, f store.Filing) (certification.Scope, error) {
	scope := certification.Scope{
		Number: filing.FilingNumber(f.FilingNo), Enterprise: f.EnterpriseID.String(), Region: f.Region,
		ValidFrom: f.ValidFrom, ValidThrough: f.ValidThrough,
	}
	row, err := s.store.Institution(ctx, f.FilingNo)
	if err != nil {
		return scope, err
	}
	for _, o := range row.Occupations {
		scope.Granted = append(scope.Granted, filing.Grant{Code: o.Code, WorkType: o.WorkType, Name: o.Name, Levels: o.Levels})
	}
	frozen, err := s.frozen(ctx, f.CaseNo)
	scope.Rows = frozen.Application.Occupations.Rows
	return scope, err
}

// templates are the result templates: those delivered, and the exam centre's own.
func (s *Server) templates(ctx context.Context) ([]certification.Template, error) {
	all, err := certification.Templates()
	if err != nil {
		return nil, err
	}
	own, err := s.store.ResultTemplates(ctx)
	return append(all, own...), err
}

// currentTemplate is the template under which a batch begins today.
func (s *Server) currentTemplate(ctx context.Context) (certification.Template, error) {
	all, err := s.templates(ctx)
	if err != nil {
		return certification.Template{}, err
	}
	return certification.TemplateOn(all, s.today())
}

// templateOf is the template that a batch keeps.
func (s *Server) templateOf(ctx context.Context, version int) (certification.Template, error) {
	all, err := s.templates(ctx)
	if err != nil {
		return certification.Template{}, err
	}
	return certification.TemplateVersion(all, version)
}

// settings reads what a certification goes by, in an edition of the policy; empty is today's.
func (s *Server) settings(ctx context.Context, version string) (certification.Settings, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return certification.Settings{}, err
	}
	edition := reference.Policy.At(s.today())
	if version != "" {
		if edition, err = reference.Policy.Edition(version); err != nil {
			return certification.Settings{}, err
		}
	}
	return certification.SettingsOf(edition)
}

// planFacts gathers what a plan is checked against. submitted says that its results are handed in now.
func (s *Server) planFacts(ctx context.Context, plan certification.Plan, template certification.Template, submitted bool) (certification.PlanFacts, error) {
	facts := certification.PlanFacts{Today: s.today(), Template: template, Results: submitted, Documents: checks.Documents{}}
	caller := CallerOf(ctx)
	own, err := s.store.Enterprise(ctx, caller.Enterprise)
	if err != nil {
		return facts, err
	}
	facts.Enterprise, facts.Region = own.ID.String(), own.Region
	if facts.Filing, _, err = s.ownScope(ctx); err != nil {
		return facts, err
	}
	settings, err := s.settings(ctx, "")
	if err != nil {
		return facts, err
	}
	facts.AssessorsMin = settings.AssessorsMin
	if plan.Occupation != "" && plan.Level != "" {
		judged, err := s.occupations.Check(occupation.Choice{Code: plan.Occupation, WorkType: plan.WorkType, Levels: []occupation.Level{{Code: plan.Level}}}, s.today())
		if err == nil {
			facts.Licence = judged
		}
	}
	documents, err := s.store.AcceptedDocuments(ctx, caller.Enterprise)
	for _, d := range documents {
		if d.Purpose == "resultEvidence" {
			facts.Documents[casework.DocumentID(d.ID.String())] = documentFact(d)
		}
	}
	return facts, err
}
