package store

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"jiangxin/domain/fault"
)

// Results are all rows of a batch, checked, their ID numbers sealed, digested and masked.
type Results struct {
	BatchNo  string
	Version  int    // of the batch, that the clerk saw
	Source   string // digest of the files that the rows come from
	Workbook *uuid.UUID
	Photos   *uuid.UUID
	Rows     []ResultRow
	At       time.Time
}

// resultsRow is a row on its way into the database.
type resultsRow struct {
	No       int    `json:"no"`
	Name     string `json:"name"`
	IDSealed string `json:"id_sealed"`
	IDDigest string `json:"id_digest"`
	IDMasked string `json:"id_masked"`
	Content  string `json:"content"`
	Findings string `json:"findings"`
	Flags    int    `json:"flags"`
	Wrong    int    `json:"wrong"`
}

// ReplaceResults puts the rows in place of all rows of a draft, by one statement whatever their number, and says
// whether it did. Rows that come from the same files as those that stand there are not stored again, so confirming
// twice stores once; anything else over another version is fault.Stale.
func (s *Store) ReplaceResults(ctx context.Context, in Results) (Batch, bool, error) {
	list, flagged, wrong, err := in.list()
	if err != nil {
		return Batch{}, false, err
	}
	var b Batch
	stored := false
	err = s.In(ctx, func(tx *gorm.DB) error {
		var err error
		if b, err = lockBatch(tx, in.BatchNo); err != nil {
			return err
		}
		if in.Source != "" && b.Source == in.Source {
			return nil
		}
		if b, err = lockDraft(tx, in.BatchNo, in.Version); err != nil {
			return err
		}
		stored = true
		if err := tx.Exec(`DELETE FROM result_rows WHERE batch_no = ?`, in.BatchNo).Error; err != nil {
			return err
		}
		if err := tx.Exec(`INSERT INTO result_rows (batch_no, no, name, id_sealed, id_digest, id_masked, content, findings, flags, wrong)
			SELECT ?, no, name, id_sealed, id_digest, id_masked, content, findings, flags, wrong FROM json_to_recordset(?::json)
				AS r (no int, name text, id_sealed text, id_digest bytea, id_masked text, content text, findings text, flags int, wrong int)`,
			in.BatchNo, list).Error; err != nil {
			return err
		}
		return tx.Raw(`UPDATE batches SET rows = ?, flagged = ?, wrong = ?, source = ?, workbook = ?, photos = ?, updated_at = ?, version = version + 1
			WHERE batch_no = ? RETURNING *`, len(in.Rows), flagged, wrong, in.Source, in.Workbook, in.Photos, in.At, in.BatchNo).Scan(&b).Error
	})
	return b, stored, err
}

// list writes the rows as one JSON text and counts those with findings.
func (in Results) list() (text string, flagged, wrong int, err error) {
	rows := make([]resultsRow, 0, len(in.Rows))
	for _, r := range in.Rows {
		if r.Flags > 0 {
			flagged++
		}
		if r.Wrong > 0 {
			wrong++
		}
		if r.Findings == "" {
			r.Findings = "[]"
		}
		rows = append(rows, resultsRow{
			No: r.No, Name: r.Name, IDSealed: r.IDSealed, IDDigest: `\x` + hex.EncodeToString(r.IDDigest), IDMasked: r.IDMasked,
			Content: r.Content, Findings: r.Findings, Flags: r.Flags, Wrong: r.Wrong,
		})
	}
	raw, err := json.Marshal(rows)
	if err != nil {
		return "", 0, 0, fmt.Errorf("write the rows: %w", err)
	}
	return string(raw), flagged, wrong, nil
}

