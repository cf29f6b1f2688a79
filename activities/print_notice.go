package activities

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
	"jiangxin/paper"
)

// supplementNotice builds the 一次性告知书: every defect that the acceptance found.
func supplementNotice(_ context.Context, f *file) (paper.Document, error) {
	head, err := f.headOf()
	if err != nil {
		return nil, err
	}
	said, err := f.decided(f.Paper.Stage, f.Paper.Round)
	if err != nil {
		return nil, err
	}
	sheet, err := sheetOf[filing.AcceptanceSheet](said)
	if err != nil {
		return nil, err
	}
	notice := &paper.SupplementNotice{Head: head, Enterprise: f.enterprise()}
	notice.DueOn, notice.Provisional = f.due(filing.Supplement)
	for _, d := range sheet.Defects() {
		notice.Defects = append(notice.Defects, defect(d))
	}
	return notice, nil
}

// defect says of a reason of the catalogue what is wrong and what to do; the officer's own words follow.
func defect(d filing.Defect) paper.Defect {
	reason, _ := filing.ReasonByCode(d.Reason)
	where, article := place(d, reason.Clause)
	wrong, todo := reason.Parts()
	out := paper.Defect{Material: where, Clause: clause(article), Reason: wide(wrong.ZH), Remedy: d.Words}
	if todo.ZH != "" {
		out.Remedy = joined("。\n", wide(todo.ZH), d.Words)
	}
	if strings.TrimSpace(out.Remedy) == "" {
		out.Remedy = "该情形无法通过补正消除，如有不同意见可以书面说明。"
	}
	return out
}

// place names where a defect stands: the material or the section, and the field where the officer marked one.
// A reason that goes by 四(一) as a whole is narrowed to the number of the material.
func place(d filing.Defect, article string) (where, narrowed string) {
	where = d.Item.Name().ZH
	if m, found := filing.MaterialByNumber(d.Material); found {
		where = m.Name.ZH
		if strings.HasPrefix(m.Article, article) {
			article = m.Article
		}
	}
	return wide(joined("：", where, filing.FieldName(d.Pointer).ZH)), article
}

// rectificationNotice builds the 整改通知书 of a verification that is to be repeated (整改后复核).
func rectificationNotice(_ context.Context, f *file) (paper.Document, error) {
	head, err := f.headOf()
	if err != nil {
		return nil, err
	}
	said, err := f.decided(f.Paper.Stage, f.Paper.Round)
	if err != nil {
		return nil, err
	}
	sheet, err := sheetOf[filing.VerificationSheet](said)
	if err != nil {
		return nil, err
	}
	opinion, _, err := lastSheet[filing.AssessmentSheet](f, filing.Assessment, casework.Conclude)
	if err != nil {
		return nil, err
	}
	visit, _, err := lastSheet[filing.SiteVisitSheet](f, filing.SiteVisit, casework.Submit)
	if err != nil {
		return nil, err
	}
	notice := &paper.RectificationNotice{Head: head, Enterprise: f.enterprise(), VisitedOn: visit.VisitedOn.String()}
	notice.DueOn, notice.Provisional = f.due(filing.Rectification)
	for _, point := range sheet.Points {
		c, err := condition(point.Condition)
		if err != nil {
			return nil, err
		}
		notice.Defects = append(notice.Defects, paper.Defect{
			Material: conditionName(c), Clause: clause(c.Article), Reason: shortcoming(opinion.Findings, c.Number), Remedy: point.Text,
		})
	}
	return notice, nil
}

func condition(n int) (filing.Condition, error) {
	list := filing.ConditionList()
	if n < 1 || n > len(list) {
		return filing.Condition{}, unprintable(fmt.Errorf("there is no condition %d", n))
	}
	return list[n-1], nil
}

// shortcoming is what the experts' assessment says against a condition, or else that something is to be mended.
func shortcoming(findings []filing.ConditionFinding, n int) string {
	i := slices.IndexFunc(findings, func(f filing.ConditionFinding) bool { return f.Number == n && f.Finding == filing.NotMet })
	if i >= 0 && findings[i].Words != "" {
		return findings[i].Words
	}
	return "经核验，该项条件尚需整改。"
}

// refusalNotice builds the 不予受理, 未通过核验 or 不予备案通知书, by the stage that refused.
func refusalNotice(_ context.Context, f *file) (paper.Document, error) {
	head, err := f.headOf()
	if err != nil {
		return nil, err
	}
	said, err := f.decided(f.Paper.Stage, f.Paper.Round)
	if err != nil {
		return nil, err
	}
	sheet, err := sheetOf[struct {
		Grounds []filing.Ground `json:"grounds"` // all three sheets name them so
	}](said)
	if err != nil {
		return nil, err
	}
	notice := &paper.RefusalNotice{Head: head, Refusal: refusals[filing.Stage(f.Paper.Stage)], Enterprise: f.enterprise()}
	for _, g := range sheet.Grounds {
		reason, _ := filing.ReasonByCode(g.Reason)
		wrong, _ := reason.Parts()
		notice.Grounds = append(notice.Grounds, paper.Ground{Clause: clause(g.Clause), Reason: joined("。", wide(wrong.ZH), g.Words)})
	}
	return notice, nil
}

var refusals = map[filing.Stage]paper.Refusal{
	filing.Acceptance: paper.NotAccepted, filing.Verification: paper.NotVerified, filing.Receipt: paper.NotFiled,
}
