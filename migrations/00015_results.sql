-- +goose Up

-- What makes a row unfit to be handed in.
ALTER TABLE result_rows ADD COLUMN wrong integer NOT NULL DEFAULT 0; -- findings
ALTER TABLE batches
    ADD COLUMN wrong  integer NOT NULL DEFAULT 0,  -- rows with such a finding
    ADD COLUMN source text NOT NULL DEFAULT '';    -- digest of the workbook and photos that the rows come from; empty once one was edited
CREATE INDEX result_rows_changed_idx ON result_rows (batch_no, no) WHERE former <> '';
CREATE INDEX result_rows_summary_idx ON result_rows (batch_no, summary_month) WHERE summary_month IS NOT NULL;
CREATE UNIQUE INDEX monthly_summaries_case_no_key ON monthly_summaries (case_no);
CREATE INDEX monthly_summaries_roll_up_idx ON monthly_summaries (region, month, roll_up);
CREATE INDEX batches_exam_days_idx ON batches USING gist (daterange(exam_from, exam_to, '[]'));
CREATE INDEX batches_exam_from_idx ON batches (exam_from, batch_no);
CREATE INDEX filings_valid_through_idx ON filings (valid_through);

-- +goose Down
DROP INDEX filings_valid_through_idx, batches_exam_from_idx, batches_exam_days_idx, monthly_summaries_roll_up_idx, monthly_summaries_case_no_key,
    result_rows_summary_idx, result_rows_changed_idx;
ALTER TABLE batches DROP COLUMN wrong, DROP COLUMN source;
ALTER TABLE result_rows DROP COLUMN wrong;
