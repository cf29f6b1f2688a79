package store

import (
	"crypto/rand"
	"encoding/json"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/policy"
)

// seedSize is the length of a sample's seed, in bytes.
const seedSize = 32

// applyResultsSubmitted freezes what was handed in, first or again, and draws the sample that the authority looks
// at. Again, both concern the rows that were mended; the others stay as they were decided.
func applyResultsSubmitted(b *recording, e contract.Event) error {
	data, err := read[contract.ResultsSubmittedData](e)
	if err != nil {
		return err
	}
	at := instant(e)
	if err := b.tx.Exec(`INSERT INTO result_row_versions (batch_no, no, round, name, id_sealed, id_digest, id_masked, content)
		SELECT batch_no, no, ?, name, id_sealed, id_digest, id_masked, content FROM result_rows WHERE batch_no = ? AND round = 0`,
		data.Round, b.c.CaseNo).Error; err != nil {
		return err
	}
	sampled, err := b.drawSample(e, data.Round)
	if err != nil {
		return err
	}
	if err := b.tx.Exec(`UPDATE result_rows SET round = CASE WHEN round = 0 THEN @round ELSE round END,
			sampled = no = ANY(CAST(@sampled AS int[])), version = version + 1
		WHERE batch_no = @batch AND (round = 0 OR sampled)`,
		map[string]any{"round": data.Round, "sampled": ints(sampled), "batch": b.c.CaseNo}).Error; err != nil {
		return err
	}
	return b.setBatch(e, map[string]any{"round": data.Round, "submitted_at": at})
}

// drawSample draws from the rows that are handed in now and keeps what makes the same sample again: they are the
// versions of the round, those with a finding left out.
func (b *recording) drawSample(e contract.Event, round int) ([]int, error) {
	var rows []struct {
		No    int
		Flags int
	}
	if err := b.tx.Raw(`SELECT no, flags FROM result_rows WHERE batch_no = ? AND round = 0 ORDER BY no`, b.c.CaseNo).Scan(&rows).Error; err != nil {
		return nil, err
	}
	edition, err := b.reference.Policy.Edition(b.c.Policy)
	if err != nil {
		return nil, err
	}
	share, err := edition.Int(policy.SampleShare)
	if err != nil {
		return nil, err
	}
	minimum, err := edition.Int(policy.SampleMin)
	if err != nil {
		return nil, err
	}
	seed := make([]byte, seedSize)
	_, _ = rand.Read(seed) // never fails
	var flagged []int
	for i, row := range rows {
		if row.Flags > 0 {
			flagged = append(flagged, i+1)
		}
	}
	drawn := certification.Sample(seed, len(rows), flagged, share, minimum)
	for i, place := range drawn {
		drawn[i] = rows[place-1].No
	}
	return drawn, b.tx.Create(&ResultSample{
		BatchNo: b.c.CaseNo, Round: round, Seed: seed, Share: share, Minimum: minimum, DrawnAt: instant(e),
	}).Error
}

// applyResultsAudited puts the audit's verdicts on the rows: the sheet's own, else that of an earlier round on a
// row that has not changed since, else a pass (certification.AuditSheet.Decisions). A row has passed (审核通过) once
// the batch does, in full or in part.
func applyResultsAudited(b *recording, e contract.Event) error {
	data, err := read[contract.ResultsAuditedData](e)
	if err != nil {
		return err
	}
	sheet, err := sheetOf[certification.AuditSheet](b, data.Command)
	if err != nil {
		return err
	}
	said, err := json.Marshal(sheet.Rows)
	if err != nil {
		return err
	}
	day := civil.Of(e.At)
	var passedOn *civil.Date
	if v := casework.Verdict(data.Verdict); v == casework.Pass || v == casework.PassInPart {
		passedOn = &day
	}
	var counts struct{ Passed, Returned, Failed int }
	if err := b.tx.Raw(`WITH said AS (
			SELECT * FROM jsonb_to_recordset(CAST(@said AS jsonb)) AS s (no int, verdict text, clause text, reason text)
		), decided AS (
			SELECT r.no, COALESCE(s.verdict, CASE WHEN kept THEN r.verdict ELSE 'pass' END) AS verdict,
				COALESCE(s.clause, CASE WHEN kept THEN r.clause ELSE '' END) AS clause,
				COALESCE(s.reason, CASE WHEN kept THEN r.reason ELSE '' END) AS reason
			FROM result_rows r CROSS JOIN LATERAL (SELECT r.verdict <> '' AND r.round < @round AS kept) k LEFT JOIN said s ON s.no = r.no
			WHERE r.batch_no = @batch
		), moved AS (
			UPDATE result_rows r SET verdict = d.verdict, clause = d.clause, reason = d.reason, former = '', former_photos = NULL,
				audited_on = CASE WHEN d.verdict = 'pass' THEN CAST(@passed AS date) END, version = r.version + 1
			FROM decided d WHERE r.batch_no = @batch AND r.no = d.no RETURNING r.verdict
		)
		SELECT COUNT(*) FILTER (WHERE verdict = 'pass') AS passed, COUNT(*) FILTER (WHERE verdict = 'return') AS returned,
			COUNT(*) FILTER (WHERE verdict = 'fail') AS failed FROM moved`,
		map[string]any{"said": string(orEmpty(said)), "round": data.Round, "batch": b.c.CaseNo, "passed": passedOn}).Scan(&counts).Error; err != nil {
		return err
	}
	b.number(contract.CountPassed, itoa(counts.Passed))
	b.number(contract.CountReturned, itoa(counts.Returned))
	b.number(contract.CountFailed, itoa(counts.Failed))
	return b.setBatch(e, map[string]any{
		"passed": counts.Passed, "returned": counts.Returned, "failed": counts.Failed, "audited_on": passedOn,
	})
}

// orEmpty is an empty list for one that is null.
func orEmpty(list []byte) []byte {
	if string(list) == "null" {
		return []byte("[]")
	}
	return list
}

// followStage moves the batch with its case.
func followStage(b *recording, e contract.Event) error {
	data, err := read[contract.StageData](e)
	if err != nil {
		return err
	}
	return b.setBatch(e, map[string]any{"state": data.Stage})
}

// endBatch ends the batch as its case ends. What was withdrawn is told to the authority, which saw it in its queue.
func endBatch(b *recording, e contract.Event) error {
	data, err := read[contract.ClosedData](e)
	if err != nil {
		return err
	}
	if err := b.setBatch(e, map[string]any{"state": data.Outcome}); err != nil || data.Outcome != BatchWithdrawn {
		return err
	}
	return tell(b, e, reader{Body: b.c.Competent}, CaseClosed{Outcome: data.Outcome})
}
