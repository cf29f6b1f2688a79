package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"go.temporal.io/api/enums/v1"
	"go.temporal.io/sdk/client"

	"jiangxin/contract"
	"jiangxin/domain/certification"
	"jiangxin/domain/fault"
	"jiangxin/evidence"
	"jiangxin/store"
	"jiangxin/workbook"
)

// summaryPlace is where a page of summaries begins.
type summaryPlace struct{ Key string }

// ListSummaries lists monthly summaries, of the own enterprise or of the city in a month.
func (s *Server) ListSummaries(ctx context.Context, in ListSummariesRequestObject) (ListSummariesResponseObject, error) {
	caller, limit := CallerOf(ctx), limitOf(in.Params.Limit)
	at, err := placeIn[summaryPlace](in.Params.Cursor)
	if err != nil {
		return nil, err
	}
	var rows []store.SummaryLine
	key := func(l store.SummaryLine) any { return summaryPlace{l.FilingNo} }
	switch {
	case caller.Enterprise != uuid.Nil:
		filed, found, err := s.store.FilingOfEnterprise(ctx, caller.Enterprise)
		if err != nil || !found {
			return ListSummaries200JSONResponse{Items: []Summary{}}, err
		}
		key = func(l store.SummaryLine) any { return summaryPlace{l.Month} }
		if rows, err = s.store.SummariesOf(ctx, filed.FilingNo, at.Key, limit+1); err != nil {
			return nil, err
		}
	case in.Params.Month == "":
		return nil, fault.Wrong("/month", "required", "请选择月份", "Choose a month")
	default:
		if rows, err = s.store.SummariesIn(ctx, caller.viewer().Region, in.Params.Month, at.Key, limit+1); err != nil {
			return nil, err
		}
	}
	rows, next := cut(rows, limit, key)
	list := SummaryList{Items: []Summary{}, Next: next}
	for _, l := range rows {
		list.Items = append(list.Items, showSummary(ctx, l))
	}
	return ListSummaries200JSONResponse(list), nil
}

func showSummary(ctx context.Context, l store.SummaryLine) Summary {
	return Summary{
		FilingNo: l.FilingNo, Month: l.Month, CaseNo: l.CaseNo, EnterpriseName: l.EnterpriseName, Region: l.Region, Stage: l.Stage,
		StageName: stageName(ctx, l.Stage), Rows: l.Holds, Reported: l.ReportedAt != nil, Accepted: l.AcceptedAt != nil, ReportedAt: at(l.ReportedAt), RollUp: l.RollUp,
	}
}

// DownloadSummary writes a monthly summary (附件7). The reading is recorded.
func (s *Server) DownloadSummary(ctx context.Context, in DownloadSummaryRequestObject) (DownloadSummaryResponseObject, error) {
	m, err := s.store.Summary(ctx, in.FilingNo, in.Month)
	if err != nil {
		return nil, err
	}
	of, err := s.mayView(ctx, m.CaseNo)
	if err != nil {
		return nil, err
	}
	if err := s.recordReading(ctx, "monthly_summaries/"+m.CaseNo, "下载月度汇总表"); err != nil {
		return nil, err
	}
	entries, err := s.store.SummaryEntries(ctx, m)
	if err != nil {
		return nil, err
	}
	out, err := s.summaryBook(entries, "企业职业技能等级认定结果汇总表", fmt.Sprintf("%s（%s） %s", of.EnterpriseName, m.FilingNo, monthWords(m.Month)))
	if err != nil {
		return nil, err
	}
	return DownloadSummary200ApplicationvndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
		Body: out, ContentLength: int64(out.Len()),
		Headers: DownloadSummary200ResponseHeaders{ContentDisposition: evidence.Disposition("认定结果汇总表 " + m.CaseNo + ".xlsx")},
	}, nil
}

func monthWords(month string) string { return month[:4] + "年" + month[4:] + "月" }

// summaryBook writes entries in the columns of 附件7: the same entries make the same bytes.
func (s *Server) summaryBook(entries []store.SummaryEntry, titles ...string) (*bytes.Buffer, error) {
	export := workbook.Export{Sheet: "汇总表", Titles: titles}
	for _, column := range certification.SummaryColumns {
		export.Columns = append(export.Columns, workbook.ExportColumn{Heading: column.ZH})
	}
	var out bytes.Buffer
	err := export.WriteXLSX(&out, func(yield func([]workbook.Value, error) bool) {
		for i, e := range entries {
			h, err := s.holdingOf(e)
			if !yield(textRow(h.SummaryRow(i+1)), err) || err != nil {
				return
			}
		}
	})
	return &out, err
}