// EditResult writes one row over the version that was edited: of a draft, or a returned one while its enterprise is
// asked to mend the batch; then what was handed in before stays beside it. fault.Stale when the row changed
// meanwhile, fault.Closed when it may not be changed now.
func (s *Store) EditResult(ctx context.Context, r ResultRow, at time.Time) (ResultRow, error) {
	var saved ResultRow
	err := s.In(ctx, func(tx *gorm.DB) error {
		b, err := lockBatch(tx, r.BatchNo)
		if err != nil {
			return err
		}
		var before ResultRow
		if err := tx.Take(&before, "batch_no = ? AND no = ?", r.BatchNo, r.No).Error; err != nil {
			return err
		}
		if err := mayEdit(tx, b, before); err != nil {
			return err
		}
		if before.Version != r.Version {
			return fault.New(fault.Stale, "这一行已在别处修改，您填写的内容仍保留，请核对后重新保存", "The row was changed elsewhere; what you entered is kept, compare and save again").
				With("version", itoa(before.Version))
		}
		if err := tx.Raw(`UPDATE result_rows SET name = ?, id_sealed = ?, id_digest = ?, id_masked = ?, content = ?, findings = ?, flags = ?, wrong = ?,
				former = CASE WHEN round > 0 THEN content ELSE former END, round = 0, version = version + 1
			WHERE batch_no = ? AND no = ? RETURNING *`, r.Name, r.IDSealed, r.IDDigest, r.IDMasked, r.Content, r.Findings, r.Flags, r.Wrong,
			r.BatchNo, r.No).Scan(&saved).Error; err != nil {
			return err
		}
		return tx.Exec(`UPDATE batches SET flagged = flagged + ?, wrong = wrong + ?, source = '', updated_at = ?, version = version + 1 WHERE batch_no = ?`,
			one(saved.Flags)-one(before.Flags), one(saved.Wrong)-one(before.Wrong), at, r.BatchNo).Error
	})
	return saved, err
}

// one counts a row with findings.
func one(findings int) int { return min(findings, 1) }

// mayEdit says why a row may not be changed now.
func mayEdit(tx *gorm.DB, b Batch, r ResultRow) error {
	switch b.State {
	case BatchDraft:
		return nil
	case BatchCorrection:
		if r.Verdict != RowReturned {
			return fault.New(fault.Closed, "这一行没有被退回，不能修改", "This row was not returned and cannot be changed")
		}
		asked, err := correcting(tx, b.BatchNo)
		if err != nil || asked {
			return err
		}
	}
	return fault.New(fault.Closed, "批次已报送，不能再修改；需要更正时请等待退回或撤回", "The batch is handed in and cannot be changed; wait for its return or withdraw it").
		With("state", b.State)
}

// correcting says whether the enterprise is asked to mend the batch and has not answered.
func correcting(tx *gorm.DB, batchNo string) (bool, error) {
	var asked bool
	err := tx.Raw(`SELECT EXISTS (SELECT FROM tasks WHERE case_no = ? AND stage = 'correction' AND state = 'open')`, batchNo).Scan(&asked).Error
	return asked, err
}

// Judgement are the findings on one row.
type Judgement struct {
	No       int    `json:"no"`
	Findings string `json:"findings"` // []certification.Finding as JSON
	Flags    int    `json:"flags"`
	Wrong    int    `json:"wrong"`
}

// Judge puts new findings on rows of a batch that its enterprise may change, at the version of the batch that they
// were made from; rows that are not named keep theirs. It gives the batch with its new version.
func (s *Store) Judge(ctx context.Context, batchNo string, version int, judged []Judgement, at time.Time) (Batch, error) {
	list, err := json.Marshal(judged)
	if err != nil {
		return Batch{}, fmt.Errorf("write the findings: %w", err)
	}
	var b Batch
	err = s.In(ctx, func(tx *gorm.DB) error {
		now, err := lockBatch(tx, batchNo)
		if err != nil {
			return err
		}
		if now.Version != version || now.State != BatchDraft && now.State != BatchCorrection {
			return now.stale()
		}
		if err := tx.Exec(`UPDATE result_rows r SET findings = j.findings, flags = j.flags, wrong = j.wrong
			FROM json_to_recordset(?::json) AS j (no int, findings text, flags int, wrong int)
			WHERE r.batch_no = ? AND r.no = j.no AND (r.findings, r.flags, r.wrong) IS DISTINCT FROM (j.findings, j.flags, j.wrong)`,
			string(orEmpty(list)), batchNo).Error; err != nil {
			return err
		}
		return tx.Raw(`UPDATE batches SET (flagged, wrong) = (SELECT COUNT(*) FILTER (WHERE flags > 0), COUNT(*) FILTER (WHERE r.wrong > 0)
				FROM result_rows r WHERE r.batch_no = batches.batch_no), updated_at = ?, version = version + 1
			WHERE batch_no = ? RETURNING *`, at, batchNo).Scan(&b).Error
	})
	return b, err
}
