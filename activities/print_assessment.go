package activities

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/paper"
	"jiangxin/store"
)

// assessment builds the 专家评估书面意见: what the leader drew up and how each expert signed it.
func assessment(_ context.Context, f *file) (paper.Document, error) {
	head, err := f.headOf()
	if err != nil {
		return nil, err
	}
	sheet, _, err := lastSheet[filing.AssessmentSheet](f, filing.Assessment, casework.Conclude)
	if err != nil {
		return nil, err
	}
	panel, err := f.signatures()
	if err != nil {
		return nil, err
	}
	doc := &paper.Assessment{
		Head: head, Enterprise: f.enterprise(), Panel: panel, Conclusion: conclusion(sheet, f.occupationName),
		Work: paper.PanelWork{
			DocumentReview: sheet.Summary.DocumentReview, TechnicalAssessment: sheet.Summary.TechnicalAssessment,
			Deliberation: sheet.Summary.Deliberation, SiteVisit: sheet.Summary.SiteVisit,
		},
	}
	for _, c := range filing.ConditionList() {
		i := slices.IndexFunc(sheet.Findings, func(found filing.ConditionFinding) bool { return found.Number == c.Number })
		if i >= 0 {
			found := sheet.Findings[i]
			doc.Findings = append(doc.Findings, paper.Finding{Condition: conditionName(c), Met: fulfilled[found.Finding], Basis: cmp.Or(found.Words, "—")})
		}
	}
	return doc, nil
}

var fulfilled = map[filing.Fulfilled]string{filing.Met: "符合", filing.NotMet: "不符合", filing.NotApplicable: "不适用"}

// conclusion words what the experts conclude, with the occupations, the points or the reasons that belong to it.
func conclusion(s filing.AssessmentSheet, nameOf func(code string) string) string {
	switch s.Conclusion {
	case filing.Recommend:
		grants := make([]string, len(s.Recommended))
		for i, g := range s.Recommended {
			name := joined("·", nameOf(g.Code), g.WorkType)
			grants[i] = name + "（" + strings.Join(levelNames(g.Levels), "、") + "）"
		}
		return "建议通过。建议的职业（工种）和等级：" + strings.Join(grants, "；") + "。"
	case filing.RectifyFirst:
		text := "建议整改后复核。"
		for i, p := range s.Points {
			text += fmt.Sprintf("\n%d．%s", i+1, p.Text)
		}
		return text
	case filing.NotRecommend:
		return "建议不通过。理由：" + s.Reasons
	}
	return ""
}

// signatures lists the panel, the leader first, each with the signature of the paper's round.
func (f *file) signatures() ([]paper.Expert, error) {
	panel, err := f.experts()
	if err != nil {
		return nil, err
	}
	signed := map[string]store.Statement{}
	for _, s := range f.Statements {
		if s.Stage == f.Paper.Stage && s.Round == f.Paper.Round && s.TaskID != "" {
			signed[signer(s).String()] = s
		}
	}
	experts := make([]paper.Expert, 0, len(panel))
	for i, id := range panel {
		s, found := signed[id]
		if !found {
			return nil, unprintable(fmt.Errorf("expert %d of the panel has not signed", i+1))
		}
		sheet, err := sheetOf[filing.SignatureSheet](s)
		if err != nil {
			return nil, err
		}
		person := f.People[signer(s)]
		expert := paper.Expert{Name: person.Name, Organisation: person.Employer, Title: person.Title, Leader: i == 0, SignedAt: &s.At}
		if s.Actor != signer(s) {
			expert.EnteredBy = f.name(s.Actor)
		}
		if casework.Verdict(s.Verdict) == casework.Dissent {
			expert.Dissent = sheet.Words
		}
		experts = append(experts, expert)
	}
	return experts, nil
}

// signer is whose word a statement is, whoever entered it (代录).
func signer(s store.Statement) uuid.UUID {
	if s.OnBehalf != nil {
		return *s.OnBehalf
	}
	return s.Actor
}

// experts are the panel's user IDs, the leader first: as appointed, or as an operator corrected them later.
func (f *file) experts() ([]string, error) {
	sheet, said, err := lastSheet[filing.PanelSheet](f, filing.Panel, casework.Appoint)
	if err != nil {
		return nil, err
	}
	if f.panelSeq > said.Seq {
		return f.panel, nil
	}
	if len(sheet.Members) == 0 {
		return nil, unprintable(errors.New("there is no panel"))
	}
	return sheet.People(), nil
}

// signedOn is the day of the last signature before the paper; empty before the first.
func (f *file) signedOn() string {
	said, found := f.last(filing.Signature, casework.Sign, casework.Dissent)
	if !found {
		return ""
	}
	return civil.Of(said.At).String()
}
