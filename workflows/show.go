package workflows

import (
	"fmt"
	"strings"
	"time"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/procedure"
)

var (
	attrStage      = temporal.NewSearchAttributeKeyKeyword(contract.AttrStage)
	attrCity       = temporal.NewSearchAttributeKeyKeyword(contract.AttrCity)
	attrWaitingFor = temporal.NewSearchAttributeKeyKeyword(contract.AttrWaitingFor)
	attrDueAt      = temporal.NewSearchAttributeKeyTime(contract.AttrDueAt)
	attrSeq        = temporal.NewSearchAttributeKeyInt64(contract.AttrSeq)
	attrStuck      = temporal.NewSearchAttributeKeyKeyword(contract.AttrStuck)
)

// attributes are the search attributes of a case: what an operator sees when no worker runs.
type attributes struct {
	stage, city, waitingFor, stuck string
	due                            time.Time
	seq                            int
}

// show writes the search attributes that changed, in one upsert, and the current details, which cost nothing.
func (d *Desk) show(ctx workflow.Context) {
	now := d.attributes()
	var updates []temporal.SearchAttributeUpdate
	if now.stage != d.shown.stage {
		updates = append(updates, attrStage.ValueSet(now.stage))
	}
	if now.city != d.shown.city {
		updates = append(updates, attrCity.ValueSet(now.city))
	}
	if now.waitingFor != d.shown.waitingFor {
		updates = append(updates, setOrUnset(attrWaitingFor, now.waitingFor))
	}
	if now.stuck != d.shown.stuck {
		updates = append(updates, setOrUnset(attrStuck, now.stuck))
	}
	if !now.due.Equal(d.shown.due) {
		if now.due.IsZero() {
			updates = append(updates, attrDueAt.ValueUnset())
		} else {
			updates = append(updates, attrDueAt.ValueSet(now.due))
		}
	}
	if now.seq != d.shown.seq {
		updates = append(updates, attrSeq.ValueSet(int64(now.seq)))
	}
	if len(updates) > 0 {
		// An error here means a name that the namespace lacks; the SDK reports it when the task completes.
		_ = workflow.UpsertTypedSearchAttributes(ctx, updates...)
	}
	d.shown = now
	workflow.SetCurrentDetails(ctx, d.details(ctx))
}

func setOrUnset(key temporal.SearchAttributeKeyKeyword, value string) temporal.SearchAttributeUpdate {
	if value == "" {
		return key.ValueUnset()
	}
	return key.ValueSet(value)
}

func (d *Desk) attributes() attributes {
	a := attributes{stage: d.state.Stage, city: d.of.City, seq: d.recorded, stuck: d.stuck}
	for _, id := range sortedKeys(d.state.Open) {
		t := d.state.Open[id]
		if a.waitingFor == "" {
			a.waitingFor = t.Body + ":" + t.Role
		}
		if due, ok := d.state.Due[id]; ok && (a.due.IsZero() || due.Before(a.due)) {
			a.due = due
		}
	}
	for _, e := range d.state.Effects {
		if e.Cause != "" && a.stuck == "" {
			a.stuck = e.ID + ": " + e.Cause
		}
	}
	return a
}

// details says in plain words what the case waits for, since when, what comes next and how to free it.
func (d *Desk) details(ctx workflow.Context) string {
	var b strings.Builder
	fmt.Fprintf(&b, "### %s：%s", d.of.CaseNo, stageTitle(d.state.Stage))
	if round := d.Round(d.state.Stage); round > 1 {
		fmt.Fprintf(&b, "（第%d轮）", round)
	}
	b.WriteString("\n\n")
	for _, id := range sortedKeys(d.state.Open) {
		t := d.state.Open[id]
		fmt.Fprintf(&b, "- 等待：%s（%s），任务 `%s`", d.nameOf(t.Body), roleTitle(t), id)
		if due, ok := d.state.Due[id]; ok {
			fmt.Fprintf(&b, "，%s截止", civil.Of(due))
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "- 自：%s 起\n", d.state.Since.In(civil.Zone()).Format("2006-01-02 15:04"))
	if next := d.of.Next(d.state.Stage); next != "" && !d.state.Ended {
		fmt.Fprintf(&b, "- 下一环节：%s\n", stageTitle(next))
	}
	if d.stuck != "" {
		fmt.Fprintf(&b, "\n**卡住**：办理记录写不进数据库（%s）。先恢复数据库，再发送 Update `retry`（无须参数）。\n", d.stuck)
	}
	for _, e := range d.state.Effects {
		if e.Cause != "" {
			fmt.Fprintf(&b, "\n**卡住**：`%s` 做不出来（%s），自 %s 起。先排除原因，再发送 Update `retry`（无须参数）；确实不再需要的，经系统的运维接口办理 skip 并写明理由。\n",
				e.ID, e.Cause, e.Since.In(civil.Zone()).Format("2006-01-02 15:04"))
		}
	}
	if !d.stuckAtAll() {
		b.WriteString("- 办理正常，无须处理；办理人长期不办的，经系统的运维接口改派（reassign）并写明理由。\n")
	}
	return b.String()
}

func (d *Desk) stuckAtAll() bool { return d.attributes().stuck != "" }

// nameOf is what a body or enterprise is called; one without a name shows its ID.
func (d *Desk) nameOf(id string) string {
	if name := d.of.Names[id]; name != "" {
		return name
	}
	return id
}

func stageTitle(stage string) string {
	return procedure.StageName(stage).ZH
}

func roleTitle(t contract.Task) string {
	return casework.Role(t.Role).Name().ZH
}
