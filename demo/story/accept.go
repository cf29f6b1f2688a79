package story

import (
	"context"
	"fmt"
	"strings"

	"jiangxin/demo"
	"jiangxin/demo/client"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
)

// accept returns the application with all defects at once, has it mended, and accepts it.
func (t *Tale) accept(ctx context.Context) {
	t.chapter("二、受理")
	view, err := t.c.View(ctx)
	if err != nil {
		t.err = err
		return
	}
	t.competent = view.Competent.Id
	handler := t.officer(t.office(), "handler")
	t.claim(ctx, handler, filing.Acceptance)
	t.take(ctx, turn{stage: filing.Acceptance, what: "网上核验营业执照，逐项审核，一次性告知全部缺陷", verdict: casework.Return, tune: defects})
	t.paper(ctx, t.c.Clerk, filing.SupplementNotice)
	t.mend(ctx)
	t.take(ctx, turn{stage: filing.Supplement, what: "逐项回复告知书并重新承诺"})
	t.tell(ctx, handler, "查看补正前后的差异", func() (string, error) {
		list, err := demo.Answer(handler.API.GetDifferencesWithResponse(ctx, t.c.No, &client.GetDifferencesParams{From: 1, To: 2}))
		if err != nil {
			return "", err
		}
		var labels []string
		for _, d := range list.Items {
			labels = append(labels, d.Label)
		}
		if len(labels) == 0 {
			return "", fmt.Errorf("no difference is shown")
		}
		return fmt.Sprintf("%d 处：%s", len(labels), strings.Join(labels, "、")), nil
	})
	t.take(ctx, turn{stage: filing.Acceptance, what: "复审补正材料"})
	t.paper(ctx, t.c.Clerk, filing.AcceptanceNotice)
	t.seal(ctx, handler, filing.AcceptanceNotice)
}

// claim takes the task (签收).
func (t *Tale) claim(ctx context.Context, who *demo.Person, stage filing.Stage) {
	t.tell(ctx, who, "从待办中签收任务", func() (string, error) {
		queue, err := t.world.Queue(ctx, who.Login)
		if err != nil {
			return "", err
		}
		task, err := t.next(ctx, stage)
		if err != nil {
			return "", err
		}
		mine, err := demo.Answer(who.API.ClaimTaskWithResponse(ctx, t.c.No, task.Stage, task.Round, task.Slot))
		return fmt.Sprintf("待办 %d 项，已签收 %s，办理期限 %s", len(queue), mine.Id, mine.Deadline.Date), err
	})
}

// defects turns a review on which everything passes into a return with three defects.
func defects(usual any) {
	s, is := usual.(*filing.AcceptanceSheet)
	if !is {
		return
	}
	for i, m := range s.Materials {
		switch m.Number {
		case 4:
			s.Materials[i].Finding = filing.FindingSupplement
			s.Materials[i].Defects = []filing.Defect{{Material: 4, Reason: "incentivesUnproven"}}
		case 6:
			s.Materials[i].Finding = filing.FindingSupplement
			s.Materials[i].Defects = []filing.Defect{{Material: 6, Reason: "videoMissing"}}
		}
	}
	for i, item := range s.Items {
		if item.Section == filing.SectionFunding {
			s.Items[i].Finding = filing.FindingSupplement
			s.Items[i].Defects = []filing.Defect{{Item: filing.SectionFunding, Reason: "fundingUnproven"}}
		}
	}
}

// mend changes what the notice names: two materials and the section on funding.
func (t *Tale) mend(ctx context.Context) {
	clerk := t.c.Clerk
	t.tell(ctx, clerk, "按告知书补充材料四、材料六和经费说明", func() (string, error) {
		for _, m := range []struct {
			number int
			name   string
		}{{4, "薪酬待遇与技能等级挂钩办法"}, {6, "视频监控设备购置发票与点位图"}} {
			file, err := exhibit.PDF(m.name, exhibit.Page{Title: m.name, Lines: []string{t.c.Enterprise.Name}, Signed: t.c.Enterprise.Legal})
			if err != nil {
				return "", err
			}
			id, err := clerk.Upload(ctx, client.Material, t.c.No, file)
			if err != nil {
				return "", err
			}
			entry := &t.c.Content.Materials.Items[m.number-1]
			entry.Documents = append(entry.Documents, id)
		}
		t.c.Content.Funding.Annual = 900000
		t.c.Content.Funding.Charges = "不向职工收费，经费单列、专款专用"
		if err := t.refresh(ctx); err != nil {
			return "", err
		}
		if err := t.c.Draft.Save(ctx, filing.SectionMaterials, t.c.Content.Materials); err != nil {
			return "", err
		}
		return "已保存，待随回复提交", t.c.Draft.Save(ctx, filing.SectionFunding, t.c.Content.Funding)
	})
}

// refresh reads the application's newest version: submitting it moved it on.
func (t *Tale) refresh(ctx context.Context) error {
	now, err := demo.Answer(t.c.Clerk.API.GetApplicationWithResponse(ctx, t.c.Draft.ID))
	t.c.Draft.Version = now.Version
	return err
}
