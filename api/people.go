package api

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/store"
)

// recentPanels is how far back the panels of an expert are counted (setting).
const recentPanels = 90 * 24 * time.Hour

func itoa(n int) string { return strconv.Itoa(n) }

// saneInstant says whether a cursor's instant is one that the database reads.
func saneInstant(text string) bool {
	if text == "infinity" {
		return true
	}
	_, err := time.Parse(time.RFC3339Nano, text)
	return err == nil
}

// ListExperts lists whom a panel may be chosen from: of the caller's city, or of the case's.
func (s *Server) ListExperts(ctx context.Context, in ListExpertsRequestObject) (ListExpertsResponseObject, error) {
	region := in.Params.Region
	if region == "" {
		region = CallerOf(ctx).Body.Region
	}
	var applicant store.Case
	var staff map[string]bool
	if in.Params.CaseNo != "" {
		var err error
		if applicant, err = s.mayView(ctx, in.Params.CaseNo); err != nil {
			return nil, err
		}
		if in.Params.Region == "" {
			region = applicant.Region
		}
		if staff, err = s.staffNames(ctx, applicant.CaseNo); err != nil {
			return nil, err
		}
	}
	rows, err := s.store.CandidatesSince(ctx, region, s.now().Add(-recentPanels))
	if err != nil {
		return nil, err
	}
	list := ExpertList{Items: []Expert{}}
	for _, row := range rows {
		list.Items = append(list.Items, Expert{
			Id: row.UserID.String(), Name: row.Name, Region: row.Region, Employer: row.Employer, Title: row.Title,
			Occupations: strings.Fields(row.Specialty), Recent: row.Recent, Conflicts: conflicts(ctx, row, applicant, staff),
		})
	}
	return ListExperts200JSONResponse(list), nil
}

// staffNames lists who stands in the applicant's lists, by name; whether it is the same person, an officer
// finds out.
func (s *Server) staffNames(ctx context.Context, caseNo string) (map[string]bool, error) {
	frozen, err := s.frozen(ctx, caseNo)
	names := map[string]bool{}
	for _, row := range frozen.Staff {
		names[row.Name] = true
	}
	return names, err
}

// conflicts says what speaks against an expert for this applicant (回避).
func conflicts(ctx context.Context, row store.Candidate, applicant store.Case, staff map[string]bool) []WhyNot {
	found := []WhyNot{}
	if applicant.CaseNo != "" && row.Employer == applicant.EnterpriseName {
		found = append(found, WhyNot{Code: "employer", Message: say(ctx, fault.Text{ZH: "专家所在单位即申请单位，应当回避", EN: "Employed by the applicant; must stand aside"})})
	}
	if staff[row.Name] {
		found = append(found, WhyNot{Code: "staff", Message: say(ctx, fault.Text{ZH: "与申请单位人员名单中的人同名，请核实是否应当回避", EN: "Somebody of this name stands in the applicant's staff lists; check"})})
	}
	return found
}

// showFacts shows what the check of a decision will know, without what is not the reader's.
func (s *Server) showFacts(ctx context.Context, c store.Case, t store.Task) (RawJSON, error) {
	worksheet, _, err := s.store.Worksheet(ctx, c.CaseNo, t.ID, CallerOf(ctx).ID)
	if err != nil {
		return nil, err
	}
	f, err := s.factsFor(ctx, c, t, []byte(worksheet.Content), CallerOf(ctx).ID)
	if err != nil {
		return nil, err
	}
	shown := map[string]any{
		"delegated": f.Delegated, "documents": f.Documents, "occupations": f.Occupations, "onlineAsked": f.OnlineAsked, "defects": f.Defects,
		"points": f.Points, "panel": f.Panel, "panelMinimum": f.PanelMinimum, "conclusion": f.Conclusion, "recommended": f.Recommended,
		"rectifyMin": f.RectifyMin, "rectifyMax": f.RectifyMax, "accountForm": f.AccountForm, "commitmentDigest": f.CommitmentDigest, "authorised": f.Authorised,
	}
	if filing.Stage(t.Stage) == filing.Acceptance {
		if shown["notices"], err = s.notices(ctx, c); err != nil {
			return nil, err
		}
	}
	return json.Marshal(shown)
}

// notices lists what the officer has to decide by hand, such as occupations of which only some operations need
// a licence.
func (s *Server) notices(ctx context.Context, c store.Case) ([]FieldProblem, error) {
	frozen, err := s.frozen(ctx, c.CaseNo)
	list := []FieldProblem{}
	for _, n := range filing.Notices(frozen.Application, filing.Lookups{Today: s.today(), Catalogue: filing.ByReference(s.occupations)}) {
		list = append(list, FieldProblem{Pointer: n.Pointer, Code: n.Code, Message: say(ctx, n.Text)})
	}
	return list, err
}
