package store

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// ResultIDNumber is the purpose under which the ID numbers of results and certificates are sealed, in the context of
// the batch number, and digested.
const ResultIDNumber = "results.id_number"

// Unmade is a certificate whose PDF is not made yet.
type Unmade struct {
	Certificate
	Photo string // name of the file in the batch's zip
}

// Made is where the PDF of a certificate lies.
type Made struct {
	Number      string
	Key         string
	Version     string
	Size        int64
	LockedUntil time.Time
}

// MakeCertificates hands up to limit certificates of a batch, whose number is above after and whose PDF is missing,
// to make, and keeps what it made. No other maker gets them meanwhile: the rows stay locked until this one has
// finished or its connection is gone, so many may work side by side and none is made twice. What was made is kept
// even if make also fails. It gives the last number that was handed out, empty when there was none.
func (s *Store) MakeCertificates(ctx context.Context, batchNo, after string, limit int, produce func([]Unmade) ([]Made, error)) (last string, err error) {
	var failed error
	err = s.In(ctx, func(tx *gorm.DB) error {
		var rows []Unmade
		if err := tx.Raw(`SELECT c.*, COALESCE(r.content::jsonb->>'photo', '') AS photo FROM certificates c
			JOIN result_rows r ON r.batch_no = c.batch_no AND r.no = c.row_no
			WHERE c.batch_no = ? AND c.number > ? AND c.made_at IS NULL ORDER BY c.number LIMIT ? FOR UPDATE OF c SKIP LOCKED`,
			batchNo, after, limit).Scan(&rows).Error; err != nil || len(rows) == 0 {
			return err
		}
		last = rows[len(rows)-1].Number
		var made []Made
		made, failed = produce(rows)
		return keepMade(tx, batchNo, made, tx.NowFunc())
	})
	if err == nil {
		err = failed
	}
	return last, err
}

func keepMade(tx *gorm.DB, batchNo string, made []Made, at time.Time) error {
	for _, m := range made {
		if err := tx.Exec(`UPDATE certificates SET object_key = ?, object_version = ?, size = ?, locked_until = ?, made_at = ?, version = version + 1
			WHERE number = ?`, m.Key, m.Version, m.Size, m.LockedUntil, at, m.Number).Error; err != nil {
			return err
		}
	}
	if len(made) == 0 {
		return nil
	}
	return tx.Exec(`UPDATE batches SET made = made + ?, updated_at = ? WHERE batch_no = ?`, len(made), at, batchNo).Error
}

// UnmadeCertificates says whether certificates of a batch still lack their PDF.
func (s *Store) UnmadeCertificates(ctx context.Context, batchNo string) (bool, error) {
	var left bool
	err := s.DB.WithContext(ctx).Raw(`SELECT EXISTS (SELECT FROM certificates WHERE batch_no = ? AND made_at IS NULL)`, batchNo).Scan(&left).Error
	return left, fail(err, "look for certificates without a PDF")
}
