package story

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"jiangxin/demo"
	"jiangxin/demo/client"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
)

// appoint forms the panel of three.
func (t *Tale) appoint(ctx context.Context) {
	t.chapter("三、专家评估")
	t.take(ctx, turn{stage: filing.Panel, what: "从专家库选定三名专家，指定组长"})
	t.tell(ctx, t.officer(t.office(), "handler"), "核对专家组", func() (string, error) {
		var names []string
		for _, id := range t.c.Panel {
			expert, err := t.world.Expert(ctx, t.city.Region, id)
			if err != nil {
				return "", err
			}
			names = append(names, t.name(ctx, expert))
		}
		return fmt.Sprintf("组长%s，成员%s、%s", names[0], names[1], names[2]), nil
	})
}

// review has two experts review themselves and an officer enter the third review from the signed sheet (代录).
func (t *Tale) review(ctx context.Context) {
	for range t.c.Panel[1:] {
		t.take(ctx, turn{stage: filing.ExpertReview, what: "文件审核七项材料，技术评估五个职业"})
	}
	handler := t.officer(t.office(), "handler")
	t.tell(ctx, handler, "代录第三名专家的评审表，附签字扫描件", func() (string, error) { return t.onBehalf(ctx, handler) })
	t.take(ctx, turn{stage: filing.Deliberation, what: "召开专家论证会，形成会议纪要"})
}

func (t *Tale) onBehalf(ctx context.Context, officer *demo.Person) (string, error) {
	task, err := t.next(ctx, filing.ExpertReview)
	if err != nil {
		return "", err
	}
	_, sheet, err := t.c.Usual(ctx, officer, task)
	if err != nil {
		return "", err
	}
	d, err := demo.Decision(casework.Submit, sheet)
	if err != nil {
		return "", err
	}
	scan, err := t.upload(ctx, officer, client.Sheet, "专家评审表（签字扫描件）", "专家："+task.Assignee.Name)
	if err != nil {
		return "", err
	}
	if d.OnBehalf.User, err = uuid.Parse(task.Assignee.Id); err != nil {
		return "", err
	}
	if d.OnBehalf.SheetDocument, err = uuid.Parse(string(scan)); err != nil {
		return "", err
	}
	settled, err := officer.Decide(ctx, task, d)
	return "代专家" + task.Assignee.Name + "录入；" + outcome(task, casework.Submit, settled), err
}

// visit records the site visit with photos and a finding for each of the five conditions.
func (t *Tale) visit(ctx context.Context) {
	handler := t.officer(t.office(), "handler")
	var photos []filing.DocumentID
	for _, place := range []string{"一号实训车间", "监控室"} {
		t.tell(ctx, handler, "上传现场照片："+place, func() (string, error) {
			photo, err := exhibit.JPEG("现场照片-"+place, exhibit.Page{Title: place, Lines: []string{t.c.Enterprise.Name, "案号 " + t.c.No}})
			if err != nil {
				return "", err
			}
			id, err := handler.Upload(ctx, client.Photo, t.c.No, photo)
			photos = append(photos, id)
			return fmt.Sprintf("%d 字节，查验通过", len(photo.Body)), err
		})
	}
	t.take(ctx, turn{stage: filing.SiteVisit, what: "记录现场考察，五项条件逐项给出结论", tune: func(usual any) {
		if s, is := usual.(*filing.SiteVisitSheet); is {
			s.Photos = photos
		}
	}})
}

// assess has the leader draw up the written assessment and everybody sign, one with a dissent.
func (t *Tale) assess(ctx context.Context) {
	t.take(ctx, turn{stage: filing.Assessment, what: "组长起草专家评估书面意见，建议通过"})
	t.take(ctx, turn{stage: filing.Signature, what: "签署书面意见"})
	t.take(ctx, turn{stage: filing.Signature, what: "签署书面意见，保留不同意见", verdict: casework.Dissent,
		sheet: &filing.SignatureSheet{Words: "焊工二级（技师）的综合评审题库偏少，建议一年内补充。"}})
	t.take(ctx, turn{stage: filing.Signature, what: "签署书面意见"})
	t.paper(ctx, t.officer(t.office(), "handler"), filing.AssessmentPaper)
}
