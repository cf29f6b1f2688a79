package story

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"jiangxin/demo"
	"jiangxin/demo/cast"
	"jiangxin/demo/client"
	"jiangxin/domain/filing"
)

// publish has the city publish its catalogue, and looks at the filing as anybody may.
func (t *Tale) publish(ctx context.Context) {
	t.chapter("七、公布目录")
	t.take(ctx, turn{stage: filing.Publication, what: "公布目录并报省厅"})
	t.listed(ctx, "published")
	t.table(ctx)
	anybody := t.world.Anybody()
	t.tell(ctx, anybody, "按回执二维码的地址核验真伪", func() (string, error) {
		check, err := demo.Answer(anybody.API.VerifyReceiptWithResponse(ctx, path.Base(t.filed.Check)))
		if err == nil && check.Institution.FilingNo != t.filed.FilingNo {
			err = fmt.Errorf("the receipt leads to %q", check.Institution.FilingNo)
		}
		return fmt.Sprintf("回执真实：%s，%s", check.Institution.Name, check.Institution.StatusName), err
	})
	t.tell(ctx, t.operator(), "确认本案办结、文书均已生成", func() (string, error) { return t.ended(ctx) })
	t.tell(ctx, t.c.Clerk, "核对本案事件链", func() (string, error) {
		events, err := demo.Answer(t.c.Clerk.API.ListCaseEventsWithResponse(ctx, t.c.No))
		if err == nil && !events.Verified {
			err = fmt.Errorf("the chain does not hold: %s", events.Problem)
		}
		return fmt.Sprintf("%d 个事件，编号连续，散列链完整", events.Total), err
	})
}

// listed looks the filing up in the public catalogue, where it must stand so.
func (t *Tale) listed(ctx context.Context, status client.InstitutionStatus) {
	anybody := t.world.Anybody()
	t.tell(ctx, anybody, "在公开目录中查询 "+t.filed.FilingNo, func() (string, error) {
		list, err := demo.Answer(anybody.API.ListInstitutionsWithResponse(ctx, &client.ListInstitutionsParams{Q: t.filed.FilingNo}))
		if err != nil {
			return "", err
		}
		if len(list.Items) != 1 || list.Items[0].Status != status {
			return "", fmt.Errorf("the catalogue does not show it as %s: %+v", status, list.Items)
		}
		found := list.Items[0]
		return fmt.Sprintf("%s，%s，%d 个职业", found.Name, found.StatusName, len(found.Occupations)), nil
	})
}

// table downloads the city's catalogue as CSV.
func (t *Tale) table(ctx context.Context) {
	anybody := t.world.Anybody()
	t.tell(ctx, anybody, "下载"+t.city.Name+"目录（CSV）", func() (string, error) {
		file, err := anybody.API.DownloadInstitutionsCsvWithResponse(ctx, &client.DownloadInstitutionsCsvParams{Region: t.city.Region})
		if err != nil {
			return "", err
		}
		if !strings.Contains(string(file.Body), t.filed.FilingNo) {
			return "", fmt.Errorf("the table does not hold %s", t.filed.FilingNo)
		}
		return fmt.Sprintf("%d 字节，含 %s", len(file.Body), t.filed.FilingNo), nil
	})
}

// ended waits until the case is closed and no paper of it is due, so that its events are all there.
func (t *Tale) ended(ctx context.Context) (string, error) {
	until := time.Now().Add(paperPatience)
	for {
		view, err := t.c.View(ctx)
		if err != nil {
			return "", err
		}
		papers, err := t.papers(ctx, t.operator())
		if err != nil {
			return "", err
		}
		due := slices.ContainsFunc(papers, func(p client.Paper) bool { return p.State == client.Due })
		if view.Outcome == string(filing.Filed) && !due {
			return fmt.Sprintf("%s，文书 %d 份", view.OutcomeName, len(papers)), nil
		}
		if time.Now().After(until) {
			return "", fmt.Errorf("the case ended as %q with papers due: %v", view.Outcome, due)
		}
		if err := pause(ctx, 100*time.Millisecond); err != nil {
			return "", err
		}
	}
}

// operator is who sees every case.
func (t *Tale) operator() *demo.Person { return t.world.As(cast.Operator.Login) }
