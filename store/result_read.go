package store

import (
	"context"
	"maps"

	"github.com/google/uuid"
)

// Verdicts of an audit on a row; one that nobody has decided on has none.
const (
	RowPassed   = "pass"
	RowReturned = "return"
	RowFailed   = "fail"
)

// Which rows of a batch a page shows.
const (
	AllRows       = "all"
	AttentionRows = "attention" // with a finding, in the sample, returned or failed
	ChangedRows   = "changed"   // mended since they were handed in before
)

// rowsOf are the conditions on result_rows; each but the first has a partial index of its own.
var rowsOf = map[string]string{
	AllRows:       "TRUE",
	AttentionRows: "(flags > 0 OR sampled OR verdict IN ('return', 'fail'))",
	ChangedRows:   "former <> ''",
}

// ResultPage lists rows of a batch by number, after the given one. A page of a large batch costs what one of a small
// batch does.
func (s *Store) ResultPage(ctx context.Context, batchNo, which string, after, limit int) ([]ResultRow, error) {
	where, known := rowsOf[which]
	if !known {
		where = rowsOf[AllRows]
	}
	var rows []ResultRow
	err := s.DB.WithContext(ctx).Where("batch_no = ? AND no > ?", batchNo, after).Where(where).Order("no").Limit(limit).Find(&rows).Error
	return rows, fail(err, "list the results")
}

// CountAttention counts the rows of a batch that somebody must look at.
func (s *Store) CountAttention(ctx context.Context, batchNo string) (int, error) {
	var count int
	err := s.DB.WithContext(ctx).Raw(`SELECT COUNT(*) FROM result_rows WHERE batch_no = ? AND `+rowsOf[AttentionRows], batchNo).Scan(&count).Error
	return count, fail(err, "count the rows to look at")
}

// Results lists all rows of a batch, for a check or a workbook of the whole.
func (s *Store) Results(ctx context.Context, batchNo string) ([]ResultRow, error) {
	var rows []ResultRow
	err := s.DB.WithContext(ctx).Where("batch_no = ?", batchNo).Order("no").Find(&rows).Error
	return rows, fail(err, "read the results")
}

// Result reads one row.
func (s *Store) Result(ctx context.Context, batchNo string, no int) (ResultRow, error) {
	var r ResultRow
	err := s.DB.WithContext(ctx).Take(&r, "batch_no = ? AND no = ?", batchNo, no).Error
	return r, fail(err, "read the result")
}

// ResultVersions lists a row as it was handed in, first to last.
func (s *Store) ResultVersions(ctx context.Context, batchNo string, no int) ([]ResultRowVersion, error) {
	var rows []ResultRowVersion
	err := s.DB.WithContext(ctx).Where("batch_no = ? AND no = ?", batchNo, no).Order("round").Find(&rows).Error
	return rows, fail(err, "read what was handed in")
}

// AuditRow is what an audit's sheet is checked against, of a row that somebody must look at.
type AuditRow struct {
	No      int
	Flags   int
	Sampled bool
	Verdict string // of the last audit
	Clause  string
	Reason  string
	Round   int  // in which it was handed in as it stands; 0 = not yet
	Mended  bool // since it was handed in before
}

// AuditRows lists the rows of a batch that somebody must look at, without what they say.
func (s *Store) AuditRows(ctx context.Context, batchNo string) ([]AuditRow, error) {
	var rows []AuditRow
	err := s.DB.WithContext(ctx).Raw(`SELECT no, flags, sampled, verdict, clause, reason, round, former <> '' AS mended
		FROM result_rows WHERE batch_no = ? AND `+rowsOf[AttentionRows]+` ORDER BY no`, batchNo).Scan(&rows).Error
	return rows, fail(err, "list the rows to look at")
}

// Samples lists the random samples of a batch, first to last.
func (s *Store) Samples(ctx context.Context, batchNo string) ([]ResultSample, error) {
	var rows []ResultSample
	err := s.DB.WithContext(ctx).Where("batch_no = ?", batchNo).Order("round").Find(&rows).Error
	return rows, fail(err, "list the samples")
}

// LastSample reads the random sample of a batch's newest audit; none before the results are handed in.
func (s *Store) LastSample(ctx context.Context, batchNo string) (ResultSample, bool, error) {
	var rows []ResultSample
	err := s.DB.WithContext(ctx).Where("batch_no = ?", batchNo).Order("round DESC").Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return ResultSample{}, false, fail(err, "read the sample")
	}
	return rows[0], true, nil
}