func (s *Server) holdingOf(e store.SummaryEntry) (certification.Holding, error) {
	h := certification.Holding{OccupationName: e.OccupationName, Number: certification.Number(e.Number), Body: e.EnterpriseName}
	if err := json.Unmarshal([]byte(e.Content), &h.Row); err != nil {
		return h, fmt.Errorf("read a row: %w", err)
	}
	if e.IssuedOn != nil {
		h.IssuedOn = *e.IssuedOn
	}
	h.WorkType, h.Level = e.WorkType, e.Level
	var err error
	h.IDNumber, err = store.OpenResultNumber(s.keys, e.BatchNo, e.IDSealed)
	return h, err
}

// ListRollUps shows what was handed to the exam centre for a month, and what an authority may hand over now.
func (s *Server) ListRollUps(ctx context.Context, in ListRollUpsRequestObject) (ListRollUpsResponseObject, error) {
	city := CallerOf(ctx).viewer().Region
	rows, err := s.store.RollUps(ctx, city, in.Params.Month)
	if err != nil {
		return nil, err
	}
	list := RollUpList{Items: []RollUp{}}
	for _, r := range rows {
		list.Items = append(list.Items, showRollUp(r))
	}
	if city != "" {
		state, err := s.store.RollUpState(ctx, city, in.Params.Month)
		if err != nil {
			return nil, err
		}
		list.Waiting, list.Rows, list.Missing = state.Waiting, state.Rows, state.Missing
	}
	return ListRollUps200JSONResponse(list), nil
}

func showRollUp(r store.RollUp) RollUp {
	return RollUp{Region: r.Region, Month: r.Month, Edition: r.Edition, Rows: r.Rows, Summaries: r.Summaries, Missing: r.Missing}
}

// MakeRollUp hands the accepted summaries of a month to the exam centre.
func (s *Server) MakeRollUp(ctx context.Context, in MakeRollUpRequestObject) (MakeRollUpResponseObject, error) {
	caller := CallerOf(ctx)
	made, err := s.store.RollUp(ctx, store.RollUpRequest{
		Region: caller.Body.Region, Month: in.Body.Month, Body: caller.Body.ID, By: caller.ID, Missing: in.Body.Missing, At: s.now(),
	})
	return MakeRollUp200JSONResponse(showRollUp(made)), err
}

// DownloadRollUp writes an edition. The reading is recorded.
func (s *Server) DownloadRollUp(ctx context.Context, in DownloadRollUpRequestObject) (DownloadRollUpResponseObject, error) {
	if city := CallerOf(ctx).viewer().Region; city != "" && city != in.Region {
		return nil, hidden()
	}
	name := fmt.Sprintf("%s-%s-%d", in.Region, in.Month, in.Edition)
	if err := s.recordReading(ctx, "roll_ups/"+name, "下载市级汇总表"); err != nil {
		return nil, err
	}
	entries, err := s.store.RollUpEntries(ctx, in.Region, in.Month, in.Edition)
	if err != nil {
		return nil, err
	}
	out, err := s.summaryBook(entries, "职业技能等级认定结果汇总表", fmt.Sprintf("%s 第%d次上报", monthWords(in.Month), in.Edition))
	if err != nil {
		return nil, err
	}
	return DownloadRollUp200ApplicationvndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
		Body: out, ContentLength: int64(out.Len()),
		Headers: DownloadRollUp200ResponseHeaders{ContentDisposition: evidence.Disposition("市级汇总表 " + name + ".xlsx")},
	}, nil
}

// OpenMonth drafts the summaries of a month now. Those that are there already stay as they are.
func (s *Server) OpenMonth(ctx context.Context, in OpenMonthRequestObject) (OpenMonthResponseObject, error) {
	if in.Body.Month > certification.Month(s.today()) {
		return nil, fault.Wrong("/month", "future", "不能生成以后月份的汇总", "A month to come has no summary yet")
	}
	_, err := s.temporal.ExecuteWorkflow(ctx, client.StartWorkflowOptions{
		ID: contract.MonthEndID(in.Body.Month), TaskQueue: contract.TaskQueue,
		WorkflowIDReusePolicy:    enums.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE,
		WorkflowIDConflictPolicy: enums.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING,
	}, contract.MonthEndWorkflow, contract.Month{Month: in.Body.Month})
	if err != nil {
		return nil, fault.New(fault.Unavailable, "流程引擎暂时没有回应，请稍后重试", "The workflow engine does not answer; try again shortly").Because(err)
	}
	return OpenMonth202Response{}, nil
}
