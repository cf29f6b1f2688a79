package api

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"jiangxin/contract"
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

// showFacts shows what the check of a decision will know, to whoever may answer; to others nothing.
func (s *Server) showFacts(ctx context.Context, c store.Case, t store.Task, mayAnswer bool) (RawJSON, error) {
	if !mayAnswer {
		return filing.AllLists(&taskFacts{})
	}
	worksheet, _, err := s.store.Worksheet(ctx, c.CaseNo, t.ID, CallerOf(ctx).ID)
	if err != nil {
		return nil, err
	}
	f, err := s.factsFor(ctx, c, t, []byte(worksheet.Content), CallerOf(ctx).ID)
	if err != nil {
		return nil, err
	}
	shown := taskFacts{
		Delegated: f.Delegated, Documents: f.Documents, Occupations: f.Occupations, OnlineAsked: f.OnlineAsked, Defects: f.Defects,
		Points: f.Points, Fallen: f.Fallen, Panel: f.Panel, PanelMinimum: f.PanelMinimum, PanelEven: f.PanelEven, VisitMinimum: f.VisitMinimum,
		Conclusion: f.Conclusion, Recommended: f.Recommended, Granted: f.Granted, ReceiptAhead: f.ReceiptAhead,
		RectifyMin: f.RectifyMin, RectifyMax: f.RectifyMax, AccountForm: f.AccountForm, CommitmentDigest: f.CommitmentDigest, Authorised: f.Authorised,
	}
	if filing.Stage(t.Stage) == filing.Acceptance {
		if shown.Notices, err = s.notices(ctx, c); err != nil {
			return nil, err
		}
		var in contract.Filing
		if err := json.Unmarshal([]byte(c.Input), &in); err != nil {
			return nil, fmt.Errorf("read the rules of case %s: %w", c.CaseNo, err)
		}
		shown.Again = in.Rules.Again
	}
	return filing.AllLists(&shown)
}

// taskFacts are the facts of a task as its page shows them; the description's TaskFacts is its form. What a
// stage does not need is empty.
type taskFacts struct {
	Delegated        bool                                  `json:"delegated"`
	Documents        map[filing.DocumentID]filing.Document `json:"documents"`
	Occupations      []filing.OccupationRow                `json:"occupations"`
	OnlineAsked      []int                                 `json:"onlineAsked"`
	Defects          []filing.Defect                       `json:"defects"`
	Points           []filing.Point                        `json:"points"`
	Fallen           []filing.Section                      `json:"fallen"`
	Panel            []string                              `json:"panel"`
	PanelMinimum     int                                   `json:"panelMinimum"`
	PanelEven        bool                                  `json:"panelEven"`
	VisitMinimum     int                                   `json:"visitMinimum"`
	Conclusion       filing.Conclusion                     `json:"conclusion"`
	Recommended      []filing.Grant                        `json:"recommended"`
	Granted          []filing.Grant                        `json:"granted"`
	ReceiptAhead     int                                   `json:"receiptAhead"`
	RectifyMin       int                                   `json:"rectifyMin"`
	RectifyMax       int                                   `json:"rectifyMax"`
	AccountForm      bool                                  `json:"accountForm"`
	CommitmentDigest string                                `json:"commitmentDigest"`
	Authorised       bool                                  `json:"authorised"`
	Notices          []FieldProblem                        `json:"notices"`
	Again            []string                              `json:"again"`
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