// BatchCount is what a list of tasks shows of a batch.
type BatchCount struct {
	BatchNo string
	Rows    int
	Flagged int // rows with a finding
}

// BatchCounts reads the counts of several batches by one statement.
func (s *Store) BatchCounts(ctx context.Context, numbers []string) (map[string]BatchCount, error) {
	counts := make(map[string]BatchCount, len(numbers))
	if len(numbers) == 0 {
		return counts, nil
	}
	var rows []BatchCount
	err := s.DB.WithContext(ctx).Model(&Batch{}).Select("batch_no", "rows", "flagged").Where("batch_no IN ?", numbers).Scan(&rows).Error
	for _, row := range rows {
		counts[row.BatchNo] = row
	}
	return counts, fail(err, "count the rows of batches")
}

// digestsIn turns a text[] of keyed digests into rows that an index on a digest answers.
const digestsIn = `unnest(CAST(@digests AS text[])) AS asked (digest)`

// Held gives those of the ID numbers' digests that a certificate in force of the same occupation, work type and level
// is held by, each with its number.
func (s *Store) Held(ctx context.Context, digests []string, occupation, workType, level string) (map[string]string, error) {
	return s.byDigest(ctx, "look for certificates", `SELECT asked.digest, c.number AS value FROM `+digestsIn+`
		JOIN certificates c ON c.id_digest = convert_to(asked.digest, 'UTF8')
		WHERE c.occupation = @occupation AND c.work_type = @work AND c.level = @level AND c.revoked_at IS NULL`,
		map[string]any{"digests": Texts(digests), "occupation": occupation, "work": workType, "level": level})
}

// Elsewhere gives those of the ID numbers' digests that stand in results that another enterprise has handed in and
// not yet issued on, each with that enterprise's name.
func (s *Store) Elsewhere(ctx context.Context, digests []string, enterprise uuid.UUID) (map[string]string, error) {
	return s.byDigest(ctx, "look for results elsewhere", `SELECT asked.digest, b.enterprise_name AS value FROM `+digestsIn+`
		JOIN result_rows r ON r.id_digest = convert_to(asked.digest, 'UTF8') JOIN batches b ON b.batch_no = r.batch_no
		WHERE b.enterprise_id <> @enterprise AND b.state IN ('audit', 'correction', 'issue') AND r.verdict <> 'fail'`,
		map[string]any{"digests": Texts(digests), "enterprise": enterprise})
}

// handedInAgain is what makes a row stand in another batch of the same enterprise for the same occupation, work type and
// level that is handed in and not issued on: `o` is that row, `other` its batch.
const handedInAgain = `other.state IN ('audit', 'correction', 'issue') AND o.verdict <> 'fail' AND other.batch_no <> @batch
	AND other.enterprise_id = @enterprise AND other.occupation = @occupation AND other.work_type = @work AND other.level = @level`

func (b Batch) again(more map[string]any) map[string]any {
	all := map[string]any{"batch": b.BatchNo, "enterprise": b.EnterpriseID, "occupation": b.Occupation, "work": b.WorkType, "level": b.Level}
	maps.Copy(all, more)
	return all
}

// Pending gives those of the ID numbers' digests that the batch's enterprise has handed in for the same occupation, work
// type and level already, each with the number of that batch.
func (s *Store) Pending(ctx context.Context, digests []string, b Batch) (map[string]string, error) {
	return s.byDigest(ctx, "look for results handed in", `SELECT asked.digest, other.batch_no AS value FROM `+digestsIn+`
		JOIN result_rows o ON o.id_digest = convert_to(asked.digest, 'UTF8') JOIN batches other ON other.batch_no = o.batch_no
		WHERE `+handedInAgain, b.again(map[string]any{"digests": Texts(digests)}))
}

// byDigest reads pairs of a digest and a value. It scans the rows itself: GORM's Scan writes each statement out with all
// its arguments, and these are thousands.
func (s *Store) byDigest(ctx context.Context, doing, query string, arguments map[string]any) (map[string]string, error) {
	rows, err := s.DB.WithContext(ctx).Raw(query, arguments).Rows()
	if err != nil {
		return nil, fail(err, doing)
	}
	defer func() { _ = rows.Close() }()
	found := map[string]string{}
	for rows.Next() {
		var digest, value string
		if err := rows.Scan(&digest, &value); err != nil {
			return nil, fail(err, doing)
		}
		found[digest] = value
	}
	return found, fail(rows.Err(), doing)
}
