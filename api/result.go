package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"jiangxin/domain/certification"
	"jiangxin/domain/fault"
	"jiangxin/evidence"
	"jiangxin/store"
	"jiangxin/workbook"
)

// shownRows is how many rows with something to say a check shows; the marked workbook has them all (setting).
const shownRows = 500

// GetResultWorkbook hands out the workbook to fill in.
func (s *Server) GetResultWorkbook(ctx context.Context, in GetResultWorkbookRequestObject) (GetResultWorkbookResponseObject, error) {
	b, err := s.ownBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	template, err := s.templateOf(ctx, b.Template)
	if err != nil {
		return nil, err
	}
	settings, err := s.settings(ctx, "")
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	if err := resultTemplate(template, settings.RowsMax).Write(&file, nil); err != nil {
		return nil, fmt.Errorf("write the workbook: %w", err)
	}
	return GetResultWorkbook200ApplicationvndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
		Body: &file, ContentLength: int64(file.Len()),
		Headers: GetResultWorkbook200ResponseHeaders{ContentDisposition: evidence.Disposition("认定结果 " + b.BatchNo + ".xlsx")},
	}, nil
}

// CheckResults reads uploaded files and says what is wrong with each row. Nothing is stored.
func (s *Server) CheckResults(ctx context.Context, in CheckResultsRequestObject) (CheckResultsResponseObject, error) {
	b, err := s.ownBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	r, err := s.readResults(ctx, b, *in.Body)
	if err != nil {
		return nil, err
	}
	return CheckResults200JSONResponse(showCheck(ctx, r)), nil
}

func showCheck(ctx context.Context, r reading) ResultCheck {
	of := map[int][]certification.Finding{}
	for _, f := range r.findings {
		of[f.Line] = append(of[f.Line], f)
	}
	shown := ResultCheck{Rows: len(r.rows), Photos: r.photos, Shown: []ResultCheckRow{}, MayConfirm: len(r.rows) > 0 && !certification.AnyWrong(r.findings)}
	add := func(line int, name, masked string) {
		found := of[line]
		var level string
		switch {
		case certification.AnyWrong(found):
			level = "wrong"
			shown.Wrong++
		case len(found) > 0:
			level = "warn"
			shown.Warned++
		default:
			shown.Good++
			return
		}
		if len(shown.Shown) < shownRows {
			row := ResultCheckRow{Line: line, Name: name, IdMasked: masked, Level: ResultCheckRowLevel(level), Findings: []ResultFinding{}}
			for _, f := range found {
				row.Findings = append(row.Findings, showFinding(ctx, r, f))
			}
			shown.Shown = append(shown.Shown, row)
		}
	}
	if len(of[0]) > 0 {
		add(0, "", "")
		shown.Wrong, shown.Warned = 0, 0 // the workbook as a whole is no row
	}
	for _, row := range r.rows {
		add(row.No, row.Name, row.Shown(certification.FieldIDNumber))
	}
	return shown
}

func showFinding(ctx context.Context, r reading, f certification.Finding) ResultFinding {
	shown := findingOf(ctx, f)
	if name := f.Field.Name(); shown.Name == name.ZH {
		shown.Name = r.template.Heading(f.Field)
	}
	if r.list != nil {
		shown.Column = r.list.Letter(string(f.Field))
	}
	return shown
}

func findingOf(ctx context.Context, f certification.Finding) ResultFinding {
	return ResultFinding{
		Field: string(f.Field), Name: sayName(ctx, f.Field.Name()), Code: f.Code, Level: ResultFindingLevel(f.Level), Value: f.Value,
		Message: say(ctx, f.Text), Remedy: say(ctx, f.Remedy),
	}
}

// MarkResults hands the uploaded workbook back with its findings marked.
func (s *Server) MarkResults(ctx context.Context, in MarkResultsRequestObject) (MarkResultsResponseObject, error) {
	b, err := s.ownBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	r, err := s.readResults(ctx, b, *in.Body)
	if err != nil {
		return nil, err
	}
	marks := make([]workbook.Mark, 0, len(r.findings))
	for _, f := range r.findings {
		marks = append(marks, workbook.Mark{
			Line: f.Line, Field: string(f.Field), Warning: f.Level == certification.Warn, Reason: say(ctx, f.Text), Remedy: say(ctx, f.Remedy),
		})
	}
	if err := s.recordReading(ctx, "batches/"+b.BatchNo+"/workbook", "下载标注问题的结果表"); err != nil {
		return nil, err
	}
	var file bytes.Buffer
	if err := resultTemplate(r.template, len(r.rows)).WriteMarked(&file, r.list, marks); err != nil {
		return nil, fmt.Errorf("write the marked workbook: %w", err)
	}
	return MarkResults200ApplicationvndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
		Body: &file, ContentLength: int64(file.Len()),
		Headers: MarkResults200ResponseHeaders{ContentDisposition: evidence.Disposition("认定结果（已标注问题） " + b.BatchNo + ".xlsx")},
	}, nil
}

