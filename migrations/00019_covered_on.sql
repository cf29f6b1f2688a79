-- +goose Up

-- The day on which the filing covered a certificate that was issued after its end: the last one of the evaluation. Empty
-- where the day of issue is that day, or none is.
ALTER TABLE certificates ADD COLUMN covered_on date;

-- +goose Down
ALTER TABLE certificates DROP COLUMN covered_on;
