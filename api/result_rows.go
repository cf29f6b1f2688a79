package api

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"

	"jiangxin/domain/certification"
	"jiangxin/domain/fault"
	"jiangxin/store"
	"jiangxin/workbook"
)

// rowPlace is where a page of rows begins.
type rowPlace struct{ No int }

// ListResults shows rows of a batch, ID numbers masked.
func (s *Server) ListResults(ctx context.Context, in ListResultsRequestObject) (ListResultsResponseObject, error) {
	b, err := s.visibleBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	after, err := placeIn[rowPlace](in.Params.Cursor)
	if err != nil {
		return nil, err
	}
	limit := limitOf(in.Params.Limit)
	rows, err := s.store.ResultPage(ctx, b.BatchNo, in.Params.Which, after.No, limit+1)
	if err != nil {
		return nil, err
	}
	attention, err := s.store.CountAttention(ctx, b.BatchNo)
	if err != nil {
		return nil, err
	}
	rows, next := cut(rows, limit, func(r store.ResultRow) any { return rowPlace{r.No} })
	list := ResultList{Items: []Result{}, Next: next, Total: b.Rows, Attention: attention}
	for _, r := range rows {
		shown, err := showResult(ctx, r)
		if err != nil {
			return nil, err
		}
		list.Items = append(list.Items, shown)
	}
	return ListResults200JSONResponse(list), nil
}

func showResult(ctx context.Context, r store.ResultRow) (Result, error) {
	row, err := storedRow(r.Content)
	if err != nil {
		return Result{}, err
	}
	shown := Result{
		No: r.No, Flags: r.Flags, Sampled: r.Sampled, Verdict: ResultVerdict(r.Verdict), Clause: r.Clause, Reason: r.Reason, Version: r.Version,
		Findings: []ResultFinding{}, Changes: []ResultChange{},
	}
	if err := json.Unmarshal([]byte(r.Content), &shown.Content); err != nil {
		return shown, fmt.Errorf("read a row: %w", err)
	}
	shown.Content.IdNumber = r.IDMasked
	var found []certification.Finding
	if err := json.Unmarshal([]byte(r.Findings), &found); err != nil {
		return shown, fmt.Errorf("read findings: %w", err)
	}
	for _, f := range found {
		shown.Findings = append(shown.Findings, findingOf(ctx, f))
	}
	if r.Former != "" {
		former, err := storedRow(r.Former)
		if err != nil {
			return shown, err
		}
		for _, change := range certification.Diff(former, row) {
			shown.Changes = append(shown.Changes, ResultChange{
				Field: string(change.Field), Name: sayName(ctx, change.Field.Name()), Before: change.Before, After: change.After,
			})
		}
	}
	if r.FormerPhotos != nil {
		shown.Changes = append(shown.Changes, ResultChange{
			Field: string(certification.FieldPhoto), Name: sayName(ctx, certification.FieldPhoto.Name()),
			Before: say(ctx, fault.Text{ZH: "原压缩包中的照片", EN: "the photo of the zip before"}), After: say(ctx, fault.Text{ZH: "新压缩包中的照片", EN: "the photo of the new zip"}),
		})
	}
	return shown, nil
}

func storedRow(content string) (certification.Row, error) {
	var row certification.Row
	if err := json.Unmarshal([]byte(content), &row); err != nil {
		return row, fmt.Errorf("read a row: %w", err)
	}
	return row, nil
}

