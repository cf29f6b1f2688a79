package workflows

import (
	"time"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
)

// attrScheduled is when the server meant to start a run of a schedule, which may be long before it does.
var attrScheduled = temporal.NewSearchAttributeKeyTime("TemporalScheduledStartTime")

// How the opening of a month is tried. It may run twice: what is open already stays as it is.
const (
	monthAttempt = 5 * time.Minute
	monthBackoff = 10 * time.Minute
)

// MonthEnd drafts the monthly summaries (附件7, notice 四(四)3: 于每月末). A schedule starts it on the days that may be
// the last of a month; on the others it does nothing. An operator names the month.
func (s Set) MonthEnd(ctx workflow.Context, in contract.Month) (contract.MonthOpened, error) {
	if in.Month == "" {
		at := workflow.Now(ctx)
		if due, known := workflow.GetTypedSearchAttributes(ctx).GetTime(attrScheduled); known {
			at = due
		}
		day := civil.Of(at)
		if day != day.MonthEnd() {
			return contract.MonthOpened{}, nil
		}
		in.Month = certification.Month(day)
	}
	workflow.SetCurrentDetails(ctx, "### 生成 "+in.Month+" 月度汇总表\n\n- 做不出来时，失败原因见本页的 Pending Activities；原因排除后自动重试，不会重复生成。")
	var opened contract.MonthOpened
	err := workflow.ExecuteActivity(workflow.WithActivityOptions(ctx, workflow.ActivityOptions{
		StartToCloseTimeout: monthAttempt,
		RetryPolicy:         &temporal.RetryPolicy{MaximumInterval: monthBackoff},
		Summary:             "生成月度汇总",
	}), contract.ActivityOpenMonth, in).Get(ctx, &opened)
	return opened, err
}