// ConfirmResults stores the rows of files that were looked at; confirming them twice stores them once.
func (s *Server) ConfirmResults(ctx context.Context, in ConfirmResultsRequestObject) (ConfirmResultsResponseObject, error) {
	b, err := s.ownBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	files := ResultFiles{Workbook: in.Body.Workbook, Photos: in.Body.Photos}
	r, err := s.readResults(ctx, b, files)
	if err != nil {
		return nil, err
	}
	if certification.AnyWrong(r.findings) || len(r.rows) == 0 {
		return nil, notRight(r)
	}
	stored := store.Results{BatchNo: b.BatchNo, Version: in.Body.Version, Source: r.sourceOf(), Workbook: &in.Body.Workbook, At: s.now()}
	if in.Body.Photos != uuid.Nil {
		stored.Photos = &in.Body.Photos
	}
	of := map[int][]certification.Finding{}
	for _, f := range r.findings {
		of[f.Line] = append(of[f.Line], f)
	}
	for i, row := range r.rows {
		found := of[row.No]
		row.No = i + 1
		kept, err := s.keptRow(b.BatchNo, row, found)
		if err != nil {
			return nil, err
		}
		stored.Rows = append(stored.Rows, kept)
	}
	if b, _, err = s.store.ReplaceResults(ctx, stored); err != nil {
		return nil, err
	}
	shown, err := s.shownBatch(ctx, b)
	return ConfirmResults200JSONResponse(shown), err
}

// wrongShown is how many wrong cells a refusal names; the check has the others (setting).
const wrongShown = 100

// notRight refuses files with something wrong in them, cell by cell: /workbook/3/theory is the theory score of line 3.
func notRight(r reading) error {
	lines := map[int]bool{}
	refusal := fault.New(fault.NotReady, "", "")
	for _, f := range r.findings {
		if f.Level != certification.Wrong {
			continue
		}
		at := fmt.Sprintf("/workbook/%d/%s", f.Line, f.Field)
		if f.Line == 0 { // of the files as a whole
			at = "/workbook"
			if f.Field == certification.FieldPhoto {
				at = "/photos"
			}
			refusal.Text = fault.Text{ZH: f.Text.ZH + "，请" + f.Remedy.ZH, EN: f.Text.EN + "; " + f.Remedy.EN}
		} else {
			lines[f.Line] = true
		}
		if len(refusal.Fields) < wrongShown {
			refusal.At(at, f.Code, f.Text.ZH+"："+f.Remedy.ZH, f.Text.EN+"; "+f.Remedy.EN)
		}
	}
	if n := len(lines); n > 0 {
		refusal.Text = fault.Text{ZH: fmt.Sprintf("还有 %d 行有误，请按标注修改后重新上传", n), EN: fmt.Sprintf("%d rows are wrong; mend them as marked and upload again", n)}
	}
	return refusal
}

// keptRow is a row as it is stored: its ID number sealed, digested and masked, and in none of the texts.
func (s *Server) keptRow(batchNo string, row certification.Row, found []certification.Finding) (store.ResultRow, error) {
	kept := store.ResultRow{
		BatchNo: batchNo, No: row.No, Name: row.Name, IDMasked: row.Shown(certification.FieldIDNumber),
		IDSealed: store.SealResultNumber(s.keys, batchNo, row.IDNumber), IDDigest: []byte(s.digester.Digest(store.ResultIDNumber, row.IDKey())),
	}
	for i := range found {
		found[i].Line = row.No
		kept.Flags++
		if found[i].Level == certification.Wrong {
			kept.Wrong++
		}
	}
	content, err := json.Marshal(row)
	if err != nil {
		return kept, fmt.Errorf("write a row: %w", err)
	}
	kept.Content = string(content)
	if len(found) > 0 {
		findings, err := json.Marshal(found)
		if err != nil {
			return kept, fmt.Errorf("write findings: %w", err)
		}
		kept.Findings = string(findings)
	}
	return kept, nil
}