// EditResult mends one row, of a draft or a returned one. A masked number that comes back stays as it is.
func (s *Server) EditResult(ctx context.Context, in EditResultRequestObject) (EditResultResponseObject, error) {
	b, err := s.ownBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	known, err := s.store.Result(ctx, b.BatchNo, in.No)
	if err != nil {
		return nil, err
	}
	template, err := s.templateOf(ctx, b.Template)
	if err != nil {
		return nil, err
	}
	row, read, err := typedRow(template, in.Body.Content, in.No)
	if err != nil {
		return nil, err
	}
	if in.Body.Content.IdNumber == known.IDMasked {
		if row.IDNumber, err = store.OpenResultNumber(s.keys, b.BatchNo, known.IDSealed); err != nil {
			return nil, err
		}
		read = withoutField(read, certification.FieldIDNumber)
	}
	found, err := s.checkAmong(ctx, b, row, read)
	if err != nil {
		return nil, err
	}
	kept, err := s.keptRow(b.BatchNo, row, found)
	if err != nil {
		return nil, err
	}
	if kept.Findings == "" {
		kept.Findings = "[]"
	}
	kept.Version = in.Body.Version
	saved, err := s.store.EditResult(ctx, kept, s.now())
	if err != nil {
		return nil, err
	}
	shown, err := showResult(ctx, saved)
	return EditResult200JSONResponse(shown), err
}

// typedRow reads a row that was typed as one that was read from a workbook, so that both are judged alike.
func typedRow(template certification.Template, content ResultContent, no int) (certification.Row, []certification.Finding, error) {
	raw, err := json.Marshal(content)
	if err != nil {
		return certification.Row{}, nil, fmt.Errorf("read a row: %w", err)
	}
	var texts map[string]string
	if err := json.Unmarshal(raw, &texts); err != nil {
		return certification.Row{}, nil, fmt.Errorf("read a row: %w", err)
	}
	cells := make(map[certification.Field]certification.Cell, len(texts))
	for field, text := range texts {
		cells[certification.Field(field)] = certification.Cell{Text: text}
	}
	row, found := certification.ReadRow(template, cells, no)
	return row, found, nil
}

func withoutField(found []certification.Finding, field certification.Field) []certification.Finding {
	kept := found[:0]
	for _, f := range found {
		if f.Field != field {
			kept = append(kept, f)
		}
	}
	return kept
}

// checkAmong checks one row beside the others of its batch, and gives what was found on it.
func (s *Server) checkAmong(ctx context.Context, b store.Batch, row certification.Row, read []certification.Finding) ([]certification.Finding, error) {
	rows, facts, err := s.storedRows(ctx, b)
	if err != nil {
		return nil, err
	}
	for i := range rows {
		if rows[i].No == row.No {
			rows[i] = row
		}
	}
	if err := s.askOthers(ctx, b, []certification.Row{row}, &facts); err != nil {
		return nil, err
	}
	facts.Read = read
	var found []certification.Finding
	for _, f := range certification.Check(rows, facts) {
		if f.Line == row.No {
			found = append(found, f)
		}
	}
	return found, nil
}

// rejudge checks all stored rows anew, because plan, filing or what stands elsewhere may have changed since they were
// stored, and gives the batch with its new counts and version.
func (s *Server) rejudge(ctx context.Context, b store.Batch) (store.Batch, error) {
	rows, facts, err := s.storedRows(ctx, b)
	if err != nil {
		return b, err
	}
	if err := s.askOthers(ctx, b, rows, &facts); err != nil {
		return b, err
	}
	of := map[int][]certification.Finding{}
	for _, f := range certification.Check(rows, facts) {
		if f.Line == 0 && f.Level == certification.Wrong { // of the list as a whole, which no row can carry
			return b, fault.New(fault.NotReady, f.Text.ZH+"，请先处理："+f.Remedy.ZH, f.Text.EN+"; first: "+f.Remedy.EN)
		}
		of[f.Line] = append(of[f.Line], f)
	}
	judged := make([]store.Judgement, 0, len(rows))
	for _, row := range rows {
		kept, err := s.keptRow(b.BatchNo, row, of[row.No])
		if err != nil {
			return b, err
		}
		judged = append(judged, store.Judgement{No: row.No, Findings: cmp.Or(kept.Findings, "[]"), Flags: kept.Flags, Wrong: kept.Wrong})
	}
	return s.store.Judge(ctx, b.BatchNo, b.Version, judged, s.now())
}

