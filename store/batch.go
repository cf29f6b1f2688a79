package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
)

// AddBatch keeps a new draft under the next number of its filing and month, which it gives back with it: gapless,
// because number and draft come about in one transaction.
func (s *Store) AddBatch(ctx context.Context, b Batch) (Batch, error) {
	err := s.In(ctx, func(tx *gorm.DB) error {
		of, day := filing.FilingNumber(b.FilingNo), civil.Of(b.CreatedAt)
		serial, err := nextNumber(tx, certification.BatchScope(of, day))
		if err != nil {
			return err
		}
		number, err := certification.BatchNumber(of, day, int(serial))
		if err != nil {
			return err
		}
		b.BatchNo, b.State, b.UpdatedAt, b.Version = string(number), BatchDraft, b.CreatedAt, 1
		return tx.Create(&b).Error
	})
	return b, err
}

// Batch reads one batch.
func (s *Store) Batch(ctx context.Context, batchNo string) (Batch, error) {
	var b Batch
	err := s.DB.WithContext(ctx).Take(&b, "batch_no = ?", batchNo).Error
	return b, fail(err, "read the batch")
}

// SavePlan writes the plan of a draft, or of a batch that its enterprise is asked to mend, over the version that was
// edited, and gives the new one. A batch that changed meanwhile is fault.Stale, one that is handed in fault.Closed. The rows stay; their findings have to be made anew
// (Judge), and the same workbook is stored again when it is confirmed again.
func (s *Store) SavePlan(ctx context.Context, b Batch, at time.Time) (Batch, error) {
	var saved Batch
	err := s.In(ctx, func(tx *gorm.DB) error {
		if _, err := lockMendable(tx, b.BatchNo, b.Version); err != nil {
			return err
		}
		return tx.Raw(`UPDATE batches SET occupation = ?, occupation_name = ?, work_type = ?, level = ?, way = ?, exam_from = ?, exam_to = ?,
				place = ?, plan = ?, source = '', updated_at = ?, version = version + 1 WHERE batch_no = ? RETURNING *`,
			b.Occupation, b.OccupationName, b.WorkType, b.Level, b.Way, b.ExamFrom, b.ExamTo, b.Place, b.Plan, at, b.BatchNo).Scan(&saved).Error
	})
	return saved, err
}

// DiscardBatch removes a draft, which was never handed in and of which nothing was recorded, with its rows. Its files
// stay the enterprise's, and its number is not given again: the counter goes on.
func (s *Store) DiscardBatch(ctx context.Context, batchNo string, version int) error {
	return s.In(ctx, func(tx *gorm.DB) error {
		if _, err := lockDraft(tx, batchNo, version); err != nil {
			return err
		}
		if err := tx.Exec(`DELETE FROM result_rows WHERE batch_no = ?`, batchNo).Error; err != nil {
			return err
		}
		return tx.Exec(`DELETE FROM batches WHERE batch_no = ?`, batchNo).Error
	})
}

// lockBatch takes the batch for this transaction.
func lockBatch(tx *gorm.DB, batchNo string) (Batch, error) {
	var b Batch
	err := tx.Clauses(clause.Locking{Strength: "UPDATE"}).Take(&b, "batch_no = ?", batchNo).Error
	return b, err
}

// lockDraft takes a draft at the version that somebody saw.
func lockDraft(tx *gorm.DB, batchNo string, version int) (Batch, error) {
	b, err := lockBatch(tx, batchNo)
	switch {
	case err != nil:
		return b, err
	case b.State != BatchDraft:
		return b, fault.New(fault.Closed, "批次已报送，不能再修改；需要更正时请等待退回或撤回", "The batch is handed in and cannot be changed; wait for its return or withdraw it").
			With("state", b.State)
	case b.Version != version:
		return b, b.stale()
	}
	return b, nil
}

// lockMendable is lockDraft, and also takes a returned batch while its enterprise is asked to mend it.
func lockMendable(tx *gorm.DB, batchNo string, version int) (Batch, error) {
	b, err := lockBatch(tx, batchNo)
	if err != nil || b.State != BatchCorrection {
		return lockDraft(tx, batchNo, version)
	}
	asked, err := correcting(tx, batchNo)
	switch {
	case err != nil:
		return b, err
	case !asked:
		return b, fault.New(fault.Closed, "批次已重新报送，不能再修改", "The batch is handed in again and cannot be changed").With("state", b.State)
	case b.Version != version:
		return b, b.stale()
	}
	return b, nil
}

func (b Batch) stale() error {
	return fault.New(fault.Stale, "批次已在别处修改，您填写的内容仍保留，请核对后重新保存", "The batch was changed elsewhere; what you entered is kept, compare and save again").
		With("version", itoa(b.Version)).With("at", b.UpdatedAt.UTC().Format(time.RFC3339))
}

// BatchesOf lists an enterprise's batches, the newest first, from before the given one on; state narrows, empty
// is all.
func (s *Store) BatchesOf(ctx context.Context, enterprise uuid.UUID, state, before string, limit int) ([]Batch, error) {
	query := s.DB.WithContext(ctx).Where("enterprise_id = ?", enterprise)
	if state != "" {
		query = query.Where("state = ?", state)
	}
	if before != "" {
		query = query.Where("batch_no < ?", before)
	}
	var rows []Batch
	err := query.Order("batch_no DESC").Limit(limit).Find(&rows).Error
	return rows, fail(err, "list the batches")
}

// BatchPlace is where a page of a list by examination day begins: after the batch of this day and number.
type BatchPlace struct {
	On      civil.Date
	BatchNo string
}

// PlaceOf is the place of a batch in a list by examination day.
func (b Batch) PlaceOf() BatchPlace { return BatchPlace{On: b.ExamFrom, BatchNo: b.BatchNo} }

// BatchFilter says which batches the page of an office shows.
type BatchFilter struct {
	Region string // empty: the province
	State  string // empty: all that were handed in
}

// BatchesIn lists the batches that were handed in in a city, the latest examination first.
func (s *Store) BatchesIn(ctx context.Context, f BatchFilter, before BatchPlace, limit int) ([]Batch, error) {
	query := s.DB.WithContext(ctx).Where("state <> ?", BatchDraft)
	if f.Region != "" {
		query = query.Where("region = ?", f.Region)
	}
	if f.State != "" {
		query = query.Where("state = ?", f.State)
	}
	if before.BatchNo != "" {
		query = query.Where("(exam_from, batch_no) < (?, ?)", before.On, before.BatchNo)
	}
	var rows []Batch
	err := query.Order("exam_from DESC, batch_no DESC").Limit(limit).Find(&rows).Error
	return rows, fail(err, "list the batches of a city")
}

// Calendar lists the examinations of a city that fall on one of the days, drafts too: an authority sees what is
// planned before it is over. An empty region is the province.
func (s *Store) Calendar(ctx context.Context, region string, from, through civil.Date, after BatchPlace, limit int) ([]Batch, error) {
	query := s.DB.WithContext(ctx).Where("daterange(exam_from, exam_to, '[]') && daterange(?::date, ?::date, '[]')", from, through)
	if region != "" {
		query = query.Where("region = ?", region)
	}
	if after.BatchNo != "" {
		query = query.Where("(exam_from, batch_no) > (?, ?)", after.On, after.BatchNo)
	}
	var rows []Batch
	err := query.Order("exam_from, batch_no").Limit(limit).Find(&rows).Error
	return rows, fail(err, "list the calendar")
}
