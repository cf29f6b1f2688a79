package worker

import (
	"context"
	"errors"
	"time"

	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"

	"jiangxin/contract"
)

// monthEndSchedule starts the end of a month at eight in the morning of each day that may be its last; the workflow
// does nothing on the others (notice 四(四)3: 于每月末).
const (
	monthEndSchedule = "month-end"
	monthEndHour     = 8
)

// schedule puts the schedules in place; those that are there stay as they are, paused ones too.
func schedule(ctx context.Context, c client.Client) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	_, err := c.ScheduleClient().Create(ctx, client.ScheduleOptions{
		ID: monthEndSchedule,
		Spec: client.ScheduleSpec{
			Calendars: []client.ScheduleCalendarSpec{{
				Hour: []client.ScheduleRange{{Start: monthEndHour}}, DayOfMonth: []client.ScheduleRange{{Start: 28, End: 31}},
				Comment: "每月最后几天上午八点；不是月末的日子不做任何事",
			}},
			TimeZoneName: "Asia/Shanghai",
		},
		Action: &client.ScheduleWorkflowAction{
			ID: contract.MonthEndID("scheduled"), Workflow: contract.MonthEndWorkflow, TaskQueue: contract.TaskQueue, Args: []any{contract.Month{}},
		},
		CatchupWindow: 31 * 24 * time.Hour,
		Note:          "生成各企业的月度汇总表（附件7）",
	})
	if errors.Is(err, temporal.ErrScheduleAlreadyRunning) {
		return nil
	}
	return err
}
