package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"jiangxin/domain/fault"
)

// NewPhotos is another zip of photos for a returned batch.
type NewPhotos struct {
	BatchNo string
	Version int // of the batch, that the clerk saw
	Photos  uuid.UUID
	Rows    []int // the rows whose photo is another one in it
	At      time.Time
}

// ReplacePhotos puts another zip in the place of the photos of a returned batch. The rows whose photo changes are to be
// returned ones; they count as mended, and the zip that was handed in stays beside them. Any other row is fault.Closed.
func (s *Store) ReplacePhotos(ctx context.Context, in NewPhotos) (Batch, error) {
	var b Batch
	err := s.In(ctx, func(tx *gorm.DB) error {
		now, err := lockMendable(tx, in.BatchNo, in.Version)
		if err != nil {
			return err
		}
		if now.State != BatchCorrection {
			return fault.New(fault.NotReady, "草稿的照片请随结果表一起上传、预检和确认", "The photos of a draft go in with its workbook")
		}
		done := tx.Exec(`UPDATE result_rows SET former = CASE WHEN round > 0 THEN content ELSE former END, round = 0,
				former_photos = COALESCE(former_photos, CAST(@photos AS uuid)), version = version + 1
			WHERE batch_no = @batch AND no = ANY(CAST(@rows AS int[])) AND verdict = @returned`,
			map[string]any{"photos": now.Photos, "batch": in.BatchNo, "rows": ints(in.Rows), "returned": RowReturned})
		switch {
		case done.Error != nil:
			return done.Error
		case done.RowsAffected != int64(len(in.Rows)):
			return fault.New(fault.Closed, "新压缩包改动了没有被退回的人员的照片，不能替换", "The zip changes photos of rows that were not returned")
		}
		return tx.Raw(`UPDATE batches SET photos = ?, source = '', updated_at = ?, version = version + 1 WHERE batch_no = ? RETURNING *`,
			in.Photos, in.At, in.BatchNo).Scan(&b).Error
	})
	return b, err
}
