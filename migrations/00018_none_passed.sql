-- +goose Up

-- A batch ends as its case does, under the same word: a case of which nobody passed could not be recorded.
ALTER TABLE batches DROP CONSTRAINT batches_state_check;
ALTER TABLE batches ADD CONSTRAINT batches_state_check
    CHECK (state IN ('draft', 'audit', 'correction', 'issue', 'issued', 'nonePassed', 'withdrawn'));

-- +goose Down
ALTER TABLE batches DROP CONSTRAINT batches_state_check;
ALTER TABLE batches ADD CONSTRAINT batches_state_check
    CHECK (state IN ('draft', 'audit', 'correction', 'issue', 'issued', 'notPassed', 'withdrawn')) NOT VALID;
