package store

import (
	"crypto/rand"
	"fmt"
	"strconv"

	"jiangxin/contract"
	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/occupation"
	"jiangxin/domain/policy"
)

// applyCertificatesIssued numbers the certificates of the rows that passed and puts them into the register: all in
// this transaction, in the order of the rows. Year and date are those of the event in Asia/Shanghai, so a batch
// that is confirmed before midnight on 31 December belongs to the old year however late it is written.
func applyCertificatesIssued(b *recording, e contract.Event) error {
	var batch Batch
	if err := b.tx.Take(&batch, "batch_no = ?", b.c.CaseNo).Error; err != nil {
		return err
	}
	edition, err := b.reference.Policy.Edition(b.c.Policy)
	if err != nil {
		return err
	}
	by, err := edition.List(policy.SerialBy)
	if err != nil {
		return err
	}
	i := issue{batch: batch, day: civil.Of(e.At)}
	if err := i.prepare(b); err != nil {
		return err
	}
	scope := certification.SerialScope(filing.FilingNumber(batch.FilingNo), i.day.Year(), occupation.LevelCode(batch.Level), by)
	b.numbered = append(b.numbered, numbered{scope: scope, count: int64(len(i.tokens)), apply: func(first int64) error {
		return i.write(b, e, first)
	}})
	return nil
}

// issue is what a batch issues, ready but for the numbers: their counter stays locked until the transaction ends.
type issue struct {
	batch   Batch
	day     civil.Date
	filed   Filing
	covered bool
	heldOn  *civil.Date // certificates.covered_on
	tokens  Texts       // one for each certificate
}

func (i *issue) prepare(b *recording) error {
	if err := b.tx.Take(&i.filed, "filing_no = ?", i.batch.FilingNo).Error; err != nil {
		return err
	}
	var count int
	if err := b.tx.Raw(`SELECT COUNT(*) FROM result_rows WHERE batch_no = ? AND verdict = 'pass'`, i.batch.BatchNo).Scan(&count).Error; err != nil {
		return err
	}
	if count == 0 {
		return fmt.Errorf("batch %s: no row has passed", i.batch.BatchNo)
	}
	for range count {
		i.tokens = append(i.tokens, rand.Text())
	}
	var err error
	if i.covered, err = i.coveredOn(b, i.day); err != nil || i.covered {
		return err
	}
	// What was held while the filing held may finish after its end.
	if i.covered, err = i.coveredOn(b, i.batch.ExamTo); i.covered {
		i.heldOn = &i.batch.ExamTo
	}
	return err
}

// coveredOn says whether the filing held on a day, for the batch's occupation and level.
func (i *issue) coveredOn(b *recording, day civil.Date) (bool, error) {
	var covered bool
	err := b.tx.Raw(`SELECT EXISTS (SELECT FROM filings f JOIN filing_occupations o ON o.filing_no = f.filing_no
		WHERE f.filing_no = @filing AND @day BETWEEN f.valid_from AND f.valid_through AND o.code = @code AND o.work_type = @work
			AND @level = ANY(o.levels) AND o.added_on <= @day)`,
		map[string]any{
			"filing": i.batch.FilingNo, "day": day, "code": i.batch.Occupation, "work": i.batch.WorkType, "level": i.batch.Level,
		}).Scan(&covered).Error
	return covered, err
}

// write puts all certificates into the register by one statement.
func (i *issue) write(b *recording, e contract.Event, first int64) error {
	from, through, err := i.numbers(first)
	if err != nil {
		return err
	}
	at := instant(e)
	done := b.tx.Exec(`INSERT INTO certificates (number, batch_no, row_no, filing_no, enterprise_id, enterprise_name, region, name, id_kind,
			id_sealed, id_digest, id_masked, occupation, occupation_name, work_type, level, employer, issued_on, issued_at, covered, covered_on, token)
		SELECT @prefix || lpad((CAST(@first AS bigint) + r.place - 1)::text, 6, '0'), @batch, r.no, @filing, @enterprise, @body, @region, r.name,
			r.content::jsonb->>'idKind', r.id_sealed, r.id_digest, r.id_masked, @occupation, @called, @work, @level,
			r.content::jsonb->>'employer', @day, @at, @covered, CAST(@held AS date), t.token
		FROM (SELECT *, row_number() OVER (ORDER BY no) AS place FROM result_rows WHERE batch_no = @batch AND verdict = 'pass') r
		JOIN unnest(CAST(@tokens AS text[])) WITH ORDINALITY t (token, place) ON t.place = r.place`,
		map[string]any{
			"prefix": string(from[:len(from)-6]), "first": first, "batch": i.batch.BatchNo, "filing": i.filed.FilingNo,
			"enterprise": i.filed.EnterpriseID, "body": i.filed.EnterpriseName, "region": i.filed.Region, "occupation": i.batch.Occupation,
			"called": i.batch.OccupationName, "work": i.batch.WorkType, "level": i.batch.Level, "day": i.day, "at": at,
			"covered": i.covered, "held": i.heldOn, "tokens": i.tokens,
		})
	if done.Error != nil {
		return done.Error
	}
	if done.RowsAffected != int64(len(i.tokens)) {
		return fmt.Errorf("batch %s: %d certificates of %d are written", i.batch.BatchNo, done.RowsAffected, len(i.tokens))
	}
	if err := b.setBatch(e, map[string]any{"issued": len(i.tokens), "issued_on": i.day}); err != nil {
		return err
	}
	count := strconv.Itoa(len(i.tokens))
	b.number(contract.CountCertificates, count)
	b.number(contract.FirstCertificate, string(from))
	b.number(contract.LastCertificate, string(through))
	return tell(b, e, reader{Body: b.c.Competent}, CertificatesIssued{
		BatchNo: i.batch.BatchNo, Enterprise: i.filed.EnterpriseName, Count: count, First: string(from), Last: string(through),
	})
}

// numbers gives the first and the last number.
func (i *issue) numbers(first int64) (from, through certification.Number, err error) {
	of, level := filing.FilingNumber(i.batch.FilingNo), occupation.LevelCode(i.batch.Level)
	if from, err = certification.CertificateNumber(of, i.day.Year(), level, int(first)); err != nil {
		return from, through, err
	}
	through, err = certification.CertificateNumber(of, i.day.Year(), level, int(first)+len(i.tokens)-1)
	return from, through, err
}
