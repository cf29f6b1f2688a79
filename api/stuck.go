package api

import (
	"context"
	"strings"

	"jiangxin/domain/fault"
)

// recordEffect is what the search attribute Stuck names where it is no side effect that waits but the record.
const recordEffect = "record"

// stuckReason is why a case does not move, taken apart and in words.
type stuckReason struct {
	effect    string // the side effect that waits; empty where it is the record
	skippable bool
	cause     fault.Text
	advice    fault.Text
}

// stuckCauses words the codes that a workflow gives for what does not succeed (docs/runbook.md).
var stuckCauses = map[string]fault.Text{
	"unavailable": {ZH: "所依赖的服务没有回应", EN: "a service that it needs does not answer"},
	"timeout":     {ZH: "处理超时", EN: "it takes too long"},
	"internal":    {ZH: "程序或数据有错误", EN: "a defect of the program or its data"},
	"diverged":    {ZH: "数据库中同号的记录内容不同", EN: "the database holds another batch under the same numbers"},
	"gap":         {ZH: "数据库缺少此前的记录", EN: "the database lacks earlier events"},
	"permanent":   {ZH: "案卷缺少必要内容，重试无法解决", EN: "the case file lacks what is needed; no retry can mend that"},
}

// explainStuck reads the search attribute Stuck, such as receipt/1/receipt: unavailable.
func explainStuck(ctx context.Context, attribute string) stuckReason {
	what, code, _ := strings.Cut(attribute, ": ")
	why, known := stuckCauses[code]
	if !known {
		why = fault.Text{ZH: code, EN: code}
	}
	if what == recordEffect {
		return stuckReason{
			cause:  fault.Text{ZH: "办理记录写不进数据库：" + why.ZH, EN: "What was decided cannot be recorded: " + why.EN},
			advice: recordAdvice(code),
		}
	}
	r := stuckReason{effect: what, skippable: true, advice: fault.Text{
		ZH: "排除原因后点“重试”；确实不再需要的，说明理由后放弃", EN: "Mend the cause, then retry; where it is no longer needed, skip it with a reason",
	}}
	stage, rest, _ := strings.Cut(what, "/")
	_, kind, isPaper := strings.Cut(rest, "/")
	if !isPaper {
		r.skippable = false
		r.cause = fault.Text{ZH: "有效期流程未能启动：" + why.ZH, EN: "The workflow of the validity cannot be started: " + why.EN}
		r.advice = fault.Text{ZH: "恢复 Temporal 或数据库后点“重试”；不能放弃，否则到期不会提醒", EN: "Mend Temporal or the database, then retry; never skip it, or nobody is reminded"}
		return r
	}
	name := say(ctx, paperName(kind))
	r.cause = fault.Text{ZH: stageName(ctx, stage) + "的文书“" + name + "”做不出来：" + why.ZH, EN: name + " of " + stageName(ctx, stage) + " cannot be made: " + why.EN}
	return r
}

func recordAdvice(code string) fault.Text {
	switch code {
	case "diverged", "gap":
		return fault.Text{
			ZH: "两个数据库恢复到了不同时刻。按运行手册第六节核对并补齐后点“重试”，系统不会覆盖任何内容",
			EN: "The two databases were restored to different instants. Compare and complete them by section 6 of the runbook, then retry; nothing is overwritten",
		}
	case "internal":
		return fault.Text{ZH: "查看工作进程日志中的案号，修复并部署后会自动继续", EN: "Look for the case in the worker's log; it goes on by itself once mended and deployed"}
	}
	return fault.Text{ZH: "恢复数据库；之后会自动继续，点“重试”可立即尝试", EN: "Mend the database; it goes on by itself, and retry tries at once"}
}
