package api

import (
	"context"
	"net/http"

	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/evidence"
	"jiangxin/store"
)

// publicRules are the management rules that a filed enterprise shows to everybody (notice 五(三): 考务管理、质量
// 管理、证书管理等管理办法, 向社会公示公开).
var publicRules = []struct {
	code InstitutionRuleRule
	name fault.Text
	text func(filing.Rules) filing.RuleText
}{
	{"examination", fault.Text{ZH: "考务管理办法", EN: "Rules on examinations"}, func(r filing.Rules) filing.RuleText { return r.Examination }},
	{"quality", fault.Text{ZH: "质量管理办法", EN: "Rules on quality"}, func(r filing.Rules) filing.RuleText { return r.Quality }},
	{"certificate", fault.Text{ZH: "证书管理办法", EN: "Rules on certificates"}, func(r filing.Rules) filing.RuleText { return r.Certificate }},
}

// publicVersions gives the public version of each rule of a filed enterprise, by code, from what it handed in
// last. A file that may hold personal data, or was not uploaded as a rule, is never shown.
func (s *Server) publicVersions(ctx context.Context, f store.Filing) (map[InstitutionRuleRule]store.Document, error) {
	frozen, err := s.frozen(ctx, f.CaseNo)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, rule := range publicRules {
		ids = append(ids, string(rule.text(frozen.Application.Rules).Public))
	}
	documents, err := s.store.RuleDocuments(ctx, f.EnterpriseID, ids)
	versions := make(map[InstitutionRuleRule]store.Document, len(documents))
	for _, rule := range publicRules {
		for _, d := range documents {
			if d.ID.String() == string(rule.text(frozen.Application.Rules).Public) {
				versions[rule.code] = d
			}
		}
	}
	return versions, err
}

func (s *Server) showRules(ctx context.Context, f store.Filing) ([]InstitutionRule, error) {
	versions, err := s.publicVersions(ctx, f)
	var shown []InstitutionRule
	for _, rule := range publicRules {
		if d, found := versions[rule.code]; found {
			shown = append(shown, InstitutionRule{
				Rule: rule.code, Name: say(ctx, rule.name), FileName: d.Name, Type: d.Type, Size: d.Size, Sha256: d.SHA256,
				Download: "/api/public/institutions/" + f.FilingNo + "/rules/" + string(rule.code),
			})
		}
	}
	return shown, err
}

// DownloadPublicRule streams the public version of a rule of a filed enterprise to anybody.
func (s *Server) DownloadPublicRule(ctx context.Context, in DownloadPublicRuleRequestObject) (DownloadPublicRuleResponseObject, error) {
	row, err := s.institution(ctx, in.FilingNo)
	if err != nil {
		return nil, err
	}
	versions, err := s.publicVersions(ctx, row.Filing)
	if err != nil {
		return nil, err
	}
	d, found := versions[InstitutionRuleRule(in.Rule)]
	if !found {
		return nil, fault.New(fault.NotFound, "该企业没有这项管理办法的公开版，请向企业所在市咨询", "This enterprise shows no such rule; ask its city")
	}
	body, facts, err := s.evidence.Open(ctx, evidence.Ref{Key: d.ObjectKey, VersionID: d.ObjectVersion})
	if err != nil {
		return nil, err
	}
	return file{request: ginOf(ctx).Request, body: body, facts: facts, name: d.Name}, nil
}

// VisitDownloadPublicRuleResponse streams the rule.
func (f file) VisitDownloadPublicRuleResponse(w http.ResponseWriter) error { return f.send(w) }
