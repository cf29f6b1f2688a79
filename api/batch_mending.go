package api

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"jiangxin/domain/certification"
	"jiangxin/domain/fault"
	"jiangxin/store"
	"jiangxin/workbook"
)

// withinReturn refuses a change of a returned batch's plan beyond its evidence and note: the authority has judged the rest.
func withinReturn(b store.Batch, given BatchPlan) error {
	if b.State != store.BatchCorrection {
		return nil
	}
	is, err := planOf(given)
	if err != nil {
		return err
	}
	var was certification.Plan
	if err := json.Unmarshal([]byte(b.Plan), &was); err != nil {
		return fmt.Errorf("read the plan: %w", err)
	}
	was.Evidence, was.Note, is.Evidence, is.Note = nil, "", nil, ""
	if !reflect.DeepEqual(was, is) {
		return fault.Wrong("/plan", "beyond", "退回修改时只能更换佐证材料和备注，计划的其他内容请改回", "Of a returned batch only evidence and note change; put the rest of the plan back")
	}
	return nil
}

// ReplacePhotos puts another zip in the place of a returned batch's photos. What the authority has settled stays: only
// photos of returned rows may be others.
func (s *Server) ReplacePhotos(ctx context.Context, in ReplacePhotosRequestObject) (ReplacePhotosResponseObject, error) {
	b, err := s.ownBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	changed, err := s.changedPhotos(ctx, b, in.Body.Photos)
	if err != nil {
		return nil, err
	}
	if b, err = s.store.ReplacePhotos(ctx, store.NewPhotos{BatchNo: b.BatchNo, Version: in.Body.Version, Photos: in.Body.Photos, Rows: changed, At: s.now()}); err != nil {
		return nil, err
	}
	if b, err = s.rejudge(ctx, b); err != nil {
		return nil, err
	}
	shown, err := s.shownBatch(ctx, b)
	return ReplacePhotos200JSONResponse(shown), err
}

// changedPhotos lists the rows whose photo is another one in a new zip, and refuses a zip that changes others than
// those that were returned.
func (s *Server) changedPhotos(ctx context.Context, b store.Batch, id uuid.UUID) ([]int, error) {
	settings, err := s.settings(ctx, "")
	if err != nil {
		return nil, err
	}
	file, size, _, err := s.resultFile(ctx, b, id, "resultPhotos", "/photos")
	if err != nil {
		return nil, err
	}
	fresh, err := workbook.OpenPhotos(file, size, photoLimits(settings))
	if err != nil {
		return nil, inFile("/photos", err)
	}
	before, err := s.photosOf(ctx, b, settings)
	if err != nil || before == nil {
		return nil, err
	}
	rows, err := s.store.Results(ctx, b.BatchNo)
	if err != nil {
		return nil, err
	}
	var changed []int
	var beyond []string
	for _, r := range rows {
		row, err := storedRow(r.Content)
		if err != nil {
			return nil, err
		}
		same, err := fresh.Same(before, row.Photo)
		switch {
		case err != nil:
			return nil, inFile("/photos", err)
		case same:
		case r.Verdict != store.RowReturned:
			beyond = append(beyond, strconv.Itoa(r.No))
		default:
			changed = append(changed, r.No)
		}
	}
	switch {
	case len(beyond) > 0:
		lines := strings.Join(beyond[:min(len(beyond), 5)], "、")
		return nil, fault.Wrong("/photos", "beyond", "新压缩包改动或缺少了没有被退回的人员的照片（第 "+lines+" 行等），请保持原样后重新压缩", "The zip changes or lacks photos of rows that were not returned; keep those as they were")
	case len(changed) == 0:
		return nil, fault.Wrong("/photos", "unchanged", "新压缩包中被退回人员的照片没有变化，请核对", "No photo of a returned row is another one; check the zip")
	}
	return changed, nil
}