// storedRows reads all rows of a batch as they would be read from a workbook, ID numbers in full, with what they are
// checked against but for what stands elsewhere. Nobody is shown the numbers.
func (s *Server) storedRows(ctx context.Context, b store.Batch) ([]certification.Row, certification.Context, error) {
	facts, settings, err := s.checkContext(ctx, b)
	if err != nil {
		return nil, facts, err
	}
	stored, err := s.store.Results(ctx, b.BatchNo)
	if err != nil {
		return nil, facts, err
	}
	rows := make([]certification.Row, 0, len(stored))
	for _, r := range stored {
		row, err := storedRow(r.Content)
		if err != nil {
			return nil, facts, err
		}
		if row.IDNumber, err = store.OpenResultNumber(s.keys, b.BatchNo, r.IDSealed); err != nil {
			return nil, facts, err
		}
		row.No = r.No
		rows = append(rows, row)
	}
	if b.Photos == nil {
		return rows, facts, nil
	}
	zip, size, err := s.photoZip(ctx, b)
	if err != nil {
		return nil, facts, err
	}
	photos, err := s.zips.examine(*b.Photos, zip, size, photoLimits(settings))
	facts.Photos = photos.problems
	return rows, facts, err
}

// photoZip opens the stored zip of a batch that has one.
func (s *Server) photoZip(ctx context.Context, b store.Batch) (io.ReaderAt, int64, error) {
	d, err := s.store.Document(ctx, *b.Photos)
	if err != nil {
		return nil, 0, err
	}
	return s.openAt(ctx, d)
}

// photosOf opens the photos of a batch; nil where there are none.
func (s *Server) photosOf(ctx context.Context, b store.Batch, settings certification.Settings) (*workbook.Photos, error) {
	if b.Photos == nil {
		return nil, nil
	}
	file, size, err := s.photoZip(ctx, b)
	if err != nil {
		return nil, err
	}
	return workbook.OpenPhotos(file, size, photoLimits(settings))
}

// RevealResult reads one ID number in full. The reading is recorded first.
func (s *Server) RevealResult(ctx context.Context, in RevealResultRequestObject) (RevealResultResponseObject, error) {
	b, err := s.visibleBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	row, err := s.store.Result(ctx, b.BatchNo, in.No)
	if err != nil {
		return nil, err
	}
	if err := s.recordReading(ctx, fmt.Sprintf("result_rows/%s/%d/id_number", b.BatchNo, in.No), in.Body.Reason); err != nil {
		return nil, err
	}
	number, err := store.OpenResultNumber(s.keys, b.BatchNo, row.IDSealed)
	return RevealResult200JSONResponse{IdNumber: number}, err
}

// GetResultPhoto shows the photo of a candidate.
func (s *Server) GetResultPhoto(ctx context.Context, in GetResultPhotoRequestObject) (GetResultPhotoResponseObject, error) {
	b, err := s.visibleBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	row, err := s.store.Result(ctx, b.BatchNo, in.No)
	if err != nil {
		return nil, err
	}
	settings, err := s.settings(ctx, "")
	if err != nil {
		return nil, err
	}
	photos, err := s.photosOf(ctx, b, settings)
	if err != nil {
		return nil, err
	}
	content, err := storedRow(row.Content)
	if err != nil {
		return nil, err
	}
	if photos == nil {
		return nil, fault.New(fault.NotFound, "该批次没有照片", "The batch has no photos")
	}
	photo, body, err := photos.Read(content.Photo)
	if err != nil {
		return nil, err
	}
	return picture{kind: photo.Type, body: body}, nil
}

// picture is an answer that holds a candidate's photo; it is kept by no cache.
type picture struct {
	kind string
	body []byte
}

// VisitGetResultPhotoResponse writes the picture.
func (p picture) VisitGetResultPhotoResponse(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", p.kind)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Security-Policy", "default-src 'none'; sandbox")
	_, err := w.Write(p.body)
	return err
}
